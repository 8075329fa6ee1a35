"""Rows of engagements and their sessions: the frame's line, what lies ahead, what is behind."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from textual.content import Content

from journal.dates.wording import clock_time, dated, duration, full_day, until
from journal.language import _, ngettext
from journal.model.entry import Entry
from journal.model.kind import AHEAD, State
from journal.model.session import OF_THREE, SessionDetails
from journal.practice import scheduling
from journal.practice.scheduling import Course
from journal.practice.states_in_words import state_word
from screens.vocabulary.meetings import in_a_list
from screens.widgets.rows import Row

_DOUBTED = 300  # days from which on the year is told


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide the words on the right are, over all engagements shown."""

    state: int
    distance: int


def columns_of(sessions: Iterable[Entry], now: datetime) -> Columns:
    """Return the widths that hold every session's words; what one was for may go on where no distance is told."""
    told = [
        (_aside(each, now) if each.state in AHEAD else (state_word(each.kind, each.state), "")) for each in sessions
    ]
    return Columns(*(max((len(aside[column]) for aside in told), default=0) for column in (0, 1)))


def engagement_rows(
    engagement: Entry, sessions: list[Entry], now: datetime, columns: Columns, unplanned: Content
) -> list[Row]:
    """Return an engagement's lines, what lies ahead with the next one first, then what is behind, the last first.

    Where no session is planned, it says so in words with their key.
    """
    head = Row(
        f"engagement:{engagement.ref}",
        engagement.title or _("(no title)"),
        state_word(engagement.kind, engagement.state),
    )
    if not sessions:
        return [head, Row("", unplanned)]
    ahead = sorted((each for each in sessions if _lies_ahead(each, now)), key=_when)
    behind = sorted((each for each in sessions if each not in ahead), key=_when, reverse=True)
    told = Row("", _told(scheduling.course(engagement, sessions)))
    parted = [Row("", _("─── so far")), *(_session_row(each, now, columns) for each in behind)] if behind else []
    return [head, told, *(_session_row(each, now, columns) for each in ahead), *parted]


def ended_rows(engagements: Sequence[tuple[Entry, list[Entry]]], now: datetime) -> list[Row]:
    """Return the engagements that are closed or were left, alike: what was held can be read, nothing lies ahead."""
    if not engagements:
        return []
    rows = [Row("", ""), Row("", _("Finished"))]
    for engagement, sessions in engagements:
        title, state = engagement.title or _("(no title)"), state_word(engagement.kind, engagement.state)
        rows.append(Row(f"engagement:{engagement.ref}", title, state, quiet=True))
        held = sorted((each for each in sessions if each.state is State.HELD), key=_when, reverse=True)
        rows += [Row(f"session:{each.ref}", _words(each, now), "", quiet=True) for each in held]
    return rows


def _lies_ahead(session: Entry, now: datetime) -> bool:
    """Whether a session is still to come, be it cancelled: it stands on its day among the others."""
    return session.state in AHEAD or (session.state is State.CANCELLED and session.happened_at > now)


def _when(session: Entry) -> datetime:
    return session.happened_at


def _session_row(session: Entry, now: datetime, columns: Columns) -> Row:
    state, distance = _aside(session, now)
    apart = f"   {distance:>{columns.distance}}" if columns.distance else ""
    told = f"{state:<{columns.state}}{apart[len(state) - columns.state :] if len(state) > columns.state else apart}"
    return Row(
        f"session:{session.ref}",
        _words(session, now),
        (told[: columns.state], told[columns.state :]) if columns.distance else (state,),
        quiet=session.state not in AHEAD,
    )


def _aside(session: Entry, now: datetime) -> tuple[str, str]:
    if session.state not in AHEAD:
        return _state(session), ""
    day, today = session.happened_at.date(), now.date()
    if day < today:
        return _("planned for {day}").format(day=until(day, today)), ""
    return _state(session), until(day, today)


def _state(session: Entry) -> str:
    """Return the state of a session; of a meeting of three what it is for, which says more than that it is planned."""
    meeting, state = session.details_as(SessionDetails).meeting, state_word(session.kind, session.state)
    if meeting not in OF_THREE:
        return state
    return in_a_list(meeting) if session.state is State.PLANNED else f"{in_a_list(meeting)} · {state}"


def _words(session: Entry, now: datetime) -> str:
    day = session.happened_at.date()
    return _("{number}   {day}, {time}").format(
        number=f"{scheduling.number_of(session):>4}",
        day=full_day(day) if abs((day - now.date()).days) < _DOUBTED else dated(day),
        time=clock_time(session.happened_at),
    )


def _told(course: Course) -> str:
    held = ngettext("{count} session held", "{count} sessions held", course.held).format(count=course.held)
    return _("{held} out of {planned} · {hours} of {all_hours}").format(
        held=held,
        planned=course.planned,
        hours=duration(course.minutes_held),
        all_hours=duration(course.minutes_planned),
    )
