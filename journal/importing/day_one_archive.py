"""The archive that Day One hands over: JSON files beside folders of pictures, read without unpacking it."""

import zipfile
import zlib
from pathlib import PurePosixPath
from typing import BinaryIO

from journal.errors.imports import ArchiveOfNotes, ImportTooLarge, UnsafeArchive
from journal.importing import day_one
from journal.importing.formats import ImportOptions
from journal.importing.incoming import LARGEST_FILE, Read, text_of

PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How exports pack; other ways ask for memory of their own choice, and fail in ways of their own."""
SIGNATURE = b"PK\x03\x04"
_MOST_MEMBERS = 100_000
_DENSEST = 200  # times its packed size; texts pack to a tenth
_DEEPEST = 2  # levels
_OF_MACOS = "__MACOSX"  # what its packer puts beside everything
_SMALL = 1024 * 1024  # bytes that may be packed as tightly as they like


def read(file: BinaryIO, options: ImportOptions) -> Read:
    """Yield the entries of every JSON file; raise UnsafeArchive, ImportTooLarge or ArchiveOfNotes."""
    try:
        with zipfile.ZipFile(file) as archive:
            journals = _journals(archive)
            texts = [(each.filename, _text(archive, each)) for each in journals]
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError):
        raise UnsafeArchive from None
    for name, text in texts:
        read_entries = day_one.read_text(text, options, {"path": name})
        yield from day_one.of_journal(read_entries, PurePosixPath(name).stem) if len(texts) > 1 else read_entries


def _journals(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    members = archive.infolist()
    names = [each.filename for each in members]
    if len(members) > _MOST_MEMBERS or len(set(names)) != len(names) or not all(map(_safe, names)):
        raise UnsafeArchive
    journals = [each for each in members if _is_journal(PurePosixPath(each.filename))]
    if not journals:
        endings = sorted({PurePosixPath(name).suffix for name in names if not name.endswith("/")})
        raise ArchiveOfNotes(seen=", ".join(endings[:10]))
    if any(each.compress_type not in PACKED for each in journals):
        raise UnsafeArchive
    if sum(each.file_size for each in journals) > LARGEST_FILE:
        raise ImportTooLarge
    if any(each.file_size > _SMALL and each.file_size > _DENSEST * max(1, each.compress_size) for each in journals):
        raise UnsafeArchive
    return sorted(journals, key=lambda each: each.filename)


def _is_journal(path: PurePosixPath) -> bool:
    """Whether a member may be a journal: on top, or in the folder that somebody packed anew."""
    return path.suffix.lower() == ".json" and len(path.parts) <= _DEEPEST and path.parts[0] != _OF_MACOS


def _safe(name: str) -> bool:
    path = PurePosixPath(name)
    return bool(name) and "\\" not in name and ":" not in name and not path.is_absolute() and ".." not in path.parts


def _text(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> str:
    """Return a member as text, never more of it than it says it holds."""
    with archive.open(member) as file:
        content = file.read(member.file_size + 1)
    if len(content) != member.file_size:
        raise UnsafeArchive
    return text_of(content, {"path": member.filename})
