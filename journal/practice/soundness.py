"""Check of the journal: entries that cannot be read, validations that do not hold."""

from dataclasses import dataclass

from journal.model.entry import Ref
from journal.model.statement import lost_validation
from journal.model.unreadable import UnreadableEntry
from journal.practice.notebook import Notebook
from journal.store import entries


@dataclass(frozen=True, slots=True)
class Unsound:
    """An entry, and the field that makes no sense; none where a validation does not hold."""

    ref: Ref
    field: str = ""


def unsound(notebook: Notebook) -> list[Unsound]:
    """Return what does not stand, by the entries' numbers; every row is read, trashed and sealed ones as well."""
    found = []
    with notebook.store.reading() as tx:
        for entry in entries.everything(tx):
            if isinstance(entry, UnreadableEntry):
                found.append(Unsound(entry.ref, entry.why))
            elif lost_validation(entry):
                found.append(Unsound(entry.ref))
    return found
