"""Habits of writing hours and days where they are not those of the language, and which year needs no telling."""

from collections.abc import Callable
from datetime import datetime
from typing import Literal, NamedTuple

from journal.language import current, facts

Hours = Literal[12, 24]


class Habits(NamedTuple):
    """To which hour clocks count and whether days stand before months, None as in the language; the clock of today."""

    hours: Hours | None = None
    day_first: bool | None = None
    clock: Callable[[], datetime] | None = None


_habits = Habits()


def choose(habits: Habits) -> None:
    """Set the habits of the person who runs the program."""
    global _habits  # noqa: PLW0603 -- one program speaks to one person, as in journal.language
    _habits = habits


def twelve_hours() -> bool | None:
    """Whether clocks count to twelve; None is as in the language."""
    return None if _habits.hours is None else _habits.hours == 12  # noqa: PLR2004 -- noon


def day_first() -> bool | None:
    """Whether 3/4 is the third of April; None where it cannot be told."""
    return _habits.day_first if _habits.day_first is not None else (facts(current()).get("day_first") or None)


def this_year() -> int | None:
    """Return the year that needs no telling; None where today is not known, as in a document that stays."""
    return _habits.clock().year if _habits.clock is not None else None
