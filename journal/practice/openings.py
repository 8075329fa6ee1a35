"""Opening of a journal, counted: whether it is older than the one that was last opened on this machine."""

from datetime import datetime
from pathlib import Path

from journal.dates.wording import full_day
from journal.language import _
from journal.practice.notebook import Notebook
from journal.store import preferences
from journal.store.store import Tx
from journal.vault import openings
from journal.vault.openings import Opening

_KEY = "openings"
_HIGHEST = 2**53


def later_one(notebook: Notebook, state: Path) -> datetime | None:
    """Return when a later state of this vault was last open on this machine; None when this is the latest."""
    known = openings.last_here(state, notebook.vault.vault_id)
    if known is None:
        return None
    with notebook.store.reading() as tx:
        return known.at if _count(tx) < known.number else None


def count(notebook: Notebook, state: Path) -> None:
    """Count this opening, within the vault first. Raises the kinds of StorageFailed.

    Not called for an older vault: its count would reach the remembered one, and nobody would be told any more.
    """
    with notebook.store.writing() as tx:
        reached = _count(tx) + 1
        preferences.put(tx, _KEY, reached)
    known = openings.last_here(state, notebook.vault.vault_id)
    if known is None or reached > known.number:
        openings.remember(state, notebook.vault.vault_id, Opening(reached, notebook.clock()))


def take_as_latest(notebook: Notebook, state: Path) -> None:
    """Take this vault as the latest, because it was put back on purpose. Raises the kinds of StorageFailed."""
    openings.forget(state, notebook.vault.vault_id)
    count(notebook, state)


def message(last: datetime) -> str:
    """Return what is said of an older vault, in the current language; `last` is what `later_one` tells."""
    return _("This vault is older than the one you last opened here, on {day}.").format(day=full_day(last.date()))


def _count(tx: Tx) -> int:
    told = preferences.get(tx, _KEY)
    return told if type(told) is int and 0 <= told < _HIGHEST else 0
