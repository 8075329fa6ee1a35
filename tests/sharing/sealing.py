"""Answers sealed as a page seals them, and as nobody should."""

import base64
import json
import random
import re
from collections.abc import Callable, Iterable, Iterator

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from journal.model import sealed_answer
from journal.sharing.protecting.html_page import Answering


def sealed(page: Answering, answers: Iterable[tuple[str, str]], raw: bytes | None = None) -> bytes:
    """Return the bytes of an answer with its departure before them; `raw` stands in place of a framed answer."""
    told = json.dumps({"v": 1, "id": "0" * 32, "answers": [{"at": at, "text": text} for at, text in answers]}).encode()
    framed = raw if raw is not None else len(told).to_bytes(4, "big") + told + bytes(-(len(told) + 4) % 1024)
    key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), page.key)
    suite = Suite(KEM.P256, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
    return page.departure + suite.encrypt(framed, key, sealed_answer.info(page.departure))


def block(content: bytes) -> str:
    """Return a block as it stands in a mail."""
    text = base64.b64encode(content).decode()
    lines = [text[place : place + 64] for place in range(0, len(text), 64)]
    return "\n".join(["Une réponse.", "", sealed_answer.BEGIN, *lines, sealed_answer.END, ""])


RAW = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]")
_ESCAPES = ("\x1b[2J", "\x1b]52;c;AAAA\x07", "\u202e", "\x9b31m", "\x00", "\r\n\r\n", "[link=x]", "{title}", "\ud800")
_SHAPES = (b"[" * 50_000, b'{"v":1,"answers":' + b"[" * 9000, b'{"v":1,"answers":{}}', b"null", b"1", b'"')


def hostile_answers(page: Answering, count: int) -> Iterator[str]:
    """Yield answers that somebody bent: flipped, cut, foreign, sealed rightly around nonsense, full of escapes."""
    chance = random.Random(16)
    good = sealed(page, [(page.marks[0], "Une ?")])

    def flipped() -> bytes:
        place = chance.randrange(len(good))
        return good[:place] + bytes([good[place] ^ (1 << chance.randrange(8))]) + good[place + 1 :]

    def shaped() -> bytes:
        told = chance.choice(_SHAPES)
        return sealed(page, [], raw=len(told).to_bytes(4, "big") + told)

    def escaping() -> bytes:
        one, two, three = (chance.choice(_ESCAPES) for _ in range(3))
        return sealed(page, [(one, f"{two * 9} ? {three}"), (page.marks[0], f"{three} {one}")])

    makers: tuple[Callable[[], bytes], ...] = (
        flipped,
        shaped,
        escaping,
        lambda: good[: chance.randrange(len(good))],
        lambda: chance.randbytes(chance.randrange(2000)),
        lambda: page.departure + chance.randbytes(chance.randrange(2000)),
        lambda: sealed(page, [], raw=chance.randbytes(chance.randrange(200))),
    )
    for number in range(count):
        if number % 8:
            yield block(makers[number % 8 - 1]())
        else:
            yield f"{chance.choice(_ESCAPES)}\n{sealed_answer.BEGIN}{chance.choice(_ESCAPES) * 99}\n{sealed_answer.END}"
