"""A store on a real encrypted vault."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from journal.model.entry import Entry, NewEntry
from journal.model.kind import Kind
from journal.store import entry_writing
from journal.store.store import Store
from journal.vault.vault import OpenVault

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def store(vault: OpenVault) -> Iterator[Store]:
    """Return an open, empty store."""
    opened = Store.open(vault)
    yield opened
    opened.close()


@pytest.fixture
def keep(store: Store) -> Callable[..., Entry]:
    """Return a function that keeps an entry with some fields set."""

    def keep(**fields: Any) -> Entry:
        new = NewEntry.model_validate({"kind": Kind.SITUATION, "body": "…", "happened_at": NOON} | fields)
        with store.writing() as tx:
            return entry_writing.add(tx, new, NOON)

    return keep
