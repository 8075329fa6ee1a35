"""Entries that were put away until a date, and their opening once it has come."""

import json
from datetime import datetime

from journal.model.entry_line import Ref
from journal.model.kind import Kind, State
from journal.model.kind_spec import spec_of
from journal.store import search_index
from journal.store.columns import EntryRow
from journal.store.store import Tx

_PUT_AWAY = "FROM entry WHERE state = ? AND trashed_at IS NULL"


def sealed(tx: Tx) -> list[tuple[Ref, datetime]]:
    """Return the entries put away until a date, and the dates; nothing else of them."""
    from journal.store.entry_rows import sealed_until

    found = tx.all(EntryRow, _PUT_AWAY, (State.SEALED.value,))
    return [(row.ref, until) for row in found if (until := sealed_until(row)) is not None]


def may_be_due(tx: Tx, now: datetime) -> bool:
    """Return whether a date may have come: at every opening, without what makes whole entries of rows."""
    told = tx.column(f"SELECT details {_PUT_AWAY}", (State.SEALED.value,))
    return any(_may_have_come(details, now) for details in told)


def _may_have_come(details: object, now: datetime) -> bool:
    """Return False only where the date is plainly told and lies ahead; `sealed` knows the rest."""
    try:
        return datetime.fromisoformat(json.loads(str(details))["sealed_until"]) <= now
    except (ValueError, TypeError, KeyError, RecursionError):
        return True


def unseal_due(tx: Tx, now: datetime) -> int:
    """Open the entries whose date has come; return how many."""
    due = [ref for ref, until in sealed(tx) if until <= now]
    for ref in due:
        kind = Kind(tx.value("SELECT kind FROM entry WHERE ref = ?", (ref,)))
        states = spec_of(kind).states
        state = State.DONE if State.DONE in states else states[0]
        tx.update("entry", {"state": state.value}, "ref", ref)
        search_index.put(tx, ref)
    return len(due)
