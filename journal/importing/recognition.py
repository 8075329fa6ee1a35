"""Recognition: what a file is, by its beginning and its name, in an order that leaves no file to two readers."""

import re
from pathlib import PurePath

from journal.errors.imports import DayOneText, EncryptedJrnl, JoplinArchive, OtherJrnl, UnnamedText, UnrecognisedImport
from journal.importing import day_one_archive, front_matter, joplin, jrnl_text, rednotebook
from journal.importing.formats import Format

SNIFFED = 96 * 1024  # bytes looked at
_ENCRYPTED = (b"JRNL", b"gAAAAA")  # a header of jrnl's, or a token of Fernet, which it encrypts with
_OBJECT_WITH_ENTRIES = re.compile(r'"(?:entries|metadata)"\s*:')
_OF_RECUL = re.compile(r'"(?:kind|body|title|happened_at)"')
_DAY_ONE_TEXT = re.compile(r"\A\s*\tDate:\t")
_PROPERTY_LIST = re.compile(r"\A\s*<\?xml[^>]*>\s*<!DOCTYPE plist")
_OTHER_JRNL = re.compile(r"# \d{4}\n\s*## [^\W\d_]+\n\s*### \d{4}-|\s*<\?xml[^>]*>\s*<journal>")
_NOTES = (".md", ".markdown")


def recognised(start: bytes, name: str) -> Format:
    """Return the format of a file by its first bytes; raise what tells why there is none, and what to do."""
    if start.startswith(_ENCRYPTED):
        raise EncryptedJrnl
    if name.lower().endswith(".jex"):
        raise JoplinArchive
    if start.startswith(day_one_archive.SIGNATURE):
        return Format.DAY_ONE
    encoding = "utf-16" if start.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    text = start.decode(encoding, "replace").replace("\r\n", "\n")
    if text.lstrip().startswith("{"):
        return _json(text.lstrip())
    if _PROPERTY_LIST.match(text):
        return Format.DAY_ONE
    if _DAY_ONE_TEXT.match(text):
        raise DayOneText
    return _of_text(text, PurePath(name))


def _of_text(text: str, name: PurePath) -> Format:
    is_note = name.suffix.lower() in _NOTES
    if _OTHER_JRNL.match(text):
        raise OtherJrnl
    if rednotebook.recognised(name.name, text):
        return Format.REDNOTEBOOK
    if is_note and joplin.NAME.fullmatch(name.stem) and joplin.recognised(text):
        return Format.JOPLIN
    if front_matter.begins(text):
        return Format.MARKDOWN
    if jrnl_text.begins(text) or (not is_note and jrnl_text.recognised(text)):
        return Format.JRNL_TEXT
    if is_note:
        return Format.MARKDOWN
    if name.suffix.lower() == ".txt":
        raise UnnamedText
    raise UnrecognisedImport


def _json(text: str) -> Format:
    first_line = text.partition("\n")[0]
    if '"kind"' in first_line or ('"body"' in first_line and not _OBJECT_WITH_ENTRIES.search(first_line)):
        return Format.RECUL
    if _OBJECT_WITH_ENTRIES.search(text) or text.rstrip() in ("{", "{}"):
        return Format.DAY_ONE if '"creationDate"' in text or '"version"' in text else Format.JRNL_JSON
    if not _OF_RECUL.search(text):
        raise UnrecognisedImport
    return Format.RECUL
