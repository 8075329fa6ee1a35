"""Proposals of which sessions are the meetings of three when an engagement is planned at once: start, halfway, end."""

from dataclasses import dataclass
from datetime import datetime

from journal.clock import here
from journal.model.engagement import EngagementDetails, Form
from journal.model.entry import Entry
from journal.model.rhythm import Localise, planned_times
from journal.model.session import SessionDetails, SessionKind
from journal.practice import scheduling
from journal.practice.notebook import Notebook


@dataclass(frozen=True, slots=True)
class Proposed:
    """A session that would be a meeting of three: its number, its moment, and which of the three it would be."""

    number: int
    at: datetime
    meeting: SessionKind


def proposed(notebook: Notebook, engagement: Entry, first: datetime, localise: Localise = here) -> tuple[Proposed, ...]:
    """Return the meetings of three among the sessions still to plan, at their places; none in a group of peers.

    A meeting that is planned or was held already is not proposed again.
    """
    frame = engagement.details_as(EngagementDetails)
    if frame.form is Form.GROUP:
        return ()
    row = scheduling.sessions(notebook, engagement.ref)
    known = {each.details_as(SessionDetails).meeting for each in row}
    times = planned_times(first, scheduling.still_to_plan(notebook, engagement), frame.rhythm_days, localise)
    at = dict(enumerate(times, len(row) + 1))
    return tuple(
        Proposed(number, at[number], meeting)
        for meeting, number in _places(max(frame.planned_sessions, len(row))).items()
        if number in at and meeting not in known
    )


def _places(sessions: int) -> dict[SessionKind, int]:
    """Return which session each of the three meetings would be; a short road has fewer."""
    places = {SessionKind.FRAMING: 1, SessionKind.INTERIM: (sessions + 1) // 2, SessionKind.CLOSING: sessions}
    if sessions < len(places):
        places.pop(SessionKind.INTERIM)
    return places if sessions > 1 else {}
