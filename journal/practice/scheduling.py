"""Sessions in the calendar: planned from the rhythm, moved, held, cancelled, and taken along as a calendar file."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from journal.clock import here
from journal.model.engagement import EngagementDetails, Form
from journal.model.entry import Entry, Link, NewEntry, Ref, Rel
from journal.model.filter import Filter
from journal.model.kind import AHEAD, Kind, State
from journal.model.rhythm import Localise, moved_times, planned_times
from journal.model.session import SessionDetails, SessionKind
from journal.practice import capturing, reading
from journal.practice.bringing import is_prepared, keep_session, prepared_or_not
from journal.practice.notebook import Notebook
from journal.practice.pages import session_page, session_title

_MOST = 500


@dataclass(frozen=True, slots=True)
class Course:
    """How far an engagement has come, in plain numbers: sessions, and minutes."""

    held: int
    planned: int
    minutes_held: int
    minutes_planned: int


def plan_all(
    notebook: Notebook,
    engagement: Entry,
    first: datetime,
    localise: Localise = here,
    meetings: Mapping[int, SessionKind] | None = None,
) -> list[Entry]:
    """Plan every session of an engagement that is not planned yet, from its rhythm; the first falls on `first`.

    `meetings` tells by its number what a session is for where it is no usual one.
    """
    frame = engagement.details_as(EngagementDetails)
    known = len(sessions(notebook, engagement.ref))
    count = still_to_plan(notebook, engagement)
    minutes = frame.planned_minutes // frame.planned_sessions if frame.planned_sessions else 120
    usual = SessionKind.GROUP if frame.form is Form.GROUP else SessionKind.INDIVIDUAL
    length, told = max(5, min(1440, minutes)), meetings or {}
    return capturing.write_all(
        notebook,
        [
            _planned(
                engagement.ref, time, SessionDetails(number=number, meeting=told.get(number, usual), minutes=length)
            )
            for number, time in enumerate(planned_times(first, count, frame.rhythm_days, localise), known + 1)
        ],
    )


def unplan(notebook: Notebook, refs: Sequence[Ref]) -> None:
    """Take sessions that were just planned back; one that was prepared or held meanwhile stays.

    One that holds no word is gone: it would only hide what was really thrown away. Any other goes to the trash.
    """
    for ref in refs:
        line = reading.line(notebook, ref)
        if line is not None and line.state in (State.PLANNED, State.MOVED):
            empty = _says_nothing(reading.entry(notebook, ref)) and not reading.backlinks(notebook, ref)
            (reading.purge if empty else reading.trash)(notebook, ref)


def _says_nothing(session: Entry) -> bool:
    """Whether a session holds nothing but when it is, and what for."""
    details = session.details_as(SessionDetails)
    bare = SessionDetails(number=details.number, meeting=details.meeting, minutes=details.minutes, video=details.video)
    return (
        details == bare
        and session.title == session_title(details)
        and all(link.rel is Rel.PART_OF for link in session.links)
        and not (session.tags or session.people or session.patterns)
    )


def still_to_plan(notebook: Notebook, engagement: Entry) -> int:
    """Return how many of the sessions agreed for an engagement have no date yet."""
    frame = engagement.details_as(EngagementDetails)
    return max(0, frame.planned_sessions - len(sessions(notebook, engagement.ref)))


def plan_one(notebook: Notebook, engagement: Ref, at: datetime, details: SessionDetails) -> Entry:
    """Plan one session of an engagement."""
    return capturing.write(notebook, _planned(engagement, at, details))


def add_one(notebook: Notebook, engagement: Entry, at: datetime) -> Entry:
    """Plan one more session, an interim one for instance: those after it are counted one further."""
    frame = engagement.details_as(EngagementDetails)
    row = sessions(notebook, engagement.ref)
    before = [each for each in row if each.happened_at <= at]
    usual = before[-1].details_as(SessionDetails) if before else SessionDetails()
    number = max((number_of(each) for each in before), default=0) + 1
    capturing.rewrite_all(notebook, [_counted(each, number_of(each) + 1) for each in row if number_of(each) >= number])
    details = SessionDetails(
        number=number,
        meeting=SessionKind.GROUP if frame.form is Form.GROUP else SessionKind.INDIVIDUAL,
        minutes=usual.minutes,
        place=usual.place,
        video=usual.video,
    )
    return plan_one(notebook, engagement.ref, at, details)


def _counted(session: Entry, number: int) -> Entry:
    details = session.details_as(SessionDetails).with_(number=number)
    return session.with_(details=details, title=session_title(details))


def _planned(engagement: Ref, at: datetime, details: SessionDetails) -> NewEntry:
    return NewEntry(
        kind=Kind.SESSION,
        title=session_title(details),
        body=session_page(details),
        happened_at=at,
        links=(Link(rel=Rel.PART_OF, ref=engagement),),
        details=details,
    )


def sessions(notebook: Notebook, engagement: Ref) -> list[Entry]:
    """Return all sessions of an engagement in the order of their numbers."""
    found = reading.whole(notebook, Filter(kinds=(Kind.SESSION,), linked_to=engagement), limit=_MOST)
    return sorted(found, key=lambda session: (number_of(session), session.happened_at))


def number_of(session: Entry) -> int:
    """Return which session of its engagement this is."""
    return session.details_as(SessionDetails).number


def move(
    notebook: Notebook, session: Entry, to: datetime, *, following: bool, localise: Localise = here
) -> list[Entry]:
    """Move a session and, when asked, shift those after it that are still ahead; return the ones that moved."""
    row = [session, *coming_after(notebook, session)]
    times = moved_times(
        [each.happened_at for each in row],
        0,
        to,
        following=following,
        localise=localise,
    )
    moved = [
        each.with_(happened_at=time, state=_moved(each))
        for each, time in zip(row, times, strict=True)
        if time != each.happened_at
    ]
    return capturing.rewrite_all(notebook, moved)


def overtaken(notebook: Notebook, session: Entry, to: datetime) -> Entry | None:
    """Return the session beside which a session comes to stand when it alone moves past others; None for none."""
    engagement = engagement_of(session)
    if engagement is None:
        return None
    low, high = sorted((session.happened_at, to))
    others = [each for each in sessions(notebook, engagement) if each.ref != session.ref and each.state in AHEAD]
    passed = sorted((each for each in others if low < each.happened_at < high), key=lambda each: each.happened_at)
    return (passed[-1] if to > session.happened_at else passed[0]) if passed else None


def _moved(session: Entry) -> State:
    """Return the state of a session that is moved; one that was cancelled lies ahead again."""
    if session.state not in (State.PLANNED, State.CANCELLED):
        return session.state
    return State.PREPARED if is_prepared(session) else State.MOVED


def put_back(notebook: Notebook, before: Sequence[Entry]) -> list[Entry]:
    """Give sessions the day and the state they had before; what else was written in them since stays."""
    now = [reading.entry(notebook, each.ref) for each in before]
    back = [each.with_(happened_at=was.happened_at, state=was.state) for each, was in zip(now, before, strict=True)]
    return capturing.rewrite_all(notebook, back)


def coming_after(notebook: Notebook, session: Entry) -> list[Entry]:
    """Return the sessions of the same engagement that are counted after this one and still ahead."""
    engagement = engagement_of(session)
    return [
        each
        for each in (sessions(notebook, engagement) if engagement else [])
        if each.state in AHEAD and number_of(each) > number_of(session)
    ]


def hold(
    notebook: Notebook,
    session: Entry,
    minutes: int | None = None,
    notes: str | None = None,
    at: datetime | None = None,
) -> Entry:
    """Mark a session as held, with the time it took, what was noted, and when it was where that differs."""
    details = session.details_as(SessionDetails)
    changed = details.with_(
        minutes=details.minutes if minutes is None else minutes, notes=details.notes if notes is None else notes
    )
    return keep_session(notebook, session.with_(state=State.HELD, happened_at=at or session.happened_at), changed)


def not_held(notebook: Notebook, session: Entry) -> Entry:
    """Take back that a session was held: it lies ahead again, prepared where something is prepared in it."""
    return capturing.rewrite(notebook, prepared_or_not(session.with_(state=State.PLANNED)))


def cancel(notebook: Notebook, session: Entry) -> Entry:
    """Mark a session as cancelled; nobody asks for a reason."""
    return capturing.rewrite(notebook, session.with_(state=State.CANCELLED))


def arrange(notebook: Notebook, session: Entry, /, **changes: Any) -> Entry:
    """Keep another length, place or kind of a session."""
    return keep_session(notebook, session, session.details_as(SessionDetails).with_(**changes))


def course(engagement: Entry, row: Sequence[Entry]) -> Course:
    """Return what was held against what was planned."""
    frame = engagement.details_as(EngagementDetails)
    held = [each for each in row if each.state is State.HELD]
    return Course(
        held=len(held),
        planned=frame.planned_sessions,
        minutes_held=sum(each.details_as(SessionDetails).minutes for each in held),
        minutes_planned=frame.planned_minutes,
    )


def previous_session(notebook: Notebook, session: Entry) -> Entry | None:
    """Return the session held last before this one in the same engagement."""
    engagement = engagement_of(session)
    if engagement is None:
        return None
    before = Filter(kinds=(Kind.SESSION,), states=(State.HELD,), until=session.happened_at, linked_to=engagement)
    return next(iter(reading.whole(notebook, before, limit=3)), None)  # should the last one not be readable


def engagement_of(session: Entry) -> Ref | None:
    """Return the engagement a session belongs to."""
    return next((link.ref for link in session.links if link.rel is Rel.PART_OF), None)


def coming(row: Sequence[Entry], now: datetime) -> list[Entry]:
    """Return the sessions of a row that lie ahead."""
    return [session for session in row if session.state in AHEAD and session.happened_at >= now]


def _calendar_id(session: Entry) -> str:
    """Return the same identifier for a session each time, so that a moved one moves, out of which nothing is read.

    A calendar is often the employer's: no number of the journal, no name of a program. The microseconds of writing,
    which are told nowhere, keep the digest from being guessed.
    """
    return hashlib.sha256(f"{session.ref} {session.created_at.isoformat()}".encode()).hexdigest()[:32]


def for_calendar(row: Sequence[Entry], now: datetime) -> list[Entry]:
    """Return the sessions ahead, the cancelled ones as well: a calendar that holds them has to hear of it."""
    return [each for each in row if each.state in (*AHEAD, State.CANCELLED) and each.happened_at >= now]


def calendar(row: Sequence[Entry], title: str, now: datetime, *, private: bool = False) -> bytes:
    """Return an iCalendar file (RFC 5545) of sessions under one title that says nothing of their content.

    A cancelled session leaves as cancelled, so that the calendar that holds it hears of it. The hour of the last change
    is told, and no more of it: the rest keeps the identifier from being guessed.
    """
    from icalendar import Calendar, Event

    file = Calendar()
    file.add("prodid", "-//Calendar//EN")  # RFC 5545 wants one; it does not tell with what the file was made
    file.add("version", "2.0")
    for session in row:
        event = Event()
        start = session.happened_at.astimezone(UTC)
        event.add("uid", _calendar_id(session))
        event.add("dtstamp", now.astimezone(UTC))
        event.add("dtstart", start)
        event.add("duration", timedelta(minutes=session.details_as(SessionDetails).minutes))
        event.add("summary", title)
        event.add("sequence", max(0, session.revision - 1))
        event.add("last-modified", session.updated_at.astimezone(UTC).replace(minute=0, second=0, microsecond=0))
        event.add("status", "CANCELLED" if session.state is State.CANCELLED else "CONFIRMED")
        if private:
            event.add("class", "PRIVATE")
        file.add_component(event)
    return bytes(file.to_ical())
