"""What was counted of the words of a month: kept as JSON until something of that month is written, then made anew.

The counts are words of the journal and live where its preferences do. They go as soon as an entry of their month
changes, so that nothing which was thrown away or destroyed stays in them.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from journal.model.entry import Ref
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.store import preferences
from journal.store.filtering import conditions
from journal.store.store import Tx

_KEY = "words-of-month:"


class OfMonthRow(NamedTuple):
    """An entry and the month it belongs to."""

    ref: int
    month: int


def kept(tx: Tx, months: Iterable[int]) -> dict[int, Any]:
    """Return what was kept of these months (202611); those of which nothing is are left out."""
    found = {month: preferences.get(tx, f"{_KEY}{month}") for month in months}
    return {month: counted for month, counted in found.items() if counted is not None}


def keep(tx: Tx, counted: Mapping[int, Any]) -> None:
    """Keep what was counted of some months."""
    for month, what in counted.items():
        preferences.put(tx, f"{_KEY}{month}", what)


def forget(tx: Tx, ref: Ref) -> None:
    """Forget what was counted of the month in which an entry stands now; freed pages are overwritten."""
    key = tx.value(
        "SELECT key FROM preference WHERE key = ? || (SELECT month FROM entry WHERE ref = ?)",  # the key alone is read
        (_KEY, ref),
    )
    if key is not None:
        tx.run("PRAGMA secure_delete = ON")
        tx.run("DELETE FROM preference WHERE key = ?", (key,))


def forget_all(tx: Tx) -> None:
    """Forget what was counted of every month."""
    tx.run("DELETE FROM preference WHERE key >= ? AND key < ?", (_KEY, f"{_KEY}~"))


def months(tx: Tx) -> list[int]:
    """Return the months that hold anything, oldest first."""
    return tx.column("SELECT month FROM month_total WHERE count > 0 ORDER BY month")


def of_months(tx: Tx, kinds: Sequence[Kind], first: int, last: int) -> list[OfMonthRow]:
    """Return the entries of some kinds between two months, oldest first."""
    text, values = conditions(Filter(kinds=tuple(kinds)))
    return tx.all(
        OfMonthRow,
        f"FROM entry WHERE month BETWEEN ? AND ? AND {text} ORDER BY happened_at, ref",
        (first, last, *values),
    )


def holding(tx: Tx, words: Sequence[str]) -> set[Ref]:
    """Return the entries in which folded words stand next to each other."""
    phrase = " ".join(words).replace('"', "")
    return (
        set(tx.column("SELECT rowid FROM entry_text WHERE entry_text MATCH ?", (f'"{phrase}"',))) if phrase else set()
    )
