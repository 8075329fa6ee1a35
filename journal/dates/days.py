"""A day as people write it: “mardi 5 janvier”, “le 3”, “29/11”, “lundi en huit”, “a fortnight ago”."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, timedelta
from enum import Enum

from journal.dates.habits import day_first
from journal.dates.parts_of_spans import days_of_a_part
from journal.dates.vocabulary import vocabulary
from journal.errors.moments import NoSuchDay, OtherWeekday

_WEEK = timedelta(days=7)
_CENTURY = 2000
_YEARS_AROUND = (0, -1, 1)
_LEAP_YEARS_AROUND = (-4, -3, -2, 2, 3, 4)  # for 29 February
_MONTHS_AROUND = range(-6, 7)
_TWELVE = 12

Weekday = tuple[int, str]
"""The number of a weekday, Monday 0, and on which side of today it is said to lie: "past", "ahead", "week"…"""


class Toward(Enum):
    """Where a day lies that tells no year: behind, ahead, or wherever is nearest."""

    PAST = "past"
    AHEAD = "ahead"
    NEAREST = "nearest"


def _picked(days: Iterable[date], today: date, toward: Toward) -> date:
    """Return the day that fits best: the nearest on the side that is meant, else the nearest. Raises NoSuchDay."""
    known = sorted(days, key=lambda day: (abs(day - today), day))
    fits: Callable[[date], bool] = {
        Toward.PAST: lambda day: day <= today,
        Toward.AHEAD: lambda day: day >= today,
        Toward.NEAREST: lambda _day: True,
    }[toward]
    if not known:
        raise NoSuchDay
    fitting = next(filter(fits, known), None)
    return fitting or known[0]


def weekday_of(said: str) -> Weekday | None:
    """Return the weekday that words tell without a date, and its side."""
    words = vocabulary()
    match = words.weekday.fullmatch(said)
    if match is None or match[2] not in words.weekdays:
        return None
    return words.weekdays[match[2]], words.before_weekday.get(match[1]) or words.after_weekday.get(match[3]) or ""


def on_side(asked: Weekday, today: date) -> date | None:
    """Return the day of a weekday whose side is told, None when none is."""
    number, side = asked
    back = (today.weekday() - number) % 7
    ahead = today + _WEEK - timedelta(days=back)
    return {
        "past": today - timedelta(days=back or 7),
        "ahead": ahead,
        "week": ahead + _WEEK,
        "fortnight": ahead + 2 * _WEEK,
    }.get(side)


def day_of(said: str, today: date, toward: Toward) -> date | None:
    """Return the day that plain words tell, None when they tell none.

    A weekday beside a date must be its own. Raises NoSuchDay for a day that no calendar has, OtherWeekday.
    """
    words = vocabulary()
    if said in words.days:
        return today + timedelta(days=words.days[said])
    weekday, rest = _weekday_first(said)
    for read in (_in_words, _in_figures, _of_a_month, days_of_a_part):
        days = read(rest, today, weekday)
        if days is not None:
            fitting = [day for day in days if weekday in (None, day.weekday())]
            if days and not fitting:
                raise OtherWeekday
            if toward is Toward.AHEAD and len(days) > 1 and not any(day >= today for day in fitting):
                raise OtherWeekday
            return _picked(fitting, today, toward)
    return None


def _weekday_first(said: str) -> tuple[int | None, str]:
    first, _blank, rest = said.partition(" ")
    number = vocabulary().weekdays.get(first)
    return (number, rest) if number is not None and rest else (None, said)


def _in_words(said: str, today: date, _weekday: int | None) -> list[date] | None:
    """Return the days of “5 janvier”, “January 5th, 2027”."""
    words = vocabulary()
    if (match := words.day_month.fullmatch(said)) and match[2] in words.months:
        return _dated(int(match[1]), words.months[match[2]], match[3], today)
    if (match := words.month_day.fullmatch(said)) and match[1] in words.months:
        return _dated(int(match[2]), words.months[match[1]], match[3], today)
    return None


def _in_figures(said: str, today: date, weekday: int | None) -> list[date] | None:
    """Return the days of “29/11”, “5.1.2027”, in the order that the person is used to."""
    match = vocabulary().figures.fullmatch(said)
    if match is None:
        return None
    first, second, year = int(match[1]), int(match[3]), match[4]
    if match[2] == "." and year is None and len(match[3]) == 2 and second < 60 and first < 24:  # noqa: PLR2004 -- a time
        if second <= _TWELVE and first and weekday is None:
            raise ValueError("a day or an hour")
        return None
    in_order = True if match[2] == "." else day_first()
    if either_of(said):
        return None
    swapped = in_order is False or (in_order is None and second > _TWELVE)
    return _dated(second, first, year, today) if swapped else _dated(first, second, year, today)


def either_of(said: str) -> tuple[int, int] | None:
    """Return two numbers of which either could be the day, in an order that nothing tells: “3/4”; None for others."""
    match = vocabulary().figures.fullmatch(said)
    if match is None or match[2] == "." or day_first() is not None:
        return None
    one, other = int(match[1]), int(match[3])
    return (one, other) if 0 < one <= _TWELVE and 0 < other <= _TWELVE and one != other else None


def _of_a_month(said: str, today: date, weekday: int | None) -> list[date] | None:
    """Return the days of “le 3” and of the 3 in “lundi 3”, in the months around today."""
    match = vocabulary().day_alone.fullmatch(said)
    if match is None or not (match[1] or match[3] or weekday is not None):
        return None
    days = []
    for months in _MONTHS_AROUND if weekday is not None else (-1, 0, 1):
        year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
        with suppress(ValueError):
            days.append(date(year, month + 1, int(match[2])))
    return days


def _dated(day: int, month: int, year: str | None, today: date) -> list[date]:
    """Return the date; without a year those of the years around. Raises NoSuchDay for one that is in none."""
    if year:
        with suppress(ValueError):
            return [date(int(year) if len(year) > 2 else _CENTURY + int(year), month, day)]  # noqa: PLR2004
        raise NoSuchDay
    for years in (_YEARS_AROUND, _LEAP_YEARS_AROUND):
        found = []
        for each in years:
            with suppress(ValueError):
                found.append(date(today.year + each, month, day))
        if found:
            return found
    raise NoSuchDay
