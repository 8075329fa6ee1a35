"""The lines of an answer that came by mail or in a Word document: words and nothing else of either.

Both are read within caps: a mail of few parts, an archive that does not grow without end.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from html.parser import HTMLParser

from journal.errors.imports import ImportTooLarge, UnrecognisedImport, UnsafeArchive

ENDINGS = (".eml", ".docx")
LARGEST = 32 * 1024 * 1024  # bytes of a mail or document, pictures and all
_LARGEST_TEXT = 1024 * 1024  # bytes of words
_LARGEST_UNPACKED = 64 * 1024 * 1024
_MOST_PARTS = 100
_SIGNATURE = "--"
# Where a mail that is answered begins below the answer, without a sign before its lines.
_ORIGINAL = re.compile(
    r"\s*(?:-{2,}\s*(?:message d[’']origine|original message|forwarded message|message transféré)"
    r"|_{8,}\s*$|(?:le|on)\s.{6,120}\b(?:a écrit|wrote)\s*:\s*$|(?:de|from)\s*:\s.*[@<])",
    re.IGNORECASE,
)
_PARSER_FAULTS = (ValueError, LookupError, AttributeError, TypeError, RecursionError)  # many years, many authors
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_OF_ARCHIVES = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, IndexError)
_BLOCKS = {"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"}
_UNSEEN = {"style", "script", "head", "title"}


def lines_of(content: bytes, ending: str) -> list[str]:
    """Return the lines of words; raise UnrecognisedImport, UnsafeArchive or ImportTooLarge."""
    return _of_word(content) if ending == ".docx" else list(own_lines(words_of(mail_of(content))))


def own_lines(text: str) -> Iterator[str]:
    """Yield the lines that the writer wrote: neither what they quote nor what stands below their signature."""
    for line in text.splitlines():
        if line.rstrip() == _SIGNATURE or _ORIGINAL.match(line):
            return
        if not line.lstrip().startswith(">"):
            yield line


def mail_of(content: bytes) -> EmailMessage:
    """Return a mail of few parts; raise UnrecognisedImport or ImportTooLarge."""
    if len(content) > LARGEST:
        raise ImportTooLarge
    try:
        mail = message_from_bytes(content, policy=policy.default)
        if not isinstance(mail, EmailMessage) or not mail.keys() or sum(1 for _part in mail.walk()) > _MOST_PARTS:
            raise UnrecognisedImport
    except _PARSER_FAULTS:
        raise UnrecognisedImport from None
    return mail


def words_of(mail: EmailMessage) -> str:
    """Return the words of a mail: its plain text, else what its page shows."""
    try:
        part = mail.get_body(preferencelist=("plain", "html"))
        told = part.get_content() if part is not None else None
    except _PARSER_FAULTS:
        raise UnrecognisedImport from None
    if part is None or not isinstance(told, str):
        raise UnrecognisedImport
    if len(told) > _LARGEST_TEXT:
        raise ImportTooLarge
    return _Words.of(told) if part.get_content_type() == "text/html" else told


def texts_of(mail: EmailMessage) -> Iterator[str]:
    """Yield every text in a mail, what is attached to it too; what cannot be read is passed over."""
    for part in mail.walk():
        if part.get_content_maintype() != "text":
            continue
        try:
            told = part.get_content()
        except _PARSER_FAULTS:
            continue
        if isinstance(told, str) and len(told) <= _LARGEST_TEXT:
            yield _Words.of(told) if part.get_content_type() == "text/html" else told


def _of_word(content: bytes) -> list[str]:
    _check(content)
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError
    from docx.oxml.ns import qn

    try:
        body = Document(io.BytesIO(content)).element.body
        # Paragraphs wherever they stand: the cells of a row are as many as the document claims they are.
        return ["".join(text.text or "" for text in each.iter(qn("w:t"))) for each in body.iter(qn("w:p"))]
    except (PackageNotFoundError, SyntaxError, KeyError, ValueError, AttributeError, RecursionError, *_OF_ARCHIVES):
        raise UnrecognisedImport from None


def _check(content: bytes) -> None:
    """Raise UnsafeArchive or ImportTooLarge before anything of a document is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, zlib.error, ValueError, EOFError, NotImplementedError):
        raise UnsafeArchive from None
    if len({each.filename for each in members}) != len(members) or any(
        each.compress_type not in _PACKED for each in members
    ):
        raise UnsafeArchive
    if sum(each.file_size for each in members) > _LARGEST_UNPACKED:
        raise ImportTooLarge


class _Words(HTMLParser):
    """Collects what a page shows as words; nothing of it is ever shown as a page."""

    def __init__(self) -> None:
        super().__init__()
        self._told: list[str] = []
        self._unseen = 0

    @classmethod
    def of(cls, page: str) -> str:
        """Return the words of a page, a line for each of its blocks."""
        words = cls()
        words.feed(page)
        words.close()
        return "".join(words._told)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 -- the parser's
        """Begin a line with a block; a quotation is not the writer's."""
        self._unseen += tag in _UNSEEN
        self._told.append("\n> " if tag == "blockquote" else "\n" if tag in _BLOCKS else "")

    def handle_endtag(self, tag: str) -> None:
        """End what is not seen, and the line of a block."""
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))
        self._told.append("\n" if tag in _BLOCKS else "")

    def handle_data(self, data: str) -> None:
        """Keep words that are seen."""
        if not self._unseen:
            self._told.append(data)
