"""Day One Classic: a folder `entries` with one property list (`.doentry`) for each entry, and `photos` beside it."""

import plistlib
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.parsers.expat import ExpatError

from journal import plain_files
from journal.errors.imports import ClosedFile, DamagedImport, DamagedImportField, TooLongFile
from journal.errors.refusals import UnsafeTarget
from journal.importing import day_one, day_one_text
from journal.importing.formats import ImportOptions
from journal.importing.incoming import LONGEST_LINE, Incoming, Place, Read, attempted
from journal.importing.jrnl_json import text_field, texts_field
from journal.importing.notices import Notice

ENDING = ".doentry"
_TAKEN = ("Creation Date", "Entry Text", "Time Zone", "Tags", "UUID", "Starred", "Location", "Weather", "Creator",
          "Ignore Step Count")  # fmt: skip


def read_files(files: list[Path], folder: Path, options: ImportOptions) -> Read:
    """Yield the entries as situations, and those that are none."""
    beside = {path.parent.parent / "photos" for path in files}
    pictures = {path.stem for photos in beside for path in photos.glob("*") if path.is_file()}
    for path in files:
        yield attempted(_incoming, path, {"path": path.relative_to(folder)}, pictures, options)


def _incoming(path: Path, place: Place, pictures: set[str], options: ImportOptions) -> Incoming:
    entry = _property_list(path, place)
    utc = entry.get("Creation Date")
    happened = day_one.lived(utc.replace(tzinfo=UTC), entry.get("Time Zone")) if isinstance(utc, datetime) else None
    if happened is None:
        raise DamagedImportField(**place, field="Creation Date")
    notices = Counter({
        Notice.PICTURES: path.stem in pictures,
        Notice.PLACES: bool(entry.get("Location")),
        Notice.WEATHER: bool(entry.get("Weather")),
        Notice.STARS: entry.get("Starred") is True,
    })  # fmt: skip
    text = day_one_text.plain(text_field(entry, "Entry Text", place), notices)
    tags = [tag.strip() for tag in texts_field(entry, "Tags", place) if tag.strip()]
    identity = text_field(entry, "UUID", place) or path.stem
    left = day_one.left_of(entry, _TAKEN)
    told = day_one.incoming(place, text, tags, happened, identity, notices, text_tags=options.text_tags)
    return replace(told, left=left)


def _property_list(path: Path, place: Place) -> dict[str, Any]:
    """Return an XML property list, in which the parser refuses entities; raise DamagedImport."""
    try:
        with plain_files.opened(path) as file:
            content = file.read(LONGEST_LINE + 1)
    except (OSError, UnsafeTarget):
        raise ClosedFile(**place) from None
    if len(content) > LONGEST_LINE:
        raise TooLongFile(**place, most=LONGEST_LINE // 2**20)
    try:
        value = plistlib.loads(content, fmt=plistlib.FMT_XML)
    except (ExpatError, ValueError, TypeError, AttributeError, KeyError, IndexError, OverflowError, RecursionError):
        raise DamagedImport(**place) from None
    if not isinstance(value, dict):
        raise DamagedImport(**place)
    return value
