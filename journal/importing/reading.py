"""Reader of a path: the format told or recognised, everything read and validated before anything is kept."""

import io
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
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
    OtherFiles,
    Read,
    attempted,
    bytes_of,
    text_of,
    whole_of,
)
from journal.importing.moments import DayFormat, Order
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
    left: Mapping[str, int] = field(default_factory=Counter, repr=False)
    """Fields that stay behind, with the number of their entries."""
    others: Mapping[str, int] = field(default_factory=Counter)
    """The files of a folder that are not read, by their endings."""
    refused_more: int = 0
    """How many more cannot be one, beyond those that are named."""
    format: Format = Format.RECUL
    date_format: str = ""
    """How dates were read, where they are not those of ISO."""

    def people(self) -> Iterator[Person]:
        """Yield the people who come along, with their aliases."""
        return (person for each in self.entries for person in each.people)

    def silent_of(self, some: Iterable[Incoming]) -> "Reading":
        """Return the same with nothing to be known of some of its entries, which are there already."""
        notices, kept, left = Counter(self.notices), Counter(self.kept), Counter(self.left)
        for each in some:
            notices.subtract(each.notices)
            kept.subtract(each.kept)
            left.subtract(each.left)
        return replace(self, notices=+notices, kept=+kept, left=+left)

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
        content = bytes_of(sys.stdin.buffer)
        return _collected(_read(io.BytesIO(content), None, options), options)
    path = Path(source)
    try:
        if path.is_dir():
            return _collected(folders.read(path, options), options)
        with plain_files.opened(path) as file:
            if path.stat().st_size > LARGEST_FILE:
                raise ImportTooLarge
            return _collected(_read(file, path, options), options)
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


def _collected(read: Read, options: ImportOptions) -> Reading:
    """Return all that was read, counted; raise ImportTooLarge, TooManyBad, NoEntry or TooManyNames."""
    collection = _Collection(options)
    for each in read:
        collection.take(each)
    entries = collection.entries
    if collection.refused_more and not entries:
        raise TooManyBad(most=MOST_REFUSED)
    if not entries and not collection.refused:
        raise NoEntry
    _check_names(entries)
    return in_one_order([collection.whole()])[0]


class _Collection:
    """What is read, as it comes."""

    def __init__(self, options: ImportOptions) -> None:
        self._skip_bad = options.skip_bad
        self.entries: list[Incoming] = []
        self.refused: list[DamagedImport] = []
        self.refused_more = 0
        self._notices, self._kept = Counter[Notice](), Counter[str]()
        self._left, self._others = Counter[str](), Counter[str]()
        self._date_format, self._format = "", Format.RECUL

    def take(self, each: Incoming | DamagedImport | Counter[Notice] | OtherFiles | DayFormat | Format) -> None:
        """Count one thing that was read; raise ImportTooLarge or TooManyBad."""
        match each:
            case Incoming():
                if len(self.entries) >= MOST_ENTRIES:
                    raise ImportTooLarge
                self.entries.append(each)
                self._notices.update(each.notices)
                self._kept.update(each.kept)
                self._left.update(each.left)
            case DamagedImport():
                self._refuse(each)
            case Format():
                self._format = each
            case DayFormat():
                self._date_format = each.pattern
            case OtherFiles():
                self._others.update(each.endings)
            case _:
                self._notices.update(each)

    def _refuse(self, error: DamagedImport) -> None:
        if len(self.refused) < MOST_REFUSED:
            self.refused.append(error)
        elif self._skip_bad:
            self.refused_more += 1
        else:
            raise TooManyBad(most=MOST_REFUSED)

    def whole(self) -> Reading:
        """Return all of it."""
        return Reading(
            tuple(self.entries), tuple(self.refused), +self._notices, self._kept, self._left, self._others,
            self.refused_more, self._format, self._date_format,
        )  # fmt: skip


def in_one_order(readings: Sequence[Reading]) -> list[Reading]:
    """Return sources whose dates stand in one order: month first when some can only be read so and none day first."""
    orders = {order for reading in readings for each in reading.entries for order in each.orders}
    if Order.MONTH_FIRST not in orders or Order.DAY_FIRST in orders:
        return list(readings)
    return [_month_first(reading) for reading in readings]


def _month_first(reading: Reading) -> Reading:
    entries = tuple(each.month_first or each for each in reading.entries)
    notices = Counter(reading.notices)
    for each in reading.entries:
        if each.month_first:
            notices.subtract(each.notices)
            notices.update(each.month_first.notices)
    return replace(reading, entries=entries, notices=+notices)


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
