"""Entries that were put away until a date, and their opening once it has come."""

from datetime import datetime

from journal.model.entry import Ref
from journal.model.kind import Kind, State
from journal.model.kind_spec import spec_of
from journal.store import search_index
from journal.store.columns import EntryRow
from journal.store.entry_rows import sealed_until
from journal.store.store import Tx


def sealed(tx: Tx) -> list[tuple[Ref, datetime]]:
    """Return the entries put away until a date, and the dates; nothing else of them."""
    found = tx.all(EntryRow, "FROM entry WHERE state = ? AND trashed_at IS NULL", (State.SEALED.value,))
    return [(row.ref, until) for row in found if (until := sealed_until(row)) is not None]


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
