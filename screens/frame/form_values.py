"""Parsers of what is typed in a field: a day to come, a figure; and what is said of what cannot be read."""

from collections.abc import Callable
from datetime import date, datetime

from journal.dates.lengths import parse_length
from journal.dates.parsing import parse_future, parse_nearest
from journal.errors.moments import FarYear, UnknownDay, UnknownDayAhead, UnknownMoment, UnknownMomentAhead, WhichDay
from journal.language import _

_LONGEST_FIGURE = 20  # characters
_LONGEST_TOLD = 40  # characters of a line that is told again
_NOON = 12  # the hour of a day that tells none
_SHORTEST, _LONGEST = 5, 1440  # minutes that a session takes


def day_ahead(text: str, now: datetime) -> date | None:
    """Return the day a text tells, None for an empty one. Raises UnknownMoment."""
    return parse_future(text, now).date() if text.strip() else None


def day_near(text: str, now: datetime) -> date | None:
    """Return the day of what may be past or to come, None for an empty text. Raises UnknownMoment."""
    return parse_nearest(text, now).date() if text.strip() else None


def no_day(text: str, now: datetime, read: Callable[[str, datetime], date | None] = day_ahead) -> str:
    """Return what is said of a text that is no day as it is read, "" of one that is, or of none."""
    try:
        read(text, now)
    except UnknownMoment as unknown:
        return not_understood(unknown, UnknownDayAhead if read is day_ahead else UnknownDay)
    return ""


def no_name(line: str) -> str:
    """Return what is said of a line that names nobody."""
    told = line if len(line) <= _LONGEST_TOLD else f"{line[:_LONGEST_TOLD].rstrip()}…"
    return _("“{line}” does not read as a name. Write only names here.").format(line=told)


def not_understood(unknown: UnknownMoment, usual: type[UnknownMoment]) -> str:
    """Return what is said of a moment that was not understood: its own reason, else what is usual where it is asked."""
    has_reason = type(unknown) not in (UnknownMoment, UnknownMomentAhead)
    return (unknown if has_reason else usual()).message()


def said_at_once(unknown: UnknownMoment) -> str:
    """Return what is said while one types: why this is no day, "" of what may only be half of one."""
    return "" if type(unknown) in (UnknownMoment, UnknownMomentAhead, FarYear, WhichDay) else unknown.message()


def names_hour(text: str, now: datetime) -> bool:
    """Return whether a text tells an hour beside its day."""
    try:
        at = parse_nearest(text, now)
    except UnknownMoment:
        return False
    return (at.hour, at.minute) not in ((_NOON, 0), (now.hour, now.minute))


def figure(text: str) -> float | None:
    """Return the number that a text tells, with comma or point; None when it tells none."""
    plain = text.strip().replace(",", ".")
    digits = plain.replace(".", "", 1)
    return float(plain) if digits.isascii() and digits.isdigit() and len(plain) <= _LONGEST_FIGURE else None


def no_figure(text: str, least: float, most: float) -> str:
    """Return what is said of a text that is no number within limits, "" of one that is."""
    number = figure(text)
    if number is not None and least <= number <= most:
        return ""
    return _("A number from {least} to {most} is needed here.").format(least=f"{least:g}", most=f"{most:g}")


def no_length(text: str) -> str:
    """Return what is said of a text that is no length of a session, "" of one that is."""
    minutes = parse_length(text)
    if minutes is not None and _SHORTEST <= minutes <= _LONGEST:
        return ""
    return _("A length is needed here: “1 h 30”, “90 min”.")
