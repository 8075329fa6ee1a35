"""Check of the journal: rows that cannot be read, wherever they lie, and validations that do not hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from journal.model.statement import lost_validation
from journal.model.unreadable import UnreadableEntry
from journal.practice.notebook import Notebook
from journal.store import disclosures, drafts, entries, key_pairs, people, revisions
from journal.store.store import Tx


class Among(StrEnum):
    """Where a row lies."""

    ENTRIES = "entry"
    VERSIONS = "version"
    DRAFTS = "draft"
    PEOPLE = "person"
    REGISTER = "register"
    KEY_PAIRS = "key-pair"


@dataclass(frozen=True, slots=True)
class Unsound:
    """A row by its number, and of an entry the field that makes no sense; none where a validation does not hold."""

    ref: int
    field: str = ""
    among: Among = Among.ENTRIES
    version: int = 0

    @property
    def where(self) -> str:
        """The place as programs are told it: "#12" is an entry, "draft:2" the second row among the drafts."""
        if self.among is Among.ENTRIES:
            return f"#{self.ref}"
        return f"{self.among}:{self.ref}" + (f".{self.version}" if self.among is Among.VERSIONS else "")


def unsound(notebook: Notebook) -> list[Unsound]:
    """Return what does not stand, by the rows' numbers; every row is read, trashed and sealed ones as well."""
    with notebook.store.reading() as tx:
        return [*_entries(tx), *_beside(tx)]


def _entries(tx: Tx) -> Iterator[Unsound]:
    for entry in entries.everything(tx):
        if isinstance(entry, UnreadableEntry):
            yield Unsound(entry.ref, entry.why)
        elif lost_validation(entry):
            yield Unsound(entry.ref)


def _beside(tx: Tx) -> Iterator[Unsound]:
    """Yield what lies beside entries: lists leave it out in silence, or show what can be read of it."""
    for ref, version in revisions.unreadable(tx):
        yield Unsound(ref, "row", Among.VERSIONS, version)
    others = {
        Among.DRAFTS: drafts.unreadable,
        Among.PEOPLE: people.unreadable,
        Among.REGISTER: disclosures.unreadable,
        Among.KEY_PAIRS: key_pairs.unreadable,
    }
    for among, unreadable in others.items():
        yield from (Unsound(number, "row", among) for number in unreadable(tx))
