"""Notes sealed as the page for the phone seals them, and as nobody should."""

import base64
import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from journal.model import sealed_note


@dataclass(frozen=True)
class Sealer:
    """What a page holds: its number and its public key."""

    page: bytes
    public: bytes

    @classmethod
    def of(cls, file: Path) -> "Sealer":
        """Read a page as anybody could."""
        told = dict(re.findall(r'data-(page|key)="([^"]*)"', file.read_text("utf-8")))
        return cls(*(base64.b64decode(unescape(told[name])) for name in ("page", "key")))

    def sealed(self, told: dict[str, Any] | None = None, *, raw: bytes | None = None) -> bytes:
        """Return the bytes of a note; `raw` stands in place of a framed one."""
        plain = json.dumps(told).encode()
        framed = raw if raw is not None else len(plain).to_bytes(4, "big") + plain + bytes(-(len(plain) + 4) % 1024)
        key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), self.public)
        suite = Suite(KEM.P256, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
        return self.page + suite.encrypt(framed, key, sealed_note.info(self.page))

    def note(self, number: int, text: str = "", **more: Any) -> str:
        """Return a note as a block."""
        told = {"v": 1, "id": f"{number:032x}", "text": text, "when": "", "at": "2026-11-12T08:00:00+01:00", "heat": {}}
        return block(self.sealed(told | more))


def block(content: bytes) -> str:
    """Return a block as it stands in a file or in a mail."""
    text = base64.b64encode(content).decode()
    lines = [text[place : place + 64] for place in range(0, len(text), 64)]
    return "\n".join(["Une note.", "", sealed_note.BEGIN, *lines, sealed_note.END, ""])


_ESCAPES = ("\x1b[2J", "\x1b]52;c;AAAA\x07", "\u202e", "\x9b31m", "\x00", "\r\n", "[link=x]", "{words}", "\ud800")
_SHAPES: tuple[bytes, ...] = (
    b"[" * 50_000, b'{"v":1,"heat":' + b"[" * 9000, b'{"v":1,"id":1,"heat":{}}', b"null", b"1", b'"',
    b'{"v":1,"id":"' + b"0" * 32 + b'","text":5,"heat":{}}', b'{"v":1,"id":"' + b"0" * 32 + b'","heat":[]}',
    b'{"v":1,"id":"' + b"0" * 32 + b'","text":"a","heat":{"facts":' + b"9" * 9000 + b"}}",
)  # fmt: skip


def hostile_files(sealer: Sealer, count: int) -> Iterator[bytes]:
    """Yield files that somebody bent: flipped, cut, foreign, sealed rightly around nonsense, full of escapes."""
    chance = random.Random(17)
    good = sealer.sealed({"v": 1, "id": "f" * 32, "text": "Une note", "at": "", "heat": {}})

    def flipped() -> str:
        place = chance.randrange(len(good))
        return block(good[:place] + bytes([good[place] ^ (1 << chance.randrange(8))]) + good[place + 1 :])

    def shaped() -> str:
        told = chance.choice(_SHAPES)
        return block(sealer.sealed(raw=len(told).to_bytes(4, "big") + told))

    def escaping() -> str:
        one, two, three = (chance.choice(_ESCAPES) for _ in range(3))
        at = chance.choice((one, 1e300, None, "9999-12-31T23:59:59-18:00"))
        heat = {"facts": three, one: two}
        told = {"v": 1, "id": f"{chance.getrandbits(128):032x}", "text": f"{one * 9} {two}", "when": three}
        return block(sealer.sealed({**told, "at": at, "heat": heat}))

    makers: tuple[Callable[[], str], ...] = (
        flipped,
        shaped,
        escaping,
        lambda: block(good[: chance.randrange(len(good))]),
        lambda: block(chance.randbytes(chance.randrange(2000))),
        lambda: block(sealer.page + chance.randbytes(chance.randrange(2000))),
        lambda: block(sealer.sealed(raw=chance.randbytes(chance.randrange(200)))),
        lambda: sealed_note.BEGIN * chance.randrange(2000) + block(good)[: chance.randrange(300)],
        lambda: f"{sealed_note.BEGIN}{chance.choice(_ESCAPES) * 99}\n{sealed_note.END}",
    )
    for number in range(count):
        content = makers[number % len(makers)]().encode("utf-8", "replace")
        yield b"Subject: x\n\n" + content if number % 4 == 3 else content
