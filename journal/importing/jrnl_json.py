"""The JSON export of jrnl (https://jrnl.sh): one object whose `entries` carry title, body, date and time."""

from collections import Counter
from typing import Any, BinaryIO

from journal.errors.imports import DamagedImport, DamagedImportField
from journal.importing import json_values, moments, titles
from journal.importing.formats import ImportOptions
from journal.importing.incoming import Incoming, Place, Read, attempted, made, whole_of
from journal.importing.notices import Notice

_TAKEN = ("title", "body", "date", "time", "tags", "starred", "uuid")


def read(file: BinaryIO, _options: ImportOptions) -> Read:
    """Yield the entries as situations, and those that are none."""
    value, repeated = json_values.parse(whole_of(file), 1)
    yield Counter({Notice.REPEATED_KEY: repeated})
    for number, entry in enumerate(entries_of(value), start=1):
        yield attempted(_incoming, entry, {"number": number})


def entries_of(value: object) -> list[object]:
    """Return the list under `entries`; raise DamagedImport when there is none."""
    entries = value.get("entries") if isinstance(value, dict) else None
    if not isinstance(entries, list):
        raise DamagedImport(number=1)
    return entries


def text_field(entry: dict[str, Any], name: str, place: Place) -> str:
    """Return a text that may be missing; raise DamagedImportField when it is something else."""
    value = entry.get(name)
    if value is not None and not isinstance(value, str):
        raise DamagedImportField(**place, field=name)
    return value or ""


def texts_field(entry: dict[str, Any], name: str, place: Place) -> list[str]:
    """Return a list of texts that may be missing; raise DamagedImportField when it is something else."""
    value = entry.get(name) or []
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise DamagedImportField(**place, field=name)
    return value


def _incoming(entry: object, place: Place) -> Incoming:
    if not isinstance(entry, dict):
        raise DamagedImport(**place)
    day, clock = text_field(entry, "date", place), text_field(entry, "time", place)
    happened = moments.parse(f"{day} {clock}".strip())
    if happened is None:
        raise DamagedImportField(**place, field="date")
    title, body, cut = titles.fitted(text_field(entry, "title", place), text_field(entry, "body", place))
    tags = [tag.lstrip("@#").strip() for tag in texts_field(entry, "tags", place)]
    notices = Counter({Notice.STARS: bool(entry.get("starred")), Notice.TITLE_CUT: cut, Notice.UNTITLED: not title})
    fields = {
        "kind": "situation",
        "title": title,
        "body": body,
        "tags": [tag for tag in tags if tag],
        "happened_at": happened,
    }
    left = tuple(sorted(name for name, value in entry.items() if name not in _TAKEN and value))
    return Incoming(place, made(place, fields), created_at=happened, notices=+notices, left=left)
