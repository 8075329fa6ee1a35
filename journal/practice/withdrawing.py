"""Service of leaving an accompaniment: no reason is asked, and the way out is whole or has not begun."""

from journal.model.entry import Entry, Ref
from journal.model.kind import State
from journal.practice import stages
from journal.practice.notebook import Notebook
from journal.store import sealed_entries


def withdraw(notebook: Notebook, engagement: Ref) -> Entry:
    """Mark an engagement as withdrawn, and the sessions that lie ahead as cancelled, all in one step."""
    with notebook.store.writing() as tx:
        return stages.moved(tx, engagement, State.WITHDRAWN, notebook.clock(), let_go=True)


def open_every_seal(notebook: Notebook) -> int:
    """Open what was put away until a later date: whoever takes everything along takes that too; return how many."""
    with notebook.store.writing() as tx:
        latest = max((until for _, until in sealed_entries.sealed(tx)), default=notebook.clock())
        return sealed_entries.unseal_due(tx, latest)


def destroy(notebook: Notebook) -> None:
    """Destroy the journal's keys and files. Once the first of them is gone, nothing opens it again; copies survive."""
    notebook.store.close()
    notebook.vault.destroy()
