"""Habits of writing hours and days where they are not those of the language, and which year needs no telling."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Literal, NamedTuple

from journal.language import current, facts

Hours = Literal[12, 24]

_LOCALES = ("LC_ALL", "LC_TIME", "LANG")  # the first that is set tells how dates are written


class Habits(NamedTuple):
    """To which hour clocks count and whether days stand before months, None as in the language; the clock of today.

    Where the language leaves the order of days and months open, the country of the locale tells it: “GB”, “US”.
    """

    hours: Hours | None = None
    day_first: bool | None = None
    clock: Callable[[], datetime] | None = None
    country: str = ""


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
    if _habits.day_first is not None:
        return _habits.day_first
    told = facts(current())
    by_country = dict.fromkeys(told.get("month_first_in", ()), False)
    by_country |= dict.fromkeys(told.get("day_first_in", ()), True)
    return told.get("day_first") or by_country.get(_habits.country)


def country() -> str:
    """Return the country of the locale, “GB”; "" where it tells none."""
    return _habits.country


def country_of(environment: Mapping[str, str]) -> str:
    """Return the country of the locale in which dates are written, “GB” of “en_GB.UTF-8”; "" for none."""
    named = next((told for name in _LOCALES if (told := environment.get(name))), "")
    return named.partition(".")[0].partition("@")[0].partition("_")[2]


def this_year() -> int | None:
    """Return the year that needs no telling; None where today is not known, as in a document that stays."""
    return _habits.clock().year if _habits.clock is not None else None
