"""Moments as the database keeps them: microseconds since 1970 in UTC, and the offset of the place in minutes."""

from datetime import UTC, datetime, timedelta, timezone
from functools import cache

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def stored(at: datetime) -> tuple[int, int]:
    """Return a moment as microseconds and offset in minutes."""
    offset = at.utcoffset() or timedelta()
    return (at - _EPOCH) // _MICROSECOND, round(offset.total_seconds() / 60)


def to_datetime(microseconds: int, offset: int) -> datetime:
    """Return a stored moment with its own offset."""
    return _epoch(offset) + timedelta(microseconds=microseconds)


@cache
def _epoch(offset: int) -> datetime:
    """Return 1970 as a place's clock shows it: adding to it is cheaper than converting."""
    return _EPOCH.astimezone(timezone(timedelta(minutes=offset)))


def month_of(at: datetime) -> int:
    """Return year and month of a moment where it happened, as one number: 202611."""
    return at.year * 100 + at.month
