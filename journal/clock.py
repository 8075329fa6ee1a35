"""Time as a thing that is handed in, so that tests and rules never ask the machine; and what clocks can show."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

Clock = Callable[[], datetime]
LARGEST_OFFSET = timedelta(hours=18)
"""How far a clock can be from UTC, as everywhere where times are told as ISO 8601 does."""

_MINUTE = timedelta(minutes=1)


def now() -> datetime:
    """Return the moment with the offset of the place where the person is."""
    return datetime.now().astimezone()


def on_a_clock(at: datetime) -> datetime:
    """Return a moment that a clock can show: offsets are whole minutes, 18 hours at most. Raises ValueError."""
    offset = at.utcoffset()
    if offset is None or offset % _MINUTE or abs(offset) > LARGEST_OFFSET:
        raise ValueError("no clock shows such a moment")
    return at


def here(wall: datetime) -> datetime:
    """Return what the clock on the wall showed, without an offset, as the moment it was in this place.

    In the hour that clocks skip it is the same distance after the gap; in the hour they show twice it is the first.
    """
    at = datetime.fromtimestamp(wall.replace(tzinfo=None, fold=0).timestamp(), UTC).astimezone()
    whole = round((at.utcoffset() or timedelta()) / _MINUTE) * _MINUTE  # before there were zones, offsets had seconds
    return at if whole == at.utcoffset() else at.replace(tzinfo=timezone(whole))
