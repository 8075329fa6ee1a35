"""Lengths of time as people write them, and as the program prints them: "90", "1 h 30", "1:30", "2 heures", "1,5 h"."""

import re

from journal.dates.vocabulary import plain, vocabulary

_FIGURES = re.compile(r"\d{1,4}")
_PARTED = re.compile(r"(\d{1,2}) ?: ?([0-5]\d)")
_WITH_UNIT = re.compile(r"(\d{1,4}(?:\.\d{1,2})?|[^\W\d_]+)? ?([^\W\d]+)(?: ?(\d{1,2})(?: ?([^\W\d]+))?)?")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")
_HOUR = 60


def parse_length(text: str) -> int | None:
    """Return how many minutes a text tells, None for one that tells no length; a number alone is minutes."""
    said = plain(_DECIMAL_COMMA.sub(".", text))
    if _FIGURES.fullmatch(said):
        return int(said)
    if parted := _PARTED.fullmatch(said):
        return int(parted[1]) * _HOUR + int(parted[2])
    told = _WITH_UNIT.fullmatch(said)
    return None if told is None else _with_unit(*told.groups())


def _with_unit(number: str | None, unit: str, more: str | None, of: str | None) -> int | None:
    """Return the minutes of "1 h", "1 h 30", "1 h 30 min", "two hours"."""
    minutes, count = vocabulary().minutes.get(unit), _count(number)
    if minutes is None or count is None or minutes > _HOUR:
        return None
    if more is None:
        return round(count * minutes)
    if minutes != _HOUR or int(more) >= _HOUR or (of is not None and vocabulary().minutes.get(of) != 1):
        return None
    return round(count * minutes) + int(more)


def _count(number: str | None) -> float | None:
    if number is None:
        return None
    if number[0].isdecimal():
        return float(number)
    return vocabulary().numbers.get(number)
