"""One HTML file that asks for the passphrase and opens in any current browser, offline, by the browser's own WebCrypto.

AES-256-GCM under a key from PBKDF2-HMAC-SHA-512. The page's policy allows our script and our style by their hashes and
forbids every request; nothing is stored. WebCrypto knows no Argon2, hence many rounds and a generated passphrase.
Inside the ciphertext, the page of a reader who may answer holds the public key of this departure.
"""

import base64
import os
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from importlib.resources import files

from journal.language import Language, _, speaking
from journal.model import sealed_answer
from journal.sharing.rendering.html import page, style

ROUNDS = 1_000_000  # OWASP (2023) asks for 210,000 of SHA-512 and 600,000 of SHA-256
_SALT = 16
_IV = 12
_PURPOSE = b"recul page v1"
_SCRIPTS = ("hpke.js", "answering.js", "opening.js")


@dataclass(frozen=True, slots=True)
class Answering:
    """What lets a reader answer in the page: which departure, the key that answers are closed to, a mark a passage."""

    departure: bytes
    key: bytes
    marks: tuple[str, ...] = ()


def encrypt(
    content: bytes,
    passphrase: str,
    language: Language,
    answering: Answering | None = None,
    *,
    own: bool = False,
    rounds: int = ROUNDS,
    random: Callable[[int], bytes] = os.urandom,
) -> bytes:
    """Return the page that holds an HTML document encrypted, with what an answer needs when one is wished for.

    One's `own` was sent by nobody: who lost the words has nobody to ask.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.hashes import SHA512
    from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

    salt, iv = random(_SALT), random(_IV)
    secret = unicodedata.normalize("NFC", passphrase).encode()
    key = PBKDF2HMAC(algorithm=SHA512(), length=32, salt=salt, iterations=rounds).derive(secret)
    with speaking(language):
        if answering is not None:
            content = _before_the_end(content, _answering(answering))
        content = content.replace(f"<style>{style()}</style>".encode(), b"", 1)  # the page around it brings its own
        sealed = AESGCM(key).encrypt(iv, content, _PURPOSE)
        told = {"rounds": rounds, "salt": _text(salt), "iv": _text(iv), "purpose": _text(_PURPOSE)}
        body = _door({**told, "sealed": _text(sealed)}, own=own)
        return page(_("Protected document"), language, body, script=script(), more_style=part("answering.css")).encode()


def tell_the_mail(content: bytes, language: Language) -> bytes:
    """Return an open page with a line on how to answer; it holds no key, for it could be altered on its way."""
    with speaking(language):
        words = escape(
            _("To send a question back: write it in a mail to the person who sent you this, one question a line.")
        )
    return _before_the_end(content, f'<p class="about">{words}</p>', end=b"</main>")


def script() -> str:
    """Return the one script of the page: how answers are sealed, how they are written, how the page opens."""
    return "\n".join(part(name) for name in _SCRIPTS)


def part(name: str) -> str:
    """Return a script or a style of a page, by its file."""
    return files("journal.sharing.protecting").joinpath(name).read_text(encoding="utf-8")


def _before_the_end(content: bytes, told: str, end: bytes = b"</body>") -> bytes:
    """Return a page with something before it ends; what a person wrote is escaped, so that this ends it once."""
    head, found, tail = content.rpartition(end)
    return head + told.encode() + found + tail


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _data(told: Mapping[str, object]) -> str:
    return " ".join(f'data-{name}="{escape(str(value))}"' for name, value in told.items())


def _door(told: dict[str, object], *, own: bool) -> str:
    """Return what is shown before the passphrase is given, and beside it the sealed content, as data."""
    says = {
        "busy": _("Opening…"),
        "opened": _("The document is open."),
        "empty": _("Type the passphrase first."),
        "wrong": _("This passphrase does not open the document. Check the words and try again."),
        "unable": _("This browser cannot open the document. A current Firefox, Chrome, Edge or Safari can."),
        "content": _(
            "This page was opened in a place where the browser cannot decrypt. Save the file on the device, then "
            "open it from the browser itself, or on a computer."
        ),
    }
    title, label, button, eye = (
        escape(text)
        for text in (_("Protected document"), _("Passphrase"), _("Open the document"), _("Show what I type"))
    )
    if own:
        words = _("The words you chose or noted when you made this file. Nothing you type here leaves this device.")
        lost = escape(_("Lost them? Then nobody can open this file."))
    else:
        words = _(
            "Six words joined by hyphens, which reached you separately. Nothing you type here leaves this device."
        )
        lost = escape(_("Lost them? Ask the person who sent you this file; nobody else can open it."))
    form = escape(words)
    inert = escape(_("Nothing to type here? This is only a preview: save the file first, then open it in a browser."))
    return (
        f'<main><header><h1>{title}</h1></header>\n<p id="inert">{inert}</p>\n'
        f'<form autocomplete="off" hidden><p id="form">{form}</p><label for="passphrase">{label}</label>\n'
        '<input id="passphrase" type="password" autocomplete="off" autocapitalize="none" autocorrect="off" '
        'spellcheck="false" aria-describedby="form">\n'
        f'<button id="eye" type="button" class="quiet" aria-pressed="false" aria-controls="passphrase">{eye}</button>\n'
        f'<button id="open">{button}</button><p class="about">{lost}</p></form>\n'
        f'<div id="sealed" hidden {_data(told | says)}></div></main>\n<p role="status" aria-live="polite"></p>'
    )


def _answering(answering: Answering) -> str:
    """Return, as data inside the ciphertext, what the page needs to seal an answer, and its words."""
    told = {
        "departure": _text(answering.departure),
        "key": _text(answering.key),
        "marks": " ".join(answering.marks),
        "purpose": sealed_answer.PURPOSE.decode(),
        "begin": sealed_answer.BEGIN,
        "end": sealed_answer.END,
        "title": _("Your question in return"),
        "ask": _("A question on this passage"),
        "here": _("Your question on this passage"),
        "about": _("Your question on “{title}”"),
        "what": _(
            "What you write is sealed here, in this page, for the person who sent you the document, and for them "
            "alone. Nothing is sent and nothing is stored: you send the block or the file yourself."
        ),
        "copy": _("Copy as a block for a mail"),
        "save": _("Save as a file to attach"),
        "block": _("The block, to paste whole into your mail"),
        "before": _("An answer, sealed. To be opened in Recul: paste the whole block there."),
        "file": _("recul-answer.txt"),
        "nothing": _("Write a question first."),
        "copied": _("Copied: paste it into your mail."),
        "byhand": _("Select the block above and copy it into your mail."),
        "saved": _("Saved with your downloads: attach the file to your mail."),
    }
    return f'<div id="answering" hidden {_data(told)}></div>'
