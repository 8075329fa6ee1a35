"""Rows made into entries: every value is checked, and what makes no sense costs its own entry and no other."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from pydantic import ValidationError

from journal.hygiene import clean
from journal.model.details import Details
from journal.model.entry import Entry
from journal.model.kind import Kind
from journal.model.kind_spec import spec_of
from journal.model.unreadable import UnreadableEntry
from journal.store import tags_and_links, validations
from journal.store.columns import EntryRow
from journal.store.store import Tx
from journal.store.times import to_datetime

Value = TypeVar("Value")
_REFUSED = (ValueError, TypeError, KeyError, OverflowError, AttributeError, RecursionError)


class _Refused(Exception):
    """A value that makes no sense; the argument names its field."""


def read(tx: Tx, row: EntryRow) -> Entry | UnreadableEntry:
    """Return the entry that a row holds, or what is there when a part of it makes no sense."""
    try:
        return validations.checked(tx, _entry(tx, row))
    except _Refused as refused:
        return UnreadableEntry(row.ref, _raw(row), str(refused))
    except ValidationError as error:
        place = error.errors(include_input=False, include_context=False, include_url=False)[0]["loc"]
        return UnreadableEntry(row.ref, _raw(row), str(place[0]) if place else "details")


def sealed_until(row: EntryRow) -> datetime | None:
    """Return until when an entry is put away; None when its row does not tell."""
    try:
        until: datetime | None = getattr(_details(row), "sealed_until", None)
    except _REFUSED:
        return None
    return until


def _entry(tx: Tx, row: EntryRow) -> Entry:
    trashed = None if row.trashed_at is None else _value("trashed_at", to_datetime, row.trashed_at, row.updated_offset)
    return Entry.model_validate(
        {
            "ref": row.ref,
            "kind": _value("kind", Kind, row.kind),
            "state": row.state,
            "audience": row.audience,
            "happened_at": _value("happened_at", to_datetime, row.happened_at, row.happened_offset),
            "created_at": _value("created_at", to_datetime, row.created_at, row.created_offset),
            "updated_at": _value("updated_at", to_datetime, row.updated_at, row.updated_offset),
            "revision": row.revision,
            "trashed_at": trashed,
            "title": row.title,
            "body": row.body,
            "details": _value("details", _details, row),
            "patterns": _value("patterns", str.split, row.patterns),
            "tags": tags_and_links.tags_of(tx, row.ref),
            "people": tags_and_links.people_of(tx, row.ref),
            "links": tags_and_links.links_of(tx, row.ref),
        }
    )


def _details(row: EntryRow) -> Details:
    return spec_of(Kind(row.kind)).details.model_validate_json(row.details)


def _value(field: str, make: Callable[..., Value], *given: object) -> Value:
    try:
        return make(*given)
    except _REFUSED as error:
        raise _Refused(field) from error


def _raw(row: EntryRow) -> str:
    """Return what a row holds, one column a line, the text last."""
    return clean("\n".join(f"{name}: {value}" for name, value in row._asdict().items()))
