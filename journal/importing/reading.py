"""From a path to entries: the format told or recognised, everything read and validated before anything is kept."""

import io
import re
import stat
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from journal.errors import FileMissing, ImportTooLarge, UnrecognisedImport
from journal.errors.refusals import UnsafeTarget
from journal.faults import named
from journal.importing import day_one, jrnl_json, jrnl_text, recul_lines
from journal.importing.formats import Format
from journal.importing.incoming import LARGEST_FILE, Incoming, counted
from journal.importing.markdown_folder import read_folder

_SNIFFED = 4096  # bytes looked at to recognise a format
_JRNL_HEAD = re.compile(rb"\A\[\d{4}-\d{2}-\d{2}")
_OBJECT_WITH_ENTRIES = re.compile(rb'"(?:entries|metadata)"\s*:')


_READERS: dict[Format, Callable[[BinaryIO, datetime], Iterator[Incoming]]] = {
    Format.RECUL: recul_lines.read,
    Format.JRNL_JSON: jrnl_json.read,
    Format.JRNL_TEXT: jrnl_text.read,
    Format.DAY_ONE: day_one.read,
}


def read_source(source: str, at: datetime, chosen: Format | None = None) -> list[Incoming]:
    """Return everything a file, a folder or standard input (`-`) holds, validated.

    Raise FileMissing, UnsafeTarget, UnrecognisedImport, ImportTooLarge or DamagedImport.
    """
    if source == "-":
        content = sys.stdin.buffer.read(LARGEST_FILE + 1)
        if len(content) > LARGEST_FILE:
            raise ImportTooLarge
        return _read(io.BytesIO(content), at, chosen)
    path = Path(source)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode) and chosen in (None, Format.MARKDOWN):
            return counted(read_folder(path))
        if not stat.S_ISREG(mode):
            raise UnsafeTarget(path=source)
        if path.stat().st_size > LARGEST_FILE:
            raise ImportTooLarge
        with path.open("rb") as file:
            return _read(file, at, chosen)
    except FileNotFoundError:
        raise FileMissing(path=source) from None
    except OSError as error:
        raise named(error) from None


def _read(file: BinaryIO, at: datetime, chosen: Format | None) -> list[Incoming]:
    file_format = chosen or _recognised(file)
    if file_format not in _READERS:
        raise UnrecognisedImport
    return counted(_READERS[file_format](file, at))


def _recognised(file: BinaryIO) -> Format:
    """Return what the beginning of the file looks like; the file is read from its start again afterwards."""
    start = file.read(_SNIFFED).removeprefix(b"\xef\xbb\xbf").lstrip()
    file.seek(0)
    if _JRNL_HEAD.match(start):
        return Format.JRNL_TEXT
    if not start.startswith(b"{"):
        raise UnrecognisedImport
    first_line = start.partition(b"\n")[0]
    if b'"kind"' in first_line or (b'"body"' in first_line and not _OBJECT_WITH_ENTRIES.search(first_line)):
        return Format.RECUL
    if _OBJECT_WITH_ENTRIES.search(start) or start.rstrip() in (b"{", b"{}"):
        return Format.DAY_ONE if b'"creationDate"' in start or b'"version"' in start else Format.JRNL_JSON
    return Format.RECUL
