"""The JSON export of jrnl (https://jrnl.sh): one object whose `entries` carry title, body, date and time."""

from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO

from journal.errors import DamagedImportEntry
from journal.importing.incoming import Incoming, made, moment, parsed, whole_of


def read(file: BinaryIO, _at: datetime) -> Iterator[Incoming]:
    """Yield the entries as situations; raise DamagedImportEntry with the number of the one that fails."""
    for number, entry in enumerate(listed(parsed(whole_of(file), 1)), start=1):
        if not isinstance(entry, dict) or not all(isinstance(entry.get(name), str) for name in ("title", "date")):
            raise DamagedImportEntry(number=number)
        happened = moment(f"{entry['date']}T{entry.get('time') or '00:00'}", number, "date")
        tags = [str(tag).lstrip("@#") for tag in entry.get("tags") or [] if isinstance(tag, str)]
        fields = {
            "kind": "situation",
            "title": entry["title"],
            "body": entry.get("body") or "",
            "tags": [tag for tag in tags if tag],
            "happened_at": happened,
        }
        yield Incoming(number, made(number, fields), created_at=happened)


def listed(value: object) -> list[object]:
    """Return the list under `entries`; raise DamagedImportEntry when there is none."""
    entries = value.get("entries") if isinstance(value, dict) else None
    if not isinstance(entries, list):
        raise DamagedImportEntry(number=1)
    return entries
