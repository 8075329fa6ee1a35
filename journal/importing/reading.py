"""From a path to entries: the format told or recognised, everything read and validated before anything is kept."""

import io
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from journal import plain_files
from journal.errors import FileMissing
from journal.errors.imports import (
    DamagedImport,
    ImportTooLarge,
    NoEntry,
    TooManyBad,
    TooManyNames,
    UnknownDateFormat,
    UnrecognisedImport,
)
from journal.faults import named
from journal.importing import (
    day_one,
    day_one_archive,
    day_one_classic,
    folders,
    jrnl_json,
    jrnl_text,
    note,
    recognition,
    recul_lines,
)
from journal.importing.formats import Format, ImportOptions
from journal.importing.incoming import (
    LARGEST_FILE,
    MOST_ENTRIES,
    MOST_IN_ALL,
    MOST_REFUSED,
    Incoming,
    Read,
    attempted,
    text_of,
    whole_of,
)
from journal.importing.moments import DayFormat
from journal.importing.notices import Notice
from journal.model.person import Person


@dataclass(frozen=True, slots=True)
class Reading:
    """What a source holds: entries, what cannot be one, and what a person must know of both."""

    entries: tuple[Incoming, ...] = field(repr=False)
    refused: tuple[DamagedImport, ...] = ()
    notices: Mapping[Notice, int] = field(default_factory=Counter)
    kept: Mapping[str, int] = field(default_factory=Counter, repr=False)
    """Fields that Recul does not know and that stand at the end of the body, with the number of their entries."""
    format: Format = Format.RECUL
    date_format: str = ""
    """How dates were read, where they are not those of ISO."""

    def people(self) -> Iterator[Person]:
        """Yield the people who come along, with their aliases."""
        return (person for each in self.entries for person in each.people)

    def whole(self) -> tuple[Incoming, ...]:
        """Return the entries; raise the first error when some cannot be read."""
        for error in self.refused:
            raise error
        return self.entries


_READERS: Mapping[Format, Callable[[BinaryIO, ImportOptions], Read]] = {
    Format.RECUL: recul_lines.read,
    Format.JRNL_JSON: jrnl_json.read,
    Format.JRNL_TEXT: jrnl_text.read,
    Format.DAY_ONE: day_one.read,
}


def read_source(source: str, options: ImportOptions) -> Reading:
    """Return everything a file, a folder or standard input (`-`) holds, validated.

    Raise FileMissing, UnsafeTarget, ImportTooLarge, TooManyNames, UnsafeArchive, UnrecognisedImport and its kinds.
    """
    if options.date_format and DayFormat.of(options.date_format) is None:
        raise UnknownDateFormat
    if source == "-":
        content = sys.stdin.buffer.read(LARGEST_FILE + 1)
        if len(content) > LARGEST_FILE:
            raise ImportTooLarge
        return _collected(_read(io.BytesIO(content), None, options))
    path = Path(source)
    try:
        if path.is_dir():
            return _collected(folders.read(path, options))
        with plain_files.opened(path) as file:
            if path.stat().st_size > LARGEST_FILE:
                raise ImportTooLarge
            return _collected(_read(file, path, options))
    except FileNotFoundError:
        raise FileMissing(path=source) from None
    except OSError as error:
        raise named(error) from None


def _read(file: BinaryIO, path: Path | None, options: ImportOptions) -> Read:
    start = file.read(recognition.SNIFFED)
    file.seek(0)
    file_format = options.chosen or recognition.recognised(start, path.name if path else "")
    yield file_format
    yield from _read_as(file_format, file, path, start, options)


def _read_as(file_format: Format, file: BinaryIO, path: Path | None, start: bytes, options: ImportOptions) -> Read:
    if file_format is Format.DAY_ONE and start.startswith(day_one_archive.SIGNATURE):
        return day_one_archive.read(file, options)
    if file_format is Format.DAY_ONE and path and path.suffix.lower() == day_one_classic.ENDING:
        return day_one_classic.read_files([path], path.parent, options)
    if file_format in _READERS:
        return _READERS[file_format](file, options)
    if file_format is Format.QUESTIONS:
        raise UnrecognisedImport
    if path is None:
        text = text_of(file.read(), {})
        return iter([attempted(note.read, text, None, {"line": 1}, options)])
    return folders.read_file(file_format, path, whole_of(file), {"path": Path(path.name)}, options)


def _collected(read: Read) -> Reading:
    """Return all that was read, counted; raise ImportTooLarge or TooManyNames when it is too much."""
    entries: list[Incoming] = []
    refused: list[DamagedImport] = []
    notices, kept = Counter[Notice](), Counter[str]()
    date_format, file_format = "", Format.RECUL
    for each in read:
        match each:
            case Incoming():
                entries.append(each)
                notices.update(each.notices)
                kept.update(each.kept)
            case DamagedImport():
                refused.append(each)
            case Format():
                file_format = each
            case DayFormat():
                date_format = each.pattern
            case _:
                notices.update(each)
        if len(entries) > MOST_ENTRIES:
            raise ImportTooLarge
        if len(refused) > MOST_REFUSED:
            raise TooManyBad(most=MOST_REFUSED)
    if not entries and not refused:
        raise NoEntry
    _check_names(entries)
    return Reading(tuple(entries), tuple(refused), +notices, kept, file_format, date_format)


def _check_names(entries: list[Incoming]) -> None:
    """Raise TooManyNames when the entries bring more names than a journal can look for in its texts."""
    found = {
        "tags": {tag for each in entries for tag in each.new.tags},
        "people": {name for each in entries for name in each.new.people},
        "aliases": {person.name for each in entries for person in each.people},
    }
    for name, names in found.items():
        if len(names) > MOST_IN_ALL[name]:
            raise TooManyNames(field=name, most=MOST_IN_ALL[name])
