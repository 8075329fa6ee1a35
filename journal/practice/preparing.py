"""Preparation of a session in ten minutes: what happened since the last one, what is brought, the one question."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from journal.model.entry import Entry, EntryLine, Link, Ref, Rel
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.session import SessionDetails
from journal.practice import scheduling
from journal.practice.bringing import keep_session, page_with, prepared_or_not
from journal.practice.notebook import Notebook
from journal.store import due_steps, entries
from journal.store.due_steps import ComingStep

# What a preparation gathers beside the steps; check-ins are shown to the manager alone.
GATHERED = (Kind.SITUATION, Kind.REFLECTION, Kind.LEARNING, Kind.CASE, Kind.PLAN, Kind.CHECKIN)
_MOST = 500
_WAITING = Filter(kinds=(Kind.QUESTION,), states=(State.WAITING,))
_NO_SESSION_YET = timedelta(days=42)


@dataclass(frozen=True, slots=True)
class Since:
    """What happened since a moment, newest first, and the session it is counted from, when there was one.

    A step stands where it was looked at last, or where it comes back; `days` tells these days, `steps` what they hold.
    """

    start: datetime
    previous: Entry | None
    lines: tuple[EntryLine, ...]
    steps: Mapping[Ref, ComingStep] = field(default_factory=dict)
    days: Mapping[Ref, date] = field(default_factory=dict)


def since_last(notebook: Notebook, session: Entry) -> Since:
    """Gather what happened since the session before (six weeks before the first); up to its moment once it was held."""
    previous = scheduling.previous_session(notebook, session)
    start = previous.happened_at if previous else min(session.happened_at, notebook.clock()) - _NO_SESSION_YET
    end = session.happened_at if session.state is State.HELD else None
    last = end or max(session.happened_at, notebook.clock())
    with notebook.store.reading() as tx:
        lines = entries.newest(tx, Filter(kinds=GATHERED, since=start, until=end), _MOST)
        known = due_steps.steps(tx, start)
        asked = entries.newest(tx, _WAITING, _MOST) if end is None else []
    days = {step.line.ref: day for step in known if (day := _told_on(step, start, last.date())) is not None}
    steps = {step.line.ref: step for step in known if step.line.ref in days}
    return Since(start, previous, tuple([*asked, *_placed(lines, steps, days)][:_MOST]), steps, days)


def _placed(lines: list[EntryLine], steps: Mapping[Ref, ComingStep], days: Mapping[Ref, date]) -> list[EntryLine]:
    """Return the lines, newest first, with each step before everything of its day."""
    placed: list[EntryLine] = []
    done = 0
    for ref in sorted(steps, key=lambda ref: (days[ref], ref), reverse=True):
        here = done
        while here < len(lines) and lines[here].happened_at.date() > days[ref]:
            here += 1
        placed += [*lines[done:here], steps[ref].line]
        done = here
    return [*placed, *lines[done:]]


def _told_on(step: ComingStep, start: datetime, last: date) -> date | None:
    """Return the day on which a step belongs among what happened: looked at, coming back, or written; None for no day.

    One that was postponed and comes back stands where it comes back.
    """
    if step.line.state is State.OPEN and step.review_on is not None and step.review_on <= last:
        return step.review_on
    if step.looked_at is not None and start.date() <= step.looked_at <= last:
        return step.looked_at
    written = step.line.happened_at
    return written.date() if written >= start and written.date() <= last else None


def prepare(notebook: Notebook, session: Entry, *, question: str, expectation: str, brings: tuple[int, ...]) -> Entry:
    """Keep the question, the expectation and what is brought; the session is prepared once any of them is there."""
    details = session.details_as(SessionDetails).with_(question=question, expectation=expectation)
    links = (
        *(link for link in session.links if link.rel is not Rel.BRINGS),
        *(Link(rel=Rel.BRINGS, ref=ref) for ref in brings),
    )
    return keep_session(notebook, prepared_or_not(session.with_(links=links, details=details)), details)


def reword(notebook: Notebook, session: Entry, page: str) -> Entry:
    """Keep the preparation in one's own wording; an empty one is compiled again from what is brought."""
    details = session.details_as(SessionDetails).with_(page=page)
    return keep_session(notebook, prepared_or_not(session.with_(details=details)), details)


def tick(notebook: Notebook, session: Entry, line: str, *, leaves: bool) -> Entry:
    """Let a line of the page leave, or stay at home."""
    return keep_session(notebook, session, session.details_as(SessionDetails).ticked(line, leaves=leaves))


def preparation_page(notebook: Notebook, session: Entry) -> str:
    """Return the one page that is brought, compiled from what is already there; nothing has to be typed twice."""
    details = session.details_as(SessionDetails)
    return page_with(notebook, session, details.with_(notes="", said="", views=(), record=()))
