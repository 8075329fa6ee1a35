"""Joplin's raw export: a folder of files named by identifiers, each a text with its fields below it."""

import re
from collections import Counter
from dataclasses import dataclass, field

from journal.errors.imports import DamagedImportField, EncryptedNote
from journal.importing import moments, tags, titles
from journal.importing.formats import ImportOptions
from journal.importing.incoming import Incoming, Place, Read, attempted, made
from journal.importing.note import with_fields
from journal.importing.notices import Notice
from journal.language import _

NAME = re.compile(r"[0-9a-f]{32}")
_FIELD = re.compile(r"([a-z_]+):(?: (.*))?")
_NOTE, _FOLDER, _RESOURCE, _TAG, _NOTE_TAG = "1", "2", "4", "5", "6"
_KEPT = ("author", "source_url", "is_todo", "todo_due", "todo_completed")
_MOMENTS = ("todo_due", "todo_completed")
_NOTHING = re.compile(r"0*(?:\.0*)?")


@dataclass(frozen=True, slots=True)
class _Item:
    text: str = field(repr=False)
    fields: dict[str, str] = field(repr=False)


def recognised(text: str) -> bool:
    """Whether a text ends in the fields of Joplin."""
    item = _item(text)
    return NAME.fullmatch(item.fields.get("id", "")) is not None and "type_" in item.fields


def read_texts(texts: list[tuple[Place, str]], options: ImportOptions) -> Read:
    """Yield the notes as situations with the names of their tags; pictures are counted."""
    items = [(place, _item(text)) for place, text in texts]
    names = {item.fields["id"]: item.text.strip() for _place, item in items if _type(item) == _TAG}
    folders = {item.fields["id"]: item.text.strip() for _place, item in items if _type(item) == _FOLDER}
    tagged: dict[str, list[str]] = {}
    for _place, item in items:
        if _type(item) == _NOTE_TAG and (name := names.get(item.fields.get("tag_id", ""))):
            tagged.setdefault(item.fields.get("note_id", ""), []).append(name)
    yield Counter({Notice.PICTURES: sum(_type(item) == _RESOURCE for _place, item in items)})
    for place, item in items:
        if _type(item) == _NOTE and _is_told(item, "deleted_time"):
            yield Counter({Notice.TRASHED: 1})
        elif _type(item) == _NOTE and _is_told(item, "encryption_applied"):
            yield EncryptedNote(**place)
        elif _type(item) == _NOTE:
            yield attempted(_incoming, place, item, tagged, folders, options)


def _type(item: _Item) -> str:
    return item.fields.get("type_", "")


def _is_told(item: _Item, key: str) -> bool:
    return _NOTHING.fullmatch(item.fields.get(key, "")) is None


def _item(text: str) -> _Item:
    """Return the text and the fields, which are the last lines without a blank one between them."""
    text = text.rstrip()
    above, _blank, below = text.rpartition("\n\n")
    found = [_FIELD.fullmatch(line) for line in below.split("\n")]
    if not all(found):
        return _Item(text, {})
    return _Item(above, {match[1]: match[2] or "" for match in found if match})


def _incoming(
    place: Place, item: _Item, tagged: dict[str, list[str]], folders: dict[str, str], options: ImportOptions
) -> Incoming:
    fields = item.fields
    told = fields.get("user_created_time") or fields.get("created_time", "")
    happened = moments.parse(told)
    if happened is None:
        raise DamagedImportField(**place, field="created_time")
    first, _line, rest = item.text.partition("\n")
    title, body, cut = titles.fitted(first, rest.strip("\n"))
    kept = {key: fields[key] for key in _KEPT if _is_told(item, key)}
    for key in kept.keys() & set(_MOMENTS):
        kept[key] = f"{at:%Y-%m-%d %H:%M}" if (at := moments.since_epoch(kept[key])) else kept[key]
    if folder := folders.get(fields.get("parent_id", "")):
        kept[_("notebook")] = folder
    placed = any(_is_told(item, key) for key in ("latitude", "longitude"))
    found = tagged.get(fields["id"], []) + (tags.in_text(rest)[: tags.MOST_OF_A_TEXT] if options.text_tags else [])
    notices = Counter({Notice.TITLE_CUT: cut, Notice.UNTITLED: not title, Notice.PLACES: placed})
    values = {"kind": "situation", "title": title, "body": with_fields(body, kept), "tags": found,
              "happened_at": happened}  # fmt: skip
    return Incoming(place, made(place, values), created_at=happened, identity=fields["id"], notices=+notices,
                    kept=tuple(kept))  # fmt: skip
