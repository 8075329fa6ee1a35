"""Service of throwing away what is half-written: what was kept stays, answers that were kept go to the trash."""

from journal.model.entry_line import Ref
from journal.practice.notebook import Notebook
from journal.practice.questioning import DRAFT_PREFIX
from journal.store import drafts, entries


def throw_away(notebook: Notebook, key: str) -> None:
    """Forget a draft; the reflection that a run had begun goes to the trash, from where it can come back."""
    with notebook.store.writing() as tx:
        left = drafts.get(tx, key)
        drafts.drop(tx, key)
        if left is not None and left.ref is not None and key.startswith(DRAFT_PREFIX):
            entries.set_trashed(tx, left.ref, notebook.clock())


def let_go(notebook: Notebook, ref: Ref, key: str) -> None:
    """Put an entry of which nothing is left into the trash, with the draft that emptied it forgotten."""
    with notebook.store.writing() as tx:
        drafts.drop(tx, key)
        entries.set_trashed(tx, ref, notebook.clock())
