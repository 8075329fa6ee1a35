"""The JSON export of Day One: `entries` with Markdown text, a moment in UTC and the zone in which it was lived."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from journal.errors.imports import DamagedImport, DamagedImportField
from journal.hygiene import LONGEST_NAME, one_line
from journal.importing import day_one_text, json_values, moments, tags, titles
from journal.importing.formats import ImportOptions
from journal.importing.incoming import Incoming, Place, Read, attempted, made, whole_of
from journal.importing.jrnl_json import entries_of, text_field, texts_field
from journal.importing.note import with_fields
from journal.importing.notices import Notice
from journal.language import ngettext

_EMPTY: tuple[object, ...] = (None, "", False, 0, [], {})
_ZONE = re.compile(r"[A-Za-z_]+(/[A-Za-z0-9_+-]+){0,2}")  # a zone's name and never a path
_RECORDINGS = ("videos", "audios", "pdfAttachments")
_MEDIA = ("photos", *_RECORDINGS)
_WORDS = {"caption": _MEDIA, "title": _RECORDINGS, "transcription": _RECORDINGS, "text": ("comments",)}
"""Words that stand beside the text: what they are called there, and of what."""
_TAKEN = frozenset((
    *_MEDIA, "comments", "text", "richText", "tags", "creationDate", "modifiedDate", "timeZone", "uuid", "location",
    "weather", "starred",
))  # fmt: skip
_OF_THE_PROGRAM = re.compile(
    r"creation\w*|source\w*|template\w*|editingTime|duration|isAllDay|entryType|clientMeta|.*[iI]d(entifier)?"
)


def read(file: BinaryIO, options: ImportOptions) -> Read:
    """Yield the entries as situations, and those that are none."""
    yield from read_text(whole_of(file), options)


def read_text(text: str, options: ImportOptions, place: Place | None = None) -> Read:
    """Yield the entries of a JSON text, told by their numbers in a place."""
    value, repeated = json_values.parse(text, 1)
    yield Counter({Notice.REPEATED_KEY: repeated})
    for number, entry in enumerate(entries_of(value), start=1):
        where = {**(place or {}), "number": number}
        yield attempted(_incoming, entry, where, options)


def of_journal(read: Read, name: str) -> Read:
    """Yield what is read with the name of its journal as a tag of every entry, told once."""
    tag = one_line(name)[:LONGEST_NAME]
    yield Counter({Notice.JOURNALS: 1})
    for each in read:
        yield _tagged(each, tag) if isinstance(each, Incoming) else each


def _tagged(each: Incoming, tag: str) -> Incoming:
    known = {name.casefold() for name in each.new.tags}
    return each if not tag or tag.casefold() in known else replace(each, new=each.new.with_(tags=(*each.new.tags, tag)))


def incoming(
    place: Place, text: str, found_tags: list[str], happened: datetime, identity: str, notices: Counter[Notice],
    *, text_tags: bool,
) -> Incoming:  # fmt: skip
    """Return an entry of Day One; one without words says what it was made of."""
    title, body, cut = titles.of_text(text)
    body = body if text else "\n".join(_media_words(notices))
    if text_tags:
        known = {tag.casefold() for tag in found_tags}
        found_tags = [*found_tags, *(tag for tag in tags.in_text(text) if tag.casefold() not in known)]
    notices += Counter({Notice.TITLE_CUT: cut, Notice.UNTITLED: not title})
    fields = {"kind": "situation", "title": title, "body": body, "tags": found_tags, "happened_at": happened}
    return Incoming(place, made(place, fields), created_at=happened, identity=identity, notices=+notices)


def _media_words(notices: Mapping[Notice, int]) -> Iterator[str]:
    """Yield what an entry without words was made of."""
    if count := notices.get(Notice.PICTURES, 0):
        yield ngettext("{count} picture not imported", "{count} pictures not imported", count).format(count=count)
    if count := notices.get(Notice.RECORDINGS, 0):
        yield ngettext(
            "{count} recording or document not imported", "{count} recordings or documents not imported", count
        ).format(count=count)


def left_of(entry: Mapping[str, object], taken: Collection[str]) -> tuple[str, ...]:
    """Return the names of fields that hold something and are not taken over."""
    return tuple(sorted(name for name, value in entry.items() if name not in taken and value not in _EMPTY))


def lived(utc: datetime, zone: object) -> datetime | None:
    """Return a moment as its zone showed it, with that day's offset; None when no calendar holds it."""
    try:
        at = utc
        if isinstance(zone, str) and _ZONE.fullmatch(zone):
            at = utc.astimezone(ZoneInfo(zone))
        at = datetime.fromisoformat(at.isoformat())  # with the offset of that day instead of the zone
    except (ZoneInfoNotFoundError, ValueError, OSError):
        at = utc
    except OverflowError:
        return None
    return at if moments.plausible(at) else None


def _incoming(entry: object, place: Place, options: ImportOptions) -> Incoming:
    if not isinstance(entry, dict):
        raise DamagedImport(**place)
    happened = _happened(entry, place)
    notices = _counted(entry)
    text = _text(entry, place, notices)
    found_tags = [tag.strip() for tag in texts_field(entry, "tags", place) if tag.strip()]
    identity = text_field(entry, "uuid", place)
    told = incoming(place, text, found_tags, happened, identity, notices, text_tags=options.text_tags)
    left = tuple(name for name in left_of(entry, _TAKEN) if not _OF_THE_PROGRAM.fullmatch(name))
    kept = _beside(entry)
    new = told.new.with_(body=with_fields(told.new.body, kept)) if kept else told.new
    return replace(told, new=new, kept=tuple(kept), left=left)


def _beside(entry: dict[str, Any]) -> dict[str, object]:
    """Return the words that stand beside the text: captions, what was said in a recording, comments."""
    found: dict[str, object] = {}
    for name, lists in _WORDS.items():
        each = [one.get(name) for key in lists for one in _list(entry.get(key)) if isinstance(one, dict)]
        told = [one_line(words) for words in each if isinstance(words, str) and words.strip()]
        if told:
            found["comments" if name == "text" else name] = told
    return found


def _happened(entry: dict[str, Any], place: Place) -> datetime:
    utc = moments.parse(text_field(entry, "creationDate", place), moments.CLEAR)
    happened = lived(utc, entry.get("timeZone")) if utc else None
    if happened is None:
        raise DamagedImportField(**place, field="creationDate")
    return happened


def _text(entry: dict[str, Any], place: Place, notices: Counter[Notice]) -> str:
    """Return the words, from the rich text where there is no plain one."""
    in_text = Counter[Notice]()
    text = day_one_text.plain(text_field(entry, "text", place), in_text)
    if not text and (rich := text_field(entry, "richText", place)):
        words = day_one_text.of_rich_text(rich, in_text)
        if words is None:
            raise DamagedImportField(**place, field="richText")
        text = words
    for notice, count in in_text.items():
        notices[notice] = max(notices[notice], count)
    return text


def _counted(entry: dict[str, Any]) -> Counter[Notice]:
    """Return what Day One has and Recul does not."""
    return Counter({
        Notice.PICTURES: _length(entry.get("photos")),
        Notice.RECORDINGS: sum(_length(entry.get(name)) for name in _RECORDINGS),
        Notice.PLACES: bool(entry.get("location")),
        Notice.WEATHER: bool(entry.get("weather")),
        Notice.STARS: entry.get("starred") is True,
    })  # fmt: skip


def _length(value: object) -> int:
    return len(_list(value))


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
