"""The page's HPKE by itself: a published vector for exactly its ids, and both ways against Recul's own side."""

import base64
import json
import os
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.sharing.chromium import Browser, chromium

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the browser is spoken to through pipes of POSIX")

SUITE = Suite(KEM.P256, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
# RFC 9180's test-vectors.json: mode 0, kem_id 16, kdf_id 1, aead_id 2, its first encryption.
VECTOR = {
    "info": "4f6465206f6e2061204772656369616e2055726e",
    "skEm": "90345e3a1d116c1dd39ae76d95ab858c142223a63e44f8f85318cfa91a84858e",
    "pkEm": "04c06b4f6bebc7bb495cb797ab753f911aff80aefb86fd8b6fcc35525f3ab5f03e"
    "0b21bd31a86c6048af3cb2d98e0d3bf01da5cc4c39ff5370d331a4f1f7d5a4e0",
    "pkRm": "04abc7e49a4c6b3566d77d0304addc6ed0e98512ffccf505e6a8e3eb25c685136f"
    "853148544876de76c0f2ef99cdc3a05ccf5ded7860c7c021238f9e2073d2356c",
    "aad": "436f756e742d30",
    "pt": "4265617574792069732074727574682c20747275746820626561757479",
    "key": "ee16802a936d5f544771131900ee6973d0551de9e852ece2ef34bf0d5f9e1d1d",
    "nonce": "9bc50980832a7b4b58c40161",
    "ct": "58c61a45059d0c5704560e9d88b564a8b63f1364b8d1fcb3c4c6ddc1d291742465e902cd216f8908da49f8f96f",
}
COMMON = """
const b = (hex) => Uint8Array.from(hex.match(/../g) || [], (each) => parseInt(each, 16));
const h = (bytes) => Array.from(bytes, (each) => each.toString(16).padStart(2, "0")).join("");
const u = (bytes) => btoa(String.fromCharCode(...bytes)).replace(/\\+/g, "-").replace(/\\//g, "_").replace(/=/g, "");
const pairOf = async (open, secret) => ({
  publicKey: await crypto.subtle.importKey("raw", open, hpke.CURVE, true, []),
  privateKey: await crypto.subtle.importKey("jwk", { kty: "EC", crv: "P-256", x: u(open.slice(1, 33)),
    y: u(open.slice(33)), d: u(secret) }, hpke.CURVE, false, ["deriveBits"]),
});
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start a browser on an empty page from a file, where WebCrypto is."""
    folder = tmp_path_factory.mktemp("profile")
    started = Browser(chromium(), folder / "home")
    page = folder / "empty.html"
    page.write_text("<!doctype html><title>.</title>", "utf-8")
    started.open(page)
    script = files("journal.sharing.protecting").joinpath("hpke.js").read_text(encoding="utf-8")
    started.ask(f"{script.replace('const hpke =', 'globalThis.hpke =', 1)};{COMMON.replace('const ', 'var ')}1")
    yield started
    started.close()


def asked(browser: Browser, body: str, **given: Any) -> Any:
    return browser.ask(f"(async (given) => {{{body}}})({json.dumps(given)})")


def test_it_gives_the_published_bytes(browser: Browser) -> None:
    sealed = asked(
        browser,
        """const pair = await pairOf(b(given.pkEm), b(given.skEm));
        return h(await hpke.seal(b(given.pkRm), b(given.info), b(given.pt), { aad: b(given.aad), pair }));""",
        **VECTOR,
    )
    assert sealed == VECTOR["pkEm"] + VECTOR["ct"]
    derived = asked(
        browser,
        """const pair = await pairOf(b(given.pkEm), b(given.skEm));
        const open = await crypto.subtle.importKey("raw", b(given.pkRm), hpke.CURVE, true, []);
        const told = await hpke.schedule(await hpke.exchange(pair.privateKey, open), b(given.pkEm), b(given.pkRm),
          b(given.info));
        return [h(told.key), h(told.nonce)];""",
        **VECTOR,
    )
    assert derived == [VECTOR["key"], VECTOR["nonce"]]


def key() -> tuple[ec.EllipticCurvePrivateKey, str, str]:
    private = ec.generate_private_key(ec.SECP256R1())
    public = private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return private, public.hex(), private.private_numbers().private_value.to_bytes(32, "big").hex()


@pytest.mark.parametrize("content", [b"", b"x", "Qu’avez-vous vu ?".encode(), bytes(70_000)])
def test_what_the_page_seals_opens_here_and_not_under_another_info(browser: Browser, content: bytes) -> None:
    private, public, _secret = key()
    sealed = asked(
        browser,
        "return h(await hpke.seal(b(given.to), b(given.info), b(given.content)));",
        to=public, info=b"recul".hex(), content=content.hex(),
    )  # fmt: skip
    assert SUITE.decrypt(bytes.fromhex(sealed), private, b"recul") == content
    with pytest.raises(InvalidTag):
        SUITE.decrypt(bytes.fromhex(sealed), private, b"other")


def test_what_is_sealed_here_opens_with_the_page_s_own_schedule(browser: Browser) -> None:
    private, public, secret = key()
    sealed = SUITE.encrypt(b"Vu ?", private.public_key(), b"recul")
    opened = asked(
        browser,
        """const pair = await pairOf(b(given.open), b(given.secret));
        const sealed = b(given.sealed), from = sealed.slice(0, 65);
        const other = await crypto.subtle.importKey("raw", from, hpke.CURVE, true, []);
        const exchanged = await hpke.exchange(pair.privateKey, other);
        const told = await hpke.schedule(exchanged, from, b(given.open), b(given.info));
        const key = await crypto.subtle.importKey("raw", told.key, "AES-GCM", false, ["decrypt"]);
        const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: told.nonce }, key, sealed.slice(65));
        return btoa(String.fromCharCode(...new Uint8Array(plain)));""",
        open=public, secret=secret, sealed=sealed.hex(), info=b"recul".hex(),
    )  # fmt: skip
    assert base64.b64decode(opened) == b"Vu ?"
