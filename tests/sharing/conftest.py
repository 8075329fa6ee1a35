"""A vault with a few people and entries, and what is made of them without a vault."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest

from journal.model.entry import Entry, NewEntry
from journal.model.kind import Kind
from journal.model.person import Person
from journal.store import entries, people
from journal.store.store import Store
from journal.vault.vault import OpenVault

NOW = datetime(2026, 11, 12, 18, 42, tzinfo=UTC)
PEOPLE = (
    Person(name="Karim Benali", alias="N-1 A", forms=("KB", "K.B.")),
    Person(name="Rose Petit", alias="ma cheffe"),
    Person(name="Pierre Lenoir", alias="mon N+1"),
)


def an_entry(ref: int, kind: Kind = Kind.SITUATION, **fields: Any) -> Entry:
    """Return an entry as the vault would."""
    told = {"ref": ref, "kind": kind, "happened_at": NOW, "created_at": NOW, "updated_at": NOW, "revision": 1}
    return Entry.model_validate(told | fields)


@dataclass
class Keeper:
    """An open store and a clock that tests can move."""

    store: Store
    now: datetime = NOW
    written: list[Entry] = field(default_factory=list)

    def clock(self) -> datetime:
        """Return the time now."""
        return self.now

    def write(self, kind: Kind = Kind.SITUATION, **fields: Any) -> Entry:
        """Keep an entry."""
        new = NewEntry.model_validate({"kind": kind, "happened_at": self.now} | fields)
        with self.store.writing() as tx:
            return entries.add(tx, new, self.now)

    def change(self, entry: Entry) -> Entry:
        """Keep a change."""
        with self.store.writing() as tx:
            return entries.change(tx, entry, self.now)


@pytest.fixture
def keeper(vault: OpenVault) -> Iterator[Keeper]:
    """Return a notebook's essence: an open store with people, and the time."""
    store = Store.open(vault)
    with store.writing() as tx:
        for person in PEOPLE:
            people.keep_person(tx, person)
    yield Keeper(store)
    store.close()


@pytest.fixture
def entry() -> Callable[..., Entry]:
    """Return the maker of entries."""
    return an_entry


@pytest.fixture
def known() -> tuple[Person, ...]:
    """Return the people of the journal."""
    return PEOPLE
