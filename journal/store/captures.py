"""Captures from the shell, each taken over once, however often it is offered."""

from datetime import datetime

from journal.model.entry import Entry, NewEntry
from journal.store import entry_writing
from journal.store.store import Tx


def take_over(tx: Tx, capture: str, new: NewEntry, at: datetime) -> Entry | None:
    """Make a capture an entry; return None when it was taken over before, even if its entry is gone by now."""
    if not tx.run("INSERT INTO capture(id) VALUES (?) ON CONFLICT DO NOTHING", (capture,)):
        return None
    entry = entry_writing.add(tx, new, at)
    tx.update("capture", {"ref": entry.ref}, "id", capture)
    return entry
