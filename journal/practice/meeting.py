"""A meeting of three: what each party expects or saw, what is said and what stays unsaid, and the page for oneself."""

from collections.abc import Mapping, Sequence

from journal.dates.wording import dated
from journal.hygiene import one_line
from journal.language import N_, _
from journal.model.engagement import EngagementDetails, Party, Role
from journal.model.entry import Entry, Ref
from journal.model.kind import Kind
from journal.model.record_line import RecordLine
from journal.model.session import OF_THREE, SessionDetails, SessionKind, View
from journal.model.statement import statement_text
from journal.practice import reading, scheduling
from journal.practice.bringing import keep_session, prepared_or_not
from journal.practice.notebook import Notebook
from journal.practice.pages import bullets, page_of, role_word
from journal.terms import said

MEETING_WORDS = {
    SessionKind.FRAMING: N_("Three-way meeting, at the start"),
    SessionKind.INTERIM: N_("Three-way meeting, half-way"),
    SessionKind.CLOSING: N_("Three-way meeting, at the close"),
}

PURPOSES = {
    SessionKind.FRAMING: N_(
        "You, your sponsor (your boss or HR) and your {practitioner} meet: each says what they expect, and you agree "
        "on objectives."
    ),
    SessionKind.INTERIM: N_(
        "You, your sponsor (your boss or HR) and your {practitioner} meet: what each saw so far, and what changes."
    ),
    SessionKind.CLOSING: N_(
        "You, your sponsor (your boss or HR) and your {practitioner} meet: you look at the road together, and at what "
        "comes after."
    ),
}


def purpose(session: Entry) -> str:
    """Return who meets there, and what for; whoever meets it first does not know."""
    return said(_(PURPOSES[session.details_as(SessionDetails).meeting]))


def lacks_sponsor(notebook: Notebook, session: Entry) -> bool:
    """Whether nobody is noted yet as the sponsor whom a meeting of three brings to the table."""
    return not any(party.role is Role.SPONSOR and party.left_on is None for party in parties(notebook, session))


def is_of_three(session: Entry) -> bool:
    """Whether a session is a meeting of manager, sponsor and practitioner."""
    return isinstance(session.details, SessionDetails) and session.details.meeting in OF_THREE


def is_meeting(notebook: Notebook, ref: Ref) -> bool:
    """Whether an entry that can be read is a meeting of three; one that is put away is none for now."""
    line = reading.line(notebook, ref)
    return line is not None and line.kind is Kind.SESSION and is_of_three(reading.entry(notebook, ref))


def parties(notebook: Notebook, session: Entry) -> tuple[Party, ...]:
    """Return those who meet."""
    engagement = scheduling.engagement_of(session)
    if engagement is None:
        return ()
    frame = reading.entry(notebook, engagement).details_as(EngagementDetails)
    return tuple(party for party in frame.parties if party.role is not Role.PEER)


def place_of(notebook: Notebook, session: Entry, party: Party) -> int | None:
    """Return where a party stands among all parties of the engagement."""
    engagement = scheduling.engagement_of(session)
    frame = reading.entry(notebook, engagement).details_as(EngagementDetails) if engagement is not None else None
    return frame.parties.index(party) if frame else None


def view_of(session: Entry, party: str) -> str:
    """Return what is noted of somebody's view."""
    return next((view.words for view in session.details_as(SessionDetails).views if view.party == party), "")


def keep_words(notebook: Notebook, session: Entry, *, views: Mapping[str, str], said: str, unsaid: str) -> Entry:
    """Keep what each party saw, what I want said, and what I keep to myself; the session is prepared then."""
    details = session.details_as(SessionDetails).with_(
        views=tuple(View(party=party, words=words) for party, words in views.items() if words.strip()),
        said=said,
        unsaid=unsaid,
    )
    return keep_session(notebook, prepared_or_not(session.with_(details=details)), details)


def write_line(notebook: Notebook, session: Entry, number: int | None, text: str) -> Entry:
    """Keep a line of the record, a new one or another wording, which nobody agreed to yet; without a text it goes."""
    details = session.details_as(SessionDetails)
    words, record = one_line(text), details.record
    at = len(record) if number is None or number >= len(record) else number
    if at < len(record) and record[at].text == words:
        return session
    line = (RecordLine(text=words),) if words else ()
    return keep_session(notebook, session, details.with_(record=(*record[:at], *line, *record[at + 1 :])))


def tell(notebook: Notebook, session: Entry, statement: Ref) -> Entry:
    """Leave a validated statement out of this meeting, or tell it after all."""
    details = session.details_as(SessionDetails)
    others = tuple(ref for ref in details.untold if ref != statement)
    untold = others if statement in details.untold else (*others, statement)
    return keep_session(notebook, session, details.with_(untold=untold))


def page_for_me(notebook: Notebook, session: Entry, statements: Sequence[Entry]) -> str:
    """Return the page that one takes along oneself: also what stays unsaid, and the notes."""
    details = session.details_as(SessionDetails)
    told = [statement_text(each) for each in statements if each.ref not in details.untold]
    start = details.meeting is SessionKind.FRAMING
    views = [
        (
            _("{name} ({role})").format(name=party.name, role=role_word(party.role, party.name)),
            bullets(_views(session, party)),
        )
        for party in parties(notebook, session)
    ]
    heading = _("What each party expects") if start else _("What each party saw")
    return "\n\n".join(
        filter(
            None,
            [
                page_of([(_("What I want said"), details.said), (_("What I keep to myself"), details.unsaid)]),
                page_of([(heading, "\n\n".join(f"**{who}**\n\n{words}" for who, words in views if words))]),
                page_of([(_("What I validated"), bullets(told))]),
                page_of([(_("What was decided"), record_page(details)), (_("Notes"), details.notes)]),
            ],
        )
    )


def _views(session: Entry, party: Party) -> tuple[str, ...]:
    noted = view_of(session, party.name)
    if session.details_as(SessionDetails).meeting is SessionKind.FRAMING:
        return (*party.expectations, *noted.splitlines())
    return tuple(noted.splitlines())


def record_page(details: SessionDetails) -> str:
    """Return what was decided, line by line, and which of it all agreed on."""
    return bullets(
        _("{line} (agreed by all on {day})").format(line=line.text, day=dated(line.agreed.on))
        if line.agreed
        else line.text
        for line in details.record
    )
