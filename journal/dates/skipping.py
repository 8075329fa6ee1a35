"""Words on an hour that clocks skipped: what is noted in its place is said, wherever a moment is typed."""

from collections.abc import Callable
from datetime import datetime

from journal.dates.parsing import parse_past, told_on_the_wall
from journal.dates.wording import clock_time
from journal.errors.moments import UnknownMoment
from journal.language import _


def skipped_hour(text: str, now: datetime, read: Callable[[str, datetime], datetime] = parse_past) -> str:
    """Return what is said when no clock showed the hour that a text tells, "" otherwise."""
    try:
        at, wall = read(text, now), told_on_the_wall(text, now, read)
    except UnknownMoment:
        return ""
    if wall == at.replace(tzinfo=None):
        return ""
    return _("Clocks skipped {skipped} that day: noted as {noted}.").format(
        skipped=clock_time(wall), noted=clock_time(at)
    )
