"""The one page for a session: head, question, since last time, shared objectives, scenes, room to write."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from journal.dates.wording import duration
from journal.language import _, pgettext
from journal.model.audience import Audience
from journal.model.case import CaseDetails
from journal.model.engagement import EngagementDetails
from journal.model.entry import Entry
from journal.model.kind import Kind, State
from journal.model.objective import ObjectiveDetails
from journal.model.session import SessionDetails, SessionKind
from journal.sharing.composing.method import method
from journal.sharing.composing.page import Page, Sections
from journal.sharing.composing.road import Road
from journal.sharing.composing.scenes import scenes
from journal.sharing.composing.since_last import since_last
from journal.sharing.composing.telling import Teller, joined
from journal.sharing.document import Head, Prose, Room, Row, Rows
from journal.sharing.rendering.markdown import escaped
from journal.sharing.selecting import Dates, Selection
from journal.sharing.wording import day, kind_told, week

_LINES_TO_WRITE = 6


def session_page(road: Road, session: Entry, brought: Sequence[Entry], selection: Selection, teller: Teller) -> Page:
    """Return the page of a session that lies ahead, with what is brought to it."""
    details = session.details_as(SessionDetails)
    sections = Sections(teller, details)
    title = _title(session, details, selection.dates)
    sections.tell(session.ref, title)
    head = _head(sections, road, session, selection)
    if details.page.strip():
        sections.add("", [Prose(text=teller.say(details.page, session.ref))], session.ref)
    else:
        _asked(sections, session, details)
    _method(sections, session, details, selection)
    since_last(sections, road)
    _objectives(sections, road)
    room = sections.leaves("room", _("Notes: room to write"))
    own = [each for each in brought if each.kind is not Kind.STEP]
    scenes(sections, () if details.page.strip() else own, road, ends=room)
    if room:
        sections.add(_("Notes"), [Room(lines=_LINES_TO_WRITE)])
    day_told = session.happened_at.date().isoformat() if selection.dates is Dates.EXACT else ""
    number = _("session {number}").format(number=details.number)
    page = sections.page(title, head)
    file_words = " ".join(filter(None, (number, day_told)))
    return replace(page, file_words=file_words, without_question=not _asks(details, brought))


def _asks(details: SessionDetails, brought: Sequence[Entry]) -> bool:
    """Whether the page holds a question: one of the session, in its own wording as well, or of a case it brings."""
    if details.page.strip() or (details.question.strip() and details.leaves("question")):
        return True
    told = (each.details for each in brought if details.leaves(f"scene:{each.ref}"))
    return any(isinstance(each, CaseDetails) and each.asks for each in told)


def _title(session: Entry, details: SessionDetails, dates: Dates) -> str:
    group, number = details.meeting is SessionKind.GROUP, details.number
    if dates is Dates.EXACT:
        when = day(session.happened_at)
        told = _("For session {number} of the group, {day}") if group else _("For session {number}, {day}")
        return told.format(number=number, day=when)
    told = _("For session {number} of the group") if group else _("For session {number}")
    about = f" ({week(session.happened_at)})" if dates is Dates.WEEK else ""
    return told.format(number=number) + about


def _head(sections: Sections, road: Road, session: Entry, selection: Selection) -> Head:
    details = session.details_as(SessionDetails)
    engagement = road.engagement
    frame = engagement.details_as(EngagementDetails) if engagement else EngagementDetails(planned_sessions=0)
    number, count = details.number, frame.planned_sessions
    place = _("session {number} of {count}").format(number=number, count=count) if number <= count else ""
    stage = STAGES[engagement.state]() if engagement and engagement.state in STAGES else ""
    done, total = road.minutes_held, frame.planned_minutes
    hours = _("{done} of {total}").format(done=duration(done), total=duration(total)) if engagement and total else ""
    first = joined(
        place if sections.leaves("number", place) else "",
        hours if sections.leaves("hours", hours) else "",
        stage if sections.leaves("stage", stage) else "",
    )
    sent = sent_on(selection.on, selection.dates)
    signature = sections.teller.say(selection.signature, session.ref)
    return Head(
        told=first,
        signature=signature if sections.leaves("signature", signature) else "",
        sent=sent if sections.leaves("sent", sent) else "",
        keep=keep_words(selection.audience),
    )


def head_of(teller: Teller, selection: Selection) -> Head:
    """Return the head of what is told of no session: when it was sent, by whom, and that it is not passed on."""
    sent = sent_on(selection.on, selection.dates)
    return Head(signature=teller.say(selection.signature, 0), sent=sent, keep=keep_words(selection.audience))


STAGES = {
    State.FRAMING: lambda: pgettext("state", "framing"),
    State.DEVELOPMENT: lambda: pgettext("state", "development"),
    State.CLOSING: lambda: pgettext("state", "closing"),
}


def sent_on(on: date | None, dates: Dates) -> str:
    """Return when it was sent, as precisely as the reader may know."""
    if on is None or dates is Dates.NONE:
        return ""
    return _("sent on {day}").format(day=day(on)) if dates is Dates.EXACT else week(on)


def keep_words(audience: Audience) -> str:
    """Return in the words of an audience that what they read is not to be passed on."""
    if audience is Audience.GROUP:
        return _("stays in the group")
    return _("not to be passed on") if audience is Audience.PRACTITIONER else ""


def _asked(sections: Sections, session: Entry, details: SessionDetails) -> None:
    """Add the question that is brought, and what is wanted from the session."""
    told = (
        ("question", _("My question"), details.question),
        ("expectation", _("What I want from this session"), details.expectation),
    )
    for key, heading, text in told:
        if text.strip() and sections.leaves(key, f"{heading} · {' '.join(text.split())}"):
            sections.add(heading, [Prose(text=sections.teller.say(text, session.ref))], session.ref)


def _method(sections: Sections, session: Entry, details: SessionDetails, selection: Selection) -> None:
    """Add how a group goes about its evening; who does what is for those who sit around the table."""
    if details.meeting is not SessionKind.GROUP:
        return
    roles = selection.audience is Audience.GROUP and not details.evening.turn  # whose case it is stays
    told = method(details.evening, sections.teller, session.ref, roles=roles)
    if told is not None and sections.leaves("method", _("How we go about it")):
        sections.add(_("How we go about it"), [told], session.ref)


def _objectives(sections: Sections, road: Road) -> None:
    rows = [row for objective in road.objectives for row in _objective(sections, road, objective)]
    if rows:
        sections.add(_("Shared objectives"), [Rows(rows=tuple(rows))])


def _objective(sections: Sections, road: Road, objective: Entry) -> Iterator[Row]:
    """Yield an objective with its signs; ratings and evidence when they are ticked."""
    teller, ref = sections.teller, objective.ref
    ratings = " · ".join(
        _rating(teller, each.on, each.value) for each in objective.details_as(ObjectiveDetails).ratings
    )
    words = _("objective: {title}").format(title=objective.title) if objective.title.strip() else ""
    leaves = sections.leaves(f"objective:{ref}", words)
    rated = sections.leaves(f"ratings:{ref}", _rated(objective.title, ratings)) and leaves
    found = [
        each
        for each in road.evidence.get(ref, ())
        if sections.leaves(f"evidence:{ref}:{each.ref}", _("evidence: {title}").format(title=each.title)) and leaves
    ]
    if not leaves:
        return
    title = teller.say(objective.title, ref)
    sections.tell(ref, title)
    signs = " · ".join(teller.say(sign, ref) for sign in objective.details_as(ObjectiveDetails).signs)
    yield Row(text=escaped(title), note=_("signs: {signs}").format(signs=signs) if signs else "")
    if rated:
        yield Row(label=_("my ratings"), text=escaped(ratings))
    for place, each in enumerate(found):
        words = teller.say(each.title, each.ref) or kind_told(each)
        sections.tell(each.ref, words)
        yield Row(label="" if place else _("evidence"), text=escaped(words), note=teller.day(each.happened_at.date()))


def _rated(title: str, ratings: str) -> str:
    return _("my ratings: {title}").format(title=title) if ratings else ""


def _rating(teller: Teller, on: date, value: int) -> str:
    return teller.on(on, _("{value} ({day})").format(value=value, day="{day}"), str(value))


__all__ = ["head_of", "session_page"]
