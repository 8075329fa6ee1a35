"""Months as they were, in the manager’s own words: how it began and ended, what was learnt, tried and met."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from journal.model.entry import EntryLine
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.plan import StepDetails
from journal.practice import checking_in
from journal.practice.notebook import Notebook
from journal.store import entries
from journal.store.store import Tx

_WRITTEN = (Kind.SITUATION, Kind.REFLECTION)
_MOST = 5000
_MOST_STEPS = 500
_BECAME = (State.DONE, State.ADAPTED, State.DROPPED)
_DAYS = 366


@dataclass(frozen=True, slots=True, repr=False)
class MonthInWords:
    """One month: its first and last words, what was learnt, what became of steps, the sessions held."""

    first: date
    begins: EntryLine | None = None
    ends: EntryLine | None = None
    learnt: tuple[EntryLine, ...] = ()
    steps: tuple[EntryLine, ...] = ()
    sessions: tuple[EntryLine, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Levels:
    """The lowest and the highest level noted in each month, None where none was."""

    lowest: tuple[int | None, ...]
    highest: tuple[int | None, ...]


def in_words(notebook: Notebook, firsts: Sequence[date]) -> list[MonthInWords]:
    """Return these months in words, newest first."""
    if not firsts:
        return []
    today = notebook.clock().date()
    where = Filter(kinds=(*_WRITTEN, Kind.LEARNING, Kind.SESSION), first_day=firsts[0], last_day=today)
    with notebook.store.reading() as tx:
        lines = entries.newest(tx, where, _MOST)[::-1]
        steps = _steps(tx)
    return [_month(first, lines, steps) for first in reversed(firsts)]


def _month(first: date, lines: Iterable[EntryLine], steps: Iterable[tuple[date, EntryLine]]) -> MonthInWords:
    of_it = [each for each in lines if _in(each.happened_at.date(), first)]
    written = [each for each in of_it if each.kind in _WRITTEN and not each.unreadable]
    return MonthInWords(
        first,
        begins=written[0] if written else None,
        ends=written[-1] if len(written) > 1 else None,
        learnt=tuple(each for each in of_it if each.kind is Kind.LEARNING),
        steps=tuple(line for on, line in steps if _in(on, first)),
        sessions=tuple(each for each in of_it if each.kind is Kind.SESSION and each.state is State.HELD),
    )


def _in(day: date, first: date) -> bool:
    return (day.year, day.month) == (first.year, first.month)


def _steps(tx: Tx) -> list[tuple[date, EntryLine]]:
    """Return the steps that became something, with the day on which they did, oldest first."""
    lines = {each.ref: each for each in entries.newest(tx, Filter(kinds=(Kind.STEP,), states=_BECAME), _MOST_STEPS)}
    told = [
        (outcomes[-1].on, lines[each.ref])
        for each in entries.readable(tx, lines)
        if isinstance(each.details, StepDetails) and (outcomes := each.details.outcomes)
    ]
    return sorted(told, key=lambda step: (step[0], step[1].ref))


def weather(notebook: Notebook, firsts: Sequence[date]) -> tuple[Levels, Levels]:
    """Return load and mood as they were noted, month by month."""
    points = checking_in.curve(notebook, _DAYS)
    loads = [(each.at.date(), each.details.load) for each in points]
    moods = [(each.at.date(), each.details.mood) for each in points]
    return _levels(loads, firsts), _levels(moods, firsts)


def _levels(noted: Sequence[tuple[date, int | None]], firsts: Sequence[date]) -> Levels:
    by_month = [[level for day, level in noted if level is not None and _in(day, first)] for first in firsts]
    return Levels(
        tuple(min(each, default=None) for each in by_month), tuple(max(each, default=None) for each in by_month)
    )
