"""Rows made into entries: every value is checked, and what makes no sense costs its own entry and no other."""

from datetime import datetime

from pydantic import ValidationError

from journal.hygiene import clean
from journal.model.details import Details
from journal.model.entry import Entry
from journal.model.kind import Kind
from journal.model.kind_spec import spec_of
from journal.model.unreadable import UnreadableEntry
from journal.store import validations
from journal.store.columns import EntryRow
from journal.store.row_values import REFUSED, Refused, values_of
from journal.store.store import Tx


def read(tx: Tx, row: EntryRow) -> Entry | UnreadableEntry:
    """Return the entry that a row holds, or what is there when a part of it makes no sense."""
    try:
        return validations.checked(tx, _entry(tx, row))
    except Refused as refused:
        return UnreadableEntry(row.ref, _raw(row), str(refused))
    except ValidationError as error:
        place = error.errors(include_input=False, include_context=False, include_url=False)[0]["loc"]
        return UnreadableEntry(row.ref, _raw(row), str(place[0]) if place else "details")


def sealed_until(row: EntryRow) -> datetime | None:
    """Return until when an entry is put away; None when its row does not tell."""
    try:
        until: datetime | None = getattr(_details(row), "sealed_until", None)
    except REFUSED:
        return None
    return until


def _entry(tx: Tx, row: EntryRow) -> Entry:
    return Entry.model_validate(values_of(tx, row, _details))


def _details(row: EntryRow) -> Details:
    return spec_of(Kind(row.kind)).details.model_validate_json(row.details)


def _raw(row: EntryRow) -> str:
    """Return what a row holds, one column a line, the text last."""
    return clean("\n".join(f"{name}: {value}" for name, value in row._asdict().items()))
