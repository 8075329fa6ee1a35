"""Protections of a file on its way: age, an HTML page that asks for the passphrase, or an encrypted PDF."""

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from journal.errors import MissingPassphrase, ProtectionUnfit
from journal.model.audience import Audience
from journal.model.disclosure import FileFormat, Protection
from journal.sharing.document import Document
from journal.sharing.rendering.formats import renderer

if TYPE_CHECKING:
    from journal.sharing.protecting.html_page import Answering


@dataclass(frozen=True, slots=True)
class Encryption:
    """A protection with its passphrase, or the recipient's age public key in place of one."""

    protection: Protection = Protection.NONE
    passphrase: str = field(default="", repr=False)
    age_key: str = ""

    def check(self, form: FileFormat) -> None:
        """Raise ProtectionUnfit when the form cannot be closed so, MissingPassphrase when nothing would open it."""
        if not renderer(form).allows(self.protection):
            raise ProtectionUnfit
        keyed = self.protection is Protection.AGE and self.age_key
        if self.protection is not Protection.NONE and not keyed and not self.passphrase:
            raise MissingPassphrase


def ending(form: FileFormat, protection: Protection) -> str:
    """Return the ending of the file's name: "pdf", or "pdf.age"."""
    return f"{form.value}.age" if protection is Protection.AGE else form.value


def protect(content: bytes, encryption: Encryption, document: Document, answering: "Answering | None" = None) -> bytes:
    """Return the content closed; the document tells in which language a page asks for the passphrase.

    A locked page lets its reader answer when it is given what that needs.
    """
    passphrase = unicodedata.normalize("NFC", encryption.passphrase)  # as keyboards give it, however it was stored
    if encryption.protection is Protection.AGE:
        from journal.sharing.protecting import age

        return age.encrypt(content, passphrase=passphrase, key=encryption.age_key)
    if encryption.protection is Protection.HTML:
        from journal.sharing.protecting import html_page

        return html_page.encrypt(
            content, passphrase, document.language, answering, own=document.audience is Audience.ME
        )
    if encryption.protection is Protection.PDF:
        from journal.sharing.protecting import pdf

        return pdf.encrypt(content, passphrase)
    return content
