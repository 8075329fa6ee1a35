"""One HTML file that asks for the passphrase and opens in any current browser, offline, by the browser's own WebCrypto.

AES-256-GCM under a key from PBKDF2-HMAC-SHA-512. The page's policy allows our script and our style by their hashes and
forbids every request; nothing is stored. WebCrypto knows no Argon2, hence many rounds and a generated passphrase.
"""

import base64
import os
import unicodedata
from collections.abc import Callable
from html import escape
from importlib.resources import files

from journal.language import Language, _, speaking
from journal.sharing.rendering.html import page

ROUNDS = 1_000_000  # OWASP (2023) asks for 210,000 of SHA-512 and 600,000 of SHA-256
_SALT = 16
_IV = 12
_PURPOSE = b"recul page v1"


def encrypt(
    content: bytes,
    passphrase: str,
    language: Language,
    *,
    rounds: int = ROUNDS,
    random: Callable[[int], bytes] = os.urandom,
) -> bytes:
    """Return the page that holds an HTML document encrypted."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.hashes import SHA512
    from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

    salt, iv = random(_SALT), random(_IV)
    secret = unicodedata.normalize("NFC", passphrase).encode()
    key = PBKDF2HMAC(algorithm=SHA512(), length=32, salt=salt, iterations=rounds).derive(secret)
    sealed = AESGCM(key).encrypt(iv, content, _PURPOSE)
    told = {"rounds": rounds, "salt": _text(salt), "iv": _text(iv), "purpose": _text(_PURPOSE), "sealed": _text(sealed)}
    script = files("journal.sharing.protecting").joinpath("opening.js").read_text(encoding="utf-8")
    with speaking(language):
        return page(_("Protected document"), language, _door(told), script=script).encode()


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _door(told: dict[str, object]) -> str:
    """Return what is shown before the passphrase is given, and beside it the sealed content, as data."""
    says = {
        "busy": _("Opening…"),
        "wrong": _("This passphrase does not open the document. Check the words and try again."),
        "unable": _("This browser cannot open the document. A current Firefox, Chrome, Edge or Safari can."),
    }
    data = " ".join(f'data-{name}="{escape(str(value))}"' for name, value in (told | says).items())
    title, label, button = (escape(text) for text in (_("Protected document"), _("Passphrase"), _("Open the document")))
    hint = escape(_("The passphrase reached you separately. Nothing you type here leaves this device."))
    script_needed = escape(_("JavaScript must be allowed for this page: it decrypts the document, here."))
    return (
        f"<main><header><h1>{title}</h1></header>\n<p>{hint}</p>\n"
        f'<form autocomplete="off"><label for="passphrase">{label}</label>\n'
        '<input id="passphrase" type="password" autocomplete="off" autocapitalize="none" spellcheck="false">\n'
        f'<button>{button}</button></form>\n<p role="status" aria-live="polite"></p>\n'
        f'<div id="sealed" hidden {data}></div>\n<noscript><p>{script_needed}</p></noscript></main>'
    )
