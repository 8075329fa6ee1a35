"""The red thread: own words, expressions, people, places, hours and patterns, counted and placed in time.

They are counted as they stand and never interpreted (docs/ARCHITECTURE.md, rule 4): no mean, no trend, no ranking of
months. What is shown goes nowhere, unless the person ticks it: then it is a line of the closing synthesis.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from journal.language import _
from journal.model.pattern import Pattern
from journal.practice import thread_rows, thread_window
from journal.practice.counting_words import Counting, counts_of
from journal.practice.notebook import Notebook
from journal.practice.own_words import MonthWords
from journal.practice.patterns_in_words import PATTERN_WORDS
from journal.practice.thread_choices import Choices, choices
from journal.practice.thread_rows import Counted, Most
from journal.practice.threads import HOURS, Sort, Thread, in_words
from journal.store import people, word_counts
from journal.store.store import Tx

SPAN = 12  # months that are shown at a time
_MOST, _EVERY = Most(24, 12, 3), Most(100_000, 100_000, 2)


@dataclass(frozen=True, slots=True, repr=False)
class RedThread:
    """The months, oldest first, and everything that is followed through them."""

    months: tuple[date, ...] = ()
    threads: tuple[Thread, ...] = ()
    earlier: bool = False  # whether months before these hold anything
    ticked: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    is_whole: bool = True  # whether all of its months were counted


def red_thread(notebook: Notebook, back: int = 0, *, every: bool = False) -> RedThread:
    """Return the thread of the last months that hold anything; with `back`, of so many months before them.

    Without `every`, of words and expressions only those that return most.
    """
    with notebook.store.reading() as tx:
        firsts, earlier = _window(_held(tx, notebook), back)
        if not firsts:
            return RedThread()
        chosen = choices(tx)
        given = thread_window.made_with(tx, chosen)
        rows = None if every else thread_window.kept(tx, firsts, given)
        turn = word_counts.turn(tx)
    if rows is None:
        threads = thread_rows.rows(_gathered(notebook, counts_of(notebook, firsts), chosen), _EVERY if every else _MOST)
        if not every and not notebook.vault.read_only:
            _keep(notebook, firsts, (turn, given), threads)
    else:
        threads = tuple(Thread(each.key, _told(each), each.counts, each.finds) for each in rows)
    return RedThread(tuple(map(_first_day, firsts)), threads, earlier, chosen.ticked, chosen.left_out)


def growing(notebook: Notebook, back: int = 0) -> Iterator[RedThread]:
    """Yield what is known at once where much is to be counted, then more with each month; the last one is whole.

    Between two of them nothing is open, and each month that was counted is kept: who leaves loses little.
    """
    with notebook.store.reading() as tx:
        firsts, earlier = _window(_held(tx, notebook), back)
        chosen = choices(tx)
        kept = bool(firsts) and thread_window.kept(tx, firsts, thread_window.made_with(tx, chosen)) is not None
    counting = Counting(notebook, () if kept else firsts)
    while counting.is_long:
        counting.go_on()
        threads = thread_rows.rows(_gathered(notebook, counting.months, chosen), _MOST)
        yield RedThread(
            tuple(map(_first_day, firsts)), threads, earlier, chosen.ticked, chosen.left_out, is_whole=False
        )
        month = counting.month
        while counting.is_long and counting.month == month:
            counting.go_on()
    yield red_thread(notebook, back)


def _gathered(notebook: Notebook, months: Sequence[MonthWords], chosen: Choices) -> Counted:
    with notebook.store.reading() as tx:
        return thread_rows.gathered(tx, months, chosen)


def counted(notebook: Notebook, back: int = 0) -> tuple[tuple[date, ...], Counted]:
    """Return the months that the red thread shows, and everything that was counted in them."""
    with notebook.store.reading() as tx:
        firsts, _earlier = _window(_held(tx, notebook), back)
        chosen = choices(tx)
    return tuple(map(_first_day, firsts)), _gathered(notebook, counts_of(notebook, firsts), chosen)


def _held(tx: Tx, notebook: Notebook) -> list[int]:
    """Return the months that hold anything, up to this one."""
    now = _number(_index_of(notebook.clock().date()))
    return [each for each in word_counts.months(tx) if each <= now]


def _keep(notebook: Notebook, firsts: Sequence[int], made_of: tuple[int, str], threads: Sequence[Thread]) -> None:
    """Keep what was made of these months, unless anything of it changed meanwhile."""
    rows = [thread_window.Row(each.key, each.label, each.counts, each.finds) for each in threads]
    with notebook.store.writing() as tx:
        given = thread_window.made_with(tx, choices(tx))
        if (word_counts.turn(tx), given) == made_of:
            thread_window.keep(tx, firsts, given, rows)


def _told(row: thread_window.Row) -> str:
    """Return how a kept row is written: the names of hours and patterns in the language of today."""
    sort, _colon, what = row.key.partition(":")
    if sort == Sort.HOUR:
        return _(HOURS[int(what)][1])
    return _(PATTERN_WORDS[Pattern(what)]) if sort == Sort.PATTERN else row.label


def _window(held: Sequence[int], back: int) -> tuple[list[int], bool]:
    """Return the months to show as numbers (202611), without a gap, and whether any before them holds something."""
    if not held:
        return [], False
    first, last = _index(held[0]), _index(held[-1]) - back
    begin = max(first, last - SPAN + 1)
    return [_number(each) for each in range(begin, last + 1)], begin > first


def _index_of(day: date) -> int:
    return day.year * 12 + day.month - 1


def _index(number: int) -> int:
    return number // 100 * 12 + number % 100 - 1


def _number(index: int) -> int:
    return index // 12 * 100 + index % 12 + 1


def _first_day(number: int) -> date:
    return date(number // 100, number % 100, 1)


def ticked_lines(notebook: Notebook) -> list[tuple[str, str]]:
    """Return what was ticked as lines, each with its key; they may leave, so that people carry their alias there."""
    with notebook.store.reading() as tx:
        if not choices(tx).ticked:
            return []
        aliases = {f"{Sort.PERSON.value}:{each.id}": each.alias for each in people.people(tx)}
    thread = red_thread(notebook, every=True)
    ticked = (each for each in thread.threads if each.key in thread.ticked)
    told = (replace(each, label=aliases.get(each.key, each.label)) for each in ticked)
    return [(each.key, in_words(each, thread.months)) for each in told]
