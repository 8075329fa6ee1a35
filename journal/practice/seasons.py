"""Calls of the time of the week and of the accompaniment: protocols that suit now, each with its reason."""

from collections.abc import Iterator
from datetime import date, timedelta

from journal.dates.wording import day_and_month
from journal.language import _
from journal.model.engagement import EngagementDetails
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.reason import Reason
from journal.practice import decisions, framing, reading
from journal.practice.notebook import Notebook

_FRIDAY = 4
_FRESH = timedelta(days=2)
_HUNDRED = timedelta(days=100)


def in_season(nb: Notebook) -> Iterator[tuple[str, str]]:
    """Yield the codes of protocols that suit now, and the reason for each; what passes soonest comes first."""
    yield from _after_a_session(nb)
    yield from _along_the_road(nb)
    yield from _decision_come_of_age(nb)
    if nb.clock().weekday() == _FRIDAY:
        yield "week", _("The week is ending.")


def _after_a_session(nb: Notebook) -> Iterator[tuple[str, str]]:
    held = Filter(kinds=(Kind.SESSION,), states=(State.HELD,), since=nb.clock() - _FRESH, until=nb.clock())
    for session in reading.newest(nb, held, 1):
        yield "after-session", _("A session was held on {day}.").format(day=day_and_month(session.happened_at.date()))


def _along_the_road(nb: Notebook) -> Iterator[tuple[str, str]]:
    today = nb.clock().date()
    for engagement in framing.engagements(nb):
        frame = engagement.details_as(EngagementDetails)
        if Reason.NEW_POST in frame.reasons and _is_new(frame.starts_on, today):
            yield "hundred-days", _("You came with a new role.")


def _is_new(starts_on: date | None, today: date) -> bool:
    return starts_on is None or timedelta() <= today - starts_on <= _HUNDRED


def _decision_come_of_age(nb: Notebook) -> Iterator[tuple[str, str]]:
    """Find a decision whose day has come."""
    found = decisions.awaited(nb)
    if found is not None:
        yield found.protocol, reason_to_go_back(found)


def reason_to_go_back(found: decisions.Awaited) -> str:
    """Return in words what waits: a decision taken, or one that is still open."""
    day = day_and_month(found.decision.happened_at.date())
    if found.protocol == decisions.GOING_BACK:
        return _("You took a decision on {day}.").format(day=day)
    return _("A decision of {day} is still open.").format(day=day)
