"""The JSON export of Day One: `entries` with Markdown text, a moment in UTC and the zone in which it was lived."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from journal.errors import DamagedImportEntry
from journal.importing.incoming import Incoming, made, moment, parsed, whole_of
from journal.importing.jrnl_json import listed
from journal.model.entry import title_of

_ZONE = re.compile(r"[A-Za-z_]+(/[A-Za-z0-9_+-]+){0,2}")  # a zone's name and never a path


def read(file: BinaryIO, _at: datetime) -> Iterator[Incoming]:
    """Yield the entries as situations; raise DamagedImportEntry with the number of the one that fails."""
    for number, entry in enumerate(listed(parsed(whole_of(file), 1)), start=1):
        if not isinstance(entry, dict) or not isinstance(entry.get("creationDate"), str):
            raise DamagedImportEntry(number=number)
        happened = _lived(entry, number)
        title, body = title_of("", str(entry.get("text") or ""))
        tags = [tag for tag in entry.get("tags") or [] if isinstance(tag, str) and tag.strip()]
        fields = {"kind": "situation", "title": title, "body": body, "tags": tags, "happened_at": happened}
        yield Incoming(number, made(number, fields), created_at=happened)


def _lived(entry: dict[str, Any], number: int) -> datetime:
    utc = moment(entry["creationDate"], number, "creationDate")
    zone = entry.get("timeZone")
    if not isinstance(zone, str) or not _ZONE.fullmatch(zone):
        return utc
    try:
        lived = utc.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return utc
    return datetime.fromisoformat(lived.isoformat())  # with the offset of that day instead of the zone
