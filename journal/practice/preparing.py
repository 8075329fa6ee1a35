"""Preparing a session in ten minutes: what happened since the last one, what is brought, the one question."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from journal.model.entry import Entry, EntryLine, Link, Rel
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.session import SessionDetails
from journal.practice import reading, scheduling
from journal.practice.bringing import keep_session, page_with
from journal.practice.notebook import Notebook

# What a preparation gathers; check-ins are shown to the manager alone.
GATHERED = (Kind.SITUATION, Kind.REFLECTION, Kind.LEARNING, Kind.STEP, Kind.CASE, Kind.PLAN, Kind.CHECKIN)
_MOST = 500
_NO_SESSION_YET = timedelta(days=42)


@dataclass(frozen=True, slots=True)
class Since:
    """What happened since a moment, newest first, and the session it is counted from, when there was one."""

    start: datetime
    previous: Entry | None
    lines: tuple[EntryLine, ...]


def since_last(notebook: Notebook, session: Entry) -> Since:
    """Gather what happened since the session before; since six weeks before when this is the first."""
    previous = scheduling.previous_session(notebook, session)
    start = previous.happened_at if previous else min(session.happened_at, notebook.clock()) - _NO_SESSION_YET
    lines = reading.newest(notebook, Filter(kinds=GATHERED, since=start), limit=_MOST)
    return Since(start=start, previous=previous, lines=tuple(lines))


def prepare(notebook: Notebook, session: Entry, *, question: str, expectation: str, brings: tuple[int, ...]) -> Entry:
    """Keep the question, the expectation and what is brought; the session is prepared once any of them is there."""
    details = session.details_as(SessionDetails).with_(question=question, expectation=expectation)
    links = (
        *(link for link in session.links if link.rel is not Rel.BRINGS),
        *(Link(rel=Rel.BRINGS, ref=ref) for ref in brings),
    )
    anything = bool(question.strip() or expectation.strip() or brings)
    state = session.state
    if state in scheduling.AHEAD:
        state = State.PREPARED if anything else State.PLANNED
    return keep_session(notebook, session.with_(links=links, state=state), details)


def reword(notebook: Notebook, session: Entry, page: str) -> Entry:
    """Keep the preparation in one's own wording; an empty one is compiled again from what is brought."""
    return keep_session(notebook, session, session.details_as(SessionDetails).with_(page=page))


def preparation_page(notebook: Notebook, session: Entry) -> str:
    """Return the one page that is brought, compiled from what is already there; nothing has to be typed twice."""
    details = session.details_as(SessionDetails)
    return page_with(notebook, session, details.with_(notes=""))
