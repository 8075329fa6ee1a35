"""What a reader hands over, and how much it may take in: an import can come from anybody."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO, NoReturn

from pydantic import ValidationError

from journal.errors import DamagedImport, DamagedImportField, ImportTooLarge
from journal.model.entry import NewEntry, Ref
from journal.model.person import Person

# Caps against exhaustion, far above what a life of journals needs.
LARGEST_FILE = 256 * 1024 * 1024  # bytes
LONGEST_LINE = 8 * 1024 * 1024  # bytes
MOST_ENTRIES = 200_000
DEEPEST = 32  # levels of nesting in one JSON value


@dataclass(frozen=True, slots=True)
class Incoming:
    """An entry that was read: its place in the source, counted from 1, and its number there if it had one."""

    line: int
    new: NewEntry
    ref: Ref | None = None
    created_at: datetime | None = None
    people: tuple[Person, ...] = ()  # with the aliases they carried, for a journal that does not know them yet
    exported: bool = False  # whether it looks like a page that Recul itself wrote for a reader


def lines_of(file: BinaryIO) -> Iterator[tuple[int, str]]:
    """Yield the numbered lines of a UTF-8 file; raise ImportTooLarge or DamagedImport."""
    taken = 0
    number = 0
    while line := file.readline(LONGEST_LINE + 1):
        number += 1
        taken += len(line)
        if taken > LARGEST_FILE or len(line) > LONGEST_LINE:
            raise ImportTooLarge
        try:
            yield number, line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
        except UnicodeDecodeError:
            raise DamagedImport(line=number) from None


def whole_of(file: BinaryIO) -> str:
    """Return a whole UTF-8 file; raise ImportTooLarge or DamagedImport."""
    content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise ImportTooLarge
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DamagedImport(line=content.count(b"\n", 0, error.start) + 1) from None


def parsed(text: str, line: int) -> Any:
    """Return a JSON value; raise DamagedImport with the line, counted from `line`."""
    try:
        value = json.loads(text, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise DamagedImport(line=line + error.lineno - 1) from None
    except (ValueError, RecursionError):
        raise DamagedImport(line=line) from None
    if _depth(value) > DEEPEST:
        raise DamagedImport(line=line)
    return value


def made(line: int, fields: dict[str, Any]) -> NewEntry:
    """Return the entry these fields describe; raise DamagedImport, naming the field when it is one of ours."""
    try:
        return NewEntry.model_validate(fields)
    except ValidationError as error:
        place = error.errors(include_input=False, include_context=False, include_url=False)[0]["loc"]
        if place and place[0] in NewEntry.model_fields:
            raise DamagedImportField(line=line, field=place[0]) from None
        raise DamagedImport(line=line) from None
    except (ValueError, TypeError, KeyError):  # a kind or details that do not exist
        raise DamagedImport(line=line) from None


def moment(value: object, line: int, field: str) -> datetime:
    """Return a moment with its offset; one without is taken as local. Raise DamagedImportField."""
    try:
        read = datetime.fromisoformat(str(value))
        return read if read.tzinfo else read.astimezone()
    except (ValueError, OverflowError, OSError):
        raise DamagedImportField(line=line, field=field) from None


def counted(incoming: Iterator[Incoming]) -> list[Incoming]:
    """Return everything that was read; raise ImportTooLarge when it is too much."""
    taken: list[Incoming] = []
    for each in incoming:
        if len(taken) >= MOST_ENTRIES:
            raise ImportTooLarge
        taken.append(each)
    return taken


def _no_constant(_name: str) -> NoReturn:
    raise ValueError("NaN and Infinity are not JSON")


def _depth(value: object) -> int:
    depth, level = 0, [value]
    while level:
        depth += 1
        if depth > DEEPEST:
            break
        inner: list[object] = []
        for each in level:
            if isinstance(each, dict):
                inner.extend(each.values())
            elif isinstance(each, list):
                inner.extend(each)
        level = inner
    return depth
