"""Leaving an accompaniment: no reason is asked, and the way out is whole or has not begun."""

from journal.model.entry import Entry, Ref, Rel
from journal.model.kind import Kind, State
from journal.practice.notebook import Notebook
from journal.practice.scheduling import AHEAD
from journal.store import entries


def withdraw(notebook: Notebook, engagement: Ref) -> Entry:
    """Mark an engagement as withdrawn, and the sessions that lie ahead as cancelled, all in one step."""
    at = notebook.clock()
    with notebook.store.writing() as tx:
        linked = [line.ref for rel, line in entries.backlinks(tx, engagement) if rel is Rel.PART_OF]
        for session in entries.readable(tx, linked):
            if session.kind is Kind.SESSION and session.state in AHEAD:
                entries.change(tx, session.with_(state=State.CANCELLED), at, keep_revision=False)
        return entries.change(tx, entries.get(tx, engagement).with_(state=State.WITHDRAWN), at)


def open_every_seal(notebook: Notebook) -> int:
    """Open what was put away until a later date: whoever takes everything along takes that too; return how many."""
    with notebook.store.writing() as tx:
        latest = max((until for _, until in entries.sealed(tx)), default=notebook.clock())
        return entries.unseal_due(tx, latest)


def destroy(notebook: Notebook) -> None:
    """Destroy the journal's keys and files. Once the first of them is gone, nothing opens it again; copies survive."""
    notebook.store.close()
    notebook.vault.destroy()
