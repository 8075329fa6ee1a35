"""The red thread: own words, expressions, people, places, hours and patterns, counted and placed in time.

They are counted as they stand and never interpreted (docs/ARCHITECTURE.md, rule 4): no mean, no trend, no ranking of
months. What is shown goes nowhere, unless the person ticks it: then it is a line of the closing synthesis.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from journal.language import _
from journal.model.entry import Ref
from journal.model.pattern import Pattern
from journal.practice import own_words, thread_rows, thread_window
from journal.practice.choosing import PATTERN_WORDS
from journal.practice.notebook import Notebook
from journal.practice.own_words import OWN_KINDS, MonthWords
from journal.practice.thread_choices import Choices, choices
from journal.practice.thread_rows import Counted, Most
from journal.practice.threads import HOURS, Sort, Thread, in_words
from journal.store import entries, word_counts
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
        threads = _threads(notebook, firsts, chosen, _EVERY if every else _MOST)
        if not every and not notebook.vault.read_only:
            _keep(notebook, firsts, (turn, given), threads)
    else:
        threads = tuple(Thread(each.key, _told(each), each.counts, each.finds) for each in rows)
    return RedThread(tuple(map(_first_day, firsts)), threads, earlier, chosen.ticked, chosen.left_out)


def _threads(notebook: Notebook, firsts: Sequence[int], chosen: Choices, most: Most) -> tuple[Thread, ...]:
    """Return what is followed through these months, from the counts of each."""
    return thread_rows.rows(_gathered(notebook, firsts, chosen), most)


def _gathered(notebook: Notebook, firsts: Sequence[int], chosen: Choices) -> Counted:
    months = counts_of(notebook, firsts)
    with notebook.store.reading() as tx:
        return thread_rows.gathered(tx, months, chosen)


def counted(notebook: Notebook, back: int = 0) -> tuple[tuple[date, ...], Counted]:
    """Return the months that the red thread shows, and everything that was counted in them."""
    with notebook.store.reading() as tx:
        firsts, _earlier = _window(_held(tx, notebook), back)
        chosen = choices(tx)
    return tuple(map(_first_day, firsts)), _gathered(notebook, firsts, chosen)


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


def counts_of(notebook: Notebook, firsts: Sequence[int]) -> list[MonthWords]:
    """Return what each of these months holds; what was not counted since its month changed is counted and kept."""
    with notebook.store.reading() as tx:
        kept = {number: each for number, each in _kept(tx, firsts).items() if each is not None}
        added = word_counts.added(tx, kept)
        turn = word_counts.turn(tx)
        fresh = {number: own_words.merged(kept[number], _of(tx, number, refs)) for number, refs in added.items()}
        fresh |= {number: _of(tx, number) for number in firsts if number not in kept}
    if fresh and not notebook.vault.read_only:
        with notebook.store.writing() as tx:
            if word_counts.turn(tx) == turn:  # where anything changed meanwhile it is counted the next time
                word_counts.keep(tx, {number: own_words.to_json(each) for number, each in fresh.items()})
    return [fresh.get(number) or kept[number] for number in firsts]


def _kept(tx: Tx, firsts: Sequence[int]) -> dict[int, MonthWords | None]:
    return {number: own_words.from_json(each) for number, each in word_counts.kept(tx, firsts).items()}


def _of(tx: Tx, number: int, only: Collection[Ref] | None = None) -> MonthWords:
    """Return what the entries of a month hold, or some of them; what no list shows is not among them."""
    refs = (row.ref for row in word_counts.of_months(tx, OWN_KINDS, number, number))
    return own_words.count(entries.readable(tx, [ref for ref in refs if only is None or ref in only]))


def ticked_lines(notebook: Notebook) -> list[tuple[str, str]]:
    """Return what was ticked as lines, each with its key."""
    with notebook.store.reading() as tx:
        if not choices(tx).ticked:
            return []
    thread = red_thread(notebook, every=True)
    return [(each.key, in_words(each, thread.months)) for each in thread.threads if each.key in thread.ticked]
