"""Moments as the database keeps them: microseconds since 1970 in UTC, and the offset of the place in minutes.

A month and a day are those on the clock where it happened.
"""

from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache

from journal.clock import LARGEST_OFFSET

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def stored(at: datetime) -> tuple[int, int]:
    """Return a moment as microseconds and offset in minutes."""
    offset = at.utcoffset() or timedelta()
    return (at - _EPOCH) // _MICROSECOND, round(offset.total_seconds() / 60)


def to_datetime(microseconds: int, offset: int) -> datetime:
    """Return a stored moment with its own offset; raise TypeError, ValueError or OverflowError for what is none."""
    return _epoch(offset) + timedelta(microseconds=microseconds)


@cache
def _epoch(offset: int) -> datetime:
    """Return 1970 as a place's clock shows it: adding to it is cheaper than converting."""
    if not isinstance(offset, int) or abs(offset) > LARGEST_OFFSET // timedelta(minutes=1):
        raise ValueError("no offset of a clock")
    return _EPOCH.astimezone(timezone(timedelta(minutes=offset)))


def month_of(at: date) -> int:
    """Return year and month as one number: 202611."""
    return at.year * 100 + at.month


def day_of(at: date) -> int:
    """Return year, month and day as one number: 20261129."""
    return month_of(at) * 100 + at.day


def begins(day: date) -> int:
    """Return the earliest moment, in microseconds, that can fall on a day somewhere: clocks differ from UTC by 18 h."""
    return stored(datetime.combine(day, time(), UTC) - LARGEST_OFFSET)[0]


def ends(day: date) -> int:
    """Return the moment, in microseconds, by which a day is over everywhere."""
    return stored(datetime.combine(day, time(), UTC) + timedelta(days=1) + LARGEST_OFFSET)[0]
