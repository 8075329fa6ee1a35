"""Lists of any length are narrowed, ordered and counted by indexes alone."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest

from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.model.pattern import Pattern
from journal.store import entries, searching
from journal.store.searching import matches_of, terms_of
from journal.store.store import Store, Tx

FILTERS = [
    Filter(kinds=(Kind.SITUATION,)),
    Filter(kinds=(Kind.SITUATION, Kind.PLAN)),
    Filter(tag="équipe"),
    Filter(person="Karim"),
    Filter(people=("Karim", "Hélène")),
    Filter(pattern=Pattern.SOLITUDE),
    Filter(since=datetime(2026, 11, 1, tzinfo=UTC)),
    Filter(first_day=date(2026, 11, 1), last_day=date(2026, 11, 30)),
    Filter(tag="équipe", pattern=Pattern.SOLITUDE),
    Filter(trashed=True),
]


class Explained(Tx):
    """A transaction that tells how the database goes about each query."""

    plan = ""

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        self.plan = "\n".join(row[3] for row in super().rows(f"EXPLAIN QUERY PLAN {sql}", values))
        return super().rows(sql, values)


@pytest.fixture
def tx(store: Store) -> Any:
    with store._connected() as connection:
        yield Explained(connection)


def narrowed_by(where: Filter) -> str:
    return ",".join(name for name, value in where._asdict().items() if value != getattr(Filter(), name))


@pytest.mark.parametrize("where", FILTERS, ids=narrowed_by)
def test_months_and_newest_are_found_without_fetching_every_entry_that_fits(tx: Explained, where: Filter) -> None:
    for ask in (entries.months, lambda tx, where: entries.newest(tx, where, 12)):
        ask(tx, where)
        assert "entry USING INDEX entry_" in tx.plan
        assert "entry USING INTEGER PRIMARY KEY" not in tx.plan


def test_a_narrowed_search_asks_the_index_first_and_a_list_of_what_fits_beside_it(tx: Explained) -> None:
    plans = []
    for where in (Filter(), Filter(tag="équipe")):
        searching._newest(tx, matches_of(terms_of("mot"))[-1], where, 50)
        plans.append(tx.plan.splitlines())
    for first, *_rest in plans:
        assert first.startswith("SCAN entry_text VIRTUAL TABLE")
        assert first.endswith(":M4")  # by the words alone: with "=" it would look for them once per entry that fits
    assert any(line.startswith("SCAN entry USING INDEX entry_") for line in plans[1])


def test_tags_are_counted_without_fetching_entries(tx: Explained) -> None:
    entries.tags(tx)
    assert "entry USING INTEGER PRIMARY KEY" not in tx.plan
    assert "SCAN entry USING INDEX entry_in_trash" in tx.plan
    assert "SEARCH entry_tag USING COVERING INDEX entry_tag_by_tag (tag_id=?)" in tx.plan
