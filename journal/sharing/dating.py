"""Dates of entries as precisely as a reader may know: for programs and in words."""

from journal.model.audience import Audience
from journal.model.entry import Entry
from journal.sharing.selecting import Dates
from journal.sharing.wording import day, day_and_hour, week


def when_and_dated(entry: Entry, dates: Dates, audience: Audience) -> tuple[str, str]:
    """Return the moment, day or week of ISO 8601, and the same in words; both empty where dates are left out."""
    moment = entry.happened_at
    if dates is Dates.EXACT:
        if audience is Audience.ME:
            return moment.isoformat(), day_and_hour(moment)
        if _told(entry):
            return f"{moment:%Y-%m-%dT%H:%M}", day_and_hour(moment)
        return moment.date().isoformat(), day(moment)
    if dates is Dates.WEEK:
        year, number, _weekday = moment.isocalendar()
        return f"{year}-W{number:02}", week(moment)
    return "", ""


def _told(entry: Entry) -> bool:
    """Whether a person told when it happened; a moment with its seconds is a clock's, that of writing."""
    moment = entry.happened_at
    return moment != entry.created_at and not (moment.second or moment.microsecond)
