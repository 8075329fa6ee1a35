"""Counts of the words of a month: kept as JSON until something of that month is written, then made anew.

The counts are words of the journal and live where its preferences do. They go as soon as an entry of their month
changes, so that nothing which was thrown away or destroyed stays in them. What a page made of the months it shows is
one small row beside them (a window); it goes whenever anything goes that it could have been made of.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from journal.model.entry_line import Ref
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.model.pattern import Pattern
from journal.store import preferences
from journal.store.filtering import conditions
from journal.store.store import Tx

_KEY = "words-of-month:"
_ADDED = "words-of-month-added:"  # entries that came since a month was counted
_WINDOW = "words-of-window:"
_WITH_WORDS = "entry.ref IN (SELECT rowid FROM entry_text WHERE entry_text MATCH ?)"
_TURN = "words-turn"  # another number each time that anything changed which counts could be made of


class OfMonthRow(NamedTuple):
    """An entry and when it happened."""

    ref: int
    happened_at: int
    happened_offset: int


def kept(tx: Tx, months: Iterable[int]) -> dict[int, Any]:
    """Return what was kept of these months (202611); those of which nothing is are left out."""
    found = {month: preferences.get(tx, f"{_KEY}{month}") for month in months}
    return {month: counted for month, counted in found.items() if counted is not None}


def keep(tx: Tx, counted: Mapping[int, Any]) -> None:
    """Keep what was counted of some months."""
    _drop_windows(tx)
    for month, what in counted.items():
        preferences.put(tx, f"{_KEY}{month}", what)
        tx.run("DELETE FROM preference WHERE key = ?", (f"{_ADDED}{month}",))


def added(tx: Tx, months: Iterable[int]) -> dict[int, list[Ref]]:
    """Return the entries that came into months since they were counted; months without any are left out."""
    found = {month: preferences.get(tx, f"{_ADDED}{month}") for month in months}
    return {month: [ref for ref in refs if isinstance(ref, int)] for month, refs in found.items() if refs}


def note_added(tx: Tx, ref: Ref) -> None:
    """Note a new entry beside what was counted of its month, where anything was: it alone has to be counted then."""
    forget_windows(tx)
    month = tx.value("SELECT month FROM entry WHERE ref = ?", (ref,))
    if tx.value("SELECT 1 FROM preference WHERE key = ?", (f"{_KEY}{month}",)):
        preferences.put(tx, f"{_ADDED}{month}", [*added(tx, [month]).get(month, []), ref])


def turn(tx: Tx) -> int:
    """Return what is another number once anything changed that counts or a window could be made of."""
    told = preferences.get(tx, _TURN)
    return told if isinstance(told, int) else 0


def window(tx: Tx, first: int, last: int) -> Any:
    """Return what was made of the counts from one month to another; None when nothing was, or it was forgotten."""
    return preferences.get(tx, f"{_WINDOW}{first}-{last}")


def keep_window(tx: Tx, first: int, last: int, what: Any) -> None:
    """Keep what was made of the counts from one month to another."""
    preferences.put(tx, f"{_WINDOW}{first}-{last}", what)


def forget_windows(tx: Tx) -> None:
    """Forget what was made of the counts, of whichever months, also by whoever makes it just now."""
    preferences.put(tx, _TURN, turn(tx) + 1)
    _drop_windows(tx)


def _drop_windows(tx: Tx) -> None:
    """Delete what was made of the counts; freed pages are overwritten."""
    between = (_WINDOW, f"{_WINDOW}~")
    if tx.value("SELECT 1 FROM preference WHERE key >= ? AND key < ? LIMIT 1", between):
        tx.run("PRAGMA secure_delete = ON")
        tx.run("DELETE FROM preference WHERE key >= ? AND key < ?", between)


def forget(tx: Tx, ref: Ref) -> None:
    """Forget what was counted of the month in which an entry stands now, unless the entry came after the count.

    Freed pages are overwritten.
    """
    forget_windows(tx)
    month = tx.value("SELECT month FROM entry WHERE ref = ?", (ref,))
    key = tx.value("SELECT key FROM preference WHERE key = ?", (f"{_KEY}{month}",))  # the key alone is read
    if key is not None and ref not in added(tx, [month]).get(month, []):
        tx.run("PRAGMA secure_delete = ON")
        tx.run("DELETE FROM preference WHERE key IN (?, ?)", (key, f"{_ADDED}{month}"))


def forget_all(tx: Tx) -> None:
    """Forget what was counted of every month."""
    forget_windows(tx)
    for key in (_KEY, _ADDED):
        tx.run("DELETE FROM preference WHERE key >= ? AND key < ?", (key, f"{key}~"))


def months(tx: Tx) -> list[int]:
    """Return the months that hold anything, oldest first."""
    return tx.column("SELECT month FROM month_total WHERE count > 0 ORDER BY month")


def of_months(
    tx: Tx,
    kinds: Sequence[Kind],
    first: int,
    last: int,
    *,
    pattern: Pattern | None = None,
    finds: Sequence[Sequence[str]] = (),
) -> list[OfMonthRow]:
    """Return the entries of some kinds between two months, oldest first.

    With a pattern those marked with it; with folded words, those in which any of them stand next to each other.
    """
    text, values = conditions(Filter(kinds=tuple(kinds), pattern=pattern))
    phrases = " OR ".join(f'"{" ".join(words)}"' for words in _bare(finds))
    if phrases:
        text, values = f"{text} AND {_WITH_WORDS}", (*values, phrases)
    return tx.all(
        OfMonthRow,
        f"FROM entry WHERE month BETWEEN ? AND ? AND {text} ORDER BY happened_at, ref",
        (first, last, *values),
    )


def _bare(finds: Iterable[Sequence[str]]) -> Iterator[list[str]]:
    """Yield words without the sign that would end their phrase."""
    for words in finds:
        bare = [bare for word in words if (bare := word.replace('"', ""))]
        if bare:
            yield bare
