"""The day of a part of a month, a week or a year: “fin juin”, “mid-March”, “the end of next week”.

A beginning is the first day, a middle the 15th, an end the last day; a week goes from Monday to Friday, since people
speak so of what they have to do.
"""

from calendar import monthrange
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

from journal.dates.vocabulary import vocabulary

_WEEK = timedelta(days=7)
_MINUTES_OF_A_WEEK = 7 * 24 * 60
_OF_A_WEEK = (0, 2, 4)  # Monday, Wednesday, Friday
_MIDDLE = 15
_TWELVE = 12
_AROUND = (-1, 0, 1)


def days_of_a_part(said: str, today: date, _weekday: int | None = None) -> list[date] | None:
    """Return the days that a part of a month, a week or a year may be, around today; None when words tell none."""
    words = vocabulary()
    match = words.part_of_span.fullmatch(said)
    if match is None:
        return None
    part, unit, year = words.span_parts[match["part"]], match["unit"], match["year"]
    around = (1,) if match["next"] or match["after"] else (0,) if match["this"] else _AROUND
    if unit in words.months:
        years = [int(year)] if year else [today.year + each for each in _AROUND]
        return [_of_a_month(each, words.months[unit], part) for each in years]
    if year:
        return None
    if (months := words.month_counts.get(unit)) is not None:
        return list(_in_months(today, months, part, around))
    if words.minutes.get(unit) == _MINUTES_OF_A_WEEK:
        monday = today - timedelta(days=today.weekday())
        return [monday + each * _WEEK + timedelta(days=_OF_A_WEEK[part]) for each in around]
    return None


def month_without_day(said: str) -> int | None:
    """Return the month that words tell without any day of it: “en juin”, “June 2027”; None for other words."""
    words = vocabulary()
    match = words.month_alone.fullmatch(said)
    return words.months.get(match[1]) if match is not None else None


def _in_months(today: date, months: int, part: int, around: tuple[int, ...]) -> Iterator[date]:
    for each in around:
        year, month = divmod(today.year * _TWELVE + today.month - 1 + each * months, _TWELVE)
        with suppress(ValueError):  # beyond the calendar
            yield _of_a_month(year, month + 1, part) if months == 1 else _of_a_year(year, part)


def _of_a_month(year: int, month: int, part: int) -> date:
    return date(year, month, (1, _MIDDLE, monthrange(year, month)[1])[part])


def _of_a_year(year: int, part: int) -> date:
    return (date(year, 1, 1), date(year, 7, 1), date(year, 12, 31))[part]
