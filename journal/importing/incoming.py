"""Values that a reader hands over, and how much it may take in: an import can come from anybody."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, BinaryIO, ParamSpec

from pydantic import ValidationError

from journal.errors.imports import DamagedImport, DamagedImportField, ImportOverCap, ImportTooLarge, UnreadableText
from journal.importing.formats import Format
from journal.importing.moments import DayFormat, Order
from journal.importing.notices import Notice
from journal.model.entry import NewEntry, Ref
from journal.model.person import Person

P = ParamSpec("P")

# Caps against exhaustion, far above what a life of journals needs.
LARGEST_FILE = 256 * 1024 * 1024  # bytes
_PIECE = 1024 * 1024  # bytes
LONGEST_LINE = 8 * 1024 * 1024  # bytes
MOST_ENTRIES = 200_000
MOST_REFUSED = 1_000  # entries; a file with more is of another format
MOST = {"tags": 500, "people": 500, "patterns": 20, "links": 2_000, "aliases": 500, "forms": 100}
"""Of one entry, and forms of one person."""
MOST_IN_ALL = {"tags": 20_000, "people": 5_000, "aliases": 2_000}
"""Of one import, each counted once."""

Place = Mapping[str, object]
"""Where an entry stands in its source, as facts of an error: path, line or number."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """An entry that was read: its place in the source, and its number there if it had one."""

    place: Place
    new: NewEntry
    ref: Ref | None = None
    created_at: datetime | None = None
    people: tuple[Person, ...] = ()  # with the aliases they carried, for a journal that does not know them yet
    identity: str = field(default="", repr=False)  # what the source calls it
    notices: Mapping[Notice, int] = field(default_factory=dict)
    kept: tuple[str, ...] = field(default=(), repr=False)  # names of fields that stand at the end of the body
    left: tuple[str, ...] = field(default=(), repr=False)  # names of fields that stay behind
    filed: str = field(default="", repr=False)  # the end of the body that tells where its file stood
    orders: frozenset[Order] = frozenset()  # in which its dates stand
    month_first: "Incoming | None" = field(default=None, repr=False)  # the same, read so, where either may be meant


@dataclass(frozen=True, slots=True)
class OtherFiles:
    """The files of a folder that are not read, counted by their endings."""

    endings: Counter[str]


Read = Iterator[Incoming | DamagedImport | Counter[Notice] | OtherFiles | DayFormat | Format]
"""What a reader yields: entries, those that cannot be taken over, and what is to be known of the source itself."""


def attempted(make: Callable[P, Incoming], *given: P.args, **named: P.kwargs) -> Incoming | DamagedImport:
    """Return an entry, or why it cannot be one: what is wrong costs itself only."""
    try:
        return make(*given, **named)
    except DamagedImport as error:
        return error.with_traceback(None)  # its frames would keep what they read, of thousands of entries


def lines_of(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield the numbered lines of a file without their ends; raise ImportTooLarge."""
    taken = 0
    number = 0
    while line := file.readline(LONGEST_LINE + 1):
        number += 1
        taken += len(line)
        if taken > LARGEST_FILE or len(line) > LONGEST_LINE:
            raise ImportTooLarge
        yield number, (line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line).rstrip(b"\r\n")


def whole_of(file: BinaryIO) -> str:
    """Return a whole file as text; raise ImportTooLarge or UnreadableText."""
    return text_of(bytes_of(file), {})


def bytes_of(file: BinaryIO) -> bytes:
    """Return a whole file, piece by piece: to ask for the most at once would make room for it. Raise ImportTooLarge."""
    content = bytearray()
    while piece := file.read(_PIECE):
        content += piece
        if len(content) > LARGEST_FILE:
            raise ImportTooLarge
    return bytes(content)


def text_of(content: bytes, place: Place) -> str:
    """Return bytes as text: UTF-8, or UTF-16 that says so; raise UnreadableText with its line."""
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return content.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableText(**(place if "path" in place else {"line": line, **place})) from None


def made(place: Place, fields: dict[str, Any]) -> NewEntry:
    """Return the entry these fields describe; raise DamagedImport, naming the field when it is one of ours."""
    for name, most in MOST.items():
        if isinstance(fields.get(name), list | tuple) and len(fields[name]) > most:
            raise ImportOverCap(**place, field=name, most=most)
    try:
        return NewEntry.model_validate(fields)
    except ValidationError as error:
        loc = error.errors(include_input=False, include_context=False, include_url=False)[0]["loc"]
        if loc and loc[0] in NewEntry.model_fields:
            raise DamagedImportField(**place, field=loc[0]) from None
        raise DamagedImport(**place) from None
    except (ValueError, TypeError, KeyError):  # a kind or details that do not exist
        raise DamagedImport(**place) from None
