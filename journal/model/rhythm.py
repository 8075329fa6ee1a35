"""Rhythm of sessions: all of an engagement from its rhythm, and what moves when one is moved.

Sessions are agreed in wall-clock time: "Thursdays at two". A change to or from daylight-saving time must not shift
them, so dates are counted in local time and the offset is found afterwards, by the place's own rules.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from journal.clock import here

Localise = Callable[[datetime], datetime]


def planned_times(first: datetime, count: int, rhythm_days: int, localise: Localise = here) -> list[datetime]:
    """Return the times of `count` sessions from `first` on, `rhythm_days` days apart, at the same hour."""
    start = first.replace(tzinfo=None)
    return [localise(start + timedelta(days=rhythm_days * index)) for index in range(count)]


def moved_times(
    times: Sequence[datetime], index: int, to: datetime, *, following: bool, localise: Localise = here
) -> list[datetime]:
    """Return the times after the session at `index` is moved to `to`.

    When the following ones follow, they are shifted by as many whole days, and keep their own hour.
    """
    days = (to.date() - times[index].date()).days
    moved = list(times)
    moved[index] = to
    if following:
        for later in range(index + 1, len(times)):
            moved[later] = _shifted(times[later], timedelta(days=days), localise)
    return moved


def _shifted(at: datetime, by: timedelta, localise: Localise) -> datetime:
    """Return a time some days later at the same hour; one that was agreed elsewhere keeps the offset of that place."""
    local = at.replace(tzinfo=None)
    if localise(local).utcoffset() != at.utcoffset():
        return at + by
    return localise(local + by)
