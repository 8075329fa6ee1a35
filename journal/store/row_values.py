"""Values of an entry's row and of what is kept beside it, before a model or a shape checks them."""

from collections.abc import Callable
from typing import Any, TypeVar

from journal.model.kind import Kind
from journal.store import tags_and_links
from journal.store.columns import EntryRow
from journal.store.store import Tx
from journal.store.times import to_datetime

Value = TypeVar("Value")
REFUSED = (ValueError, TypeError, KeyError, OverflowError, AttributeError, RecursionError)


class Refused(Exception):
    """A value that makes no sense; the argument names its field."""


def values_of(tx: Tx, row: EntryRow, details: Callable[[EntryRow], object]) -> dict[str, Any]:
    """Return all that a row holds, its details as they are made. Raises Refused."""
    trashed = None if row.trashed_at is None else _value("trashed_at", to_datetime, row.trashed_at, row.updated_offset)
    return {
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
        "details": _value("details", details, row),
        "patterns": _value("patterns", str.split, row.patterns),
        "tags": tags_and_links.tags_of(tx, row.ref),
        "people": tags_and_links.people_of(tx, row.ref),
        "links": [{"rel": rel, "ref": to} for rel, to in tags_and_links.links_of(tx, row.ref)],
    }


def _value(field: str, make: Callable[..., Value], *given: object) -> Value:
    try:
        return make(*given)
    except REFUSED as error:
        raise Refused(field) from error
