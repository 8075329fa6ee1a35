"""Service: what is brought to a session, and the page that comes of it."""

from datetime import datetime

from journal.errors import EntryNotFound
from journal.errors.refusals import StillSealed
from journal.model.case_sheet import leaving_body
from journal.model.entry import Entry, EntryLine, Ref, Rel
from journal.model.kind import AHEAD, State
from journal.model.kind_spec import spec_of
from journal.model.session import SessionDetails
from journal.practice import capturing, reading
from journal.practice.notebook import Notebook
from journal.practice.pages import session_page


def brought(session: Entry) -> tuple[Ref, ...]:
    """Return what is brought to a session, in the order in which it will be told."""
    return tuple(link.ref for link in session.links if link.rel is Rel.BRINGS)


def is_prepared(session: Entry) -> bool:
    """Whether anything is prepared in a session: a question, words for it, or what is brought. Every page asks here."""
    details = session.details_as(SessionDetails)
    words = (details.question, details.expectation, details.page, details.said, details.unsaid)
    return any(any(map(str.isalnum, each)) for each in words) or bool(details.views or brought(session))


def prepared_or_not(session: Entry) -> Entry:
    """Return a session that lies ahead as prepared or only planned, by what is in it; another one as it is."""
    if session.state not in AHEAD:
        return session
    return session.with_(state=State.PREPARED if is_prepared(session) else State.PLANNED)


def lived_at(notebook: Notebook, session: Entry | EntryLine) -> datetime:
    """Return when what is kept from a session was lived: then, or now while the session is said to lie ahead."""
    return min(session.happened_at, notebook.clock())


def brought_for_me(notebook: Notebook, session: Entry) -> tuple[Ref, ...]:
    """Return what is brought and meant for the manager alone: it is on no page, and leaves only when it is named."""
    return tuple(ref for ref in brought(session) if (line := reading.line(notebook, ref)) and _private(line))


def page_with(notebook: Notebook, session: Entry, details: SessionDetails) -> str:
    """Return the session's page with these details, compiled from what is brought.

    What is for the manager alone never becomes part of it, nor what was thrown away or sealed since.
    """
    return session_page(details, [entry for ref in brought(session) if (entry := _told(notebook, ref)) is not None])


def _told(notebook: Notebook, ref: Ref) -> Entry | None:
    try:
        entry = reading.entry(notebook, ref)
    except (EntryNotFound, StillSealed):
        return None
    if spec_of(entry.kind).private or entry.trashed_at:
        return None
    return entry.with_(body=leaving_body(entry))


def _private(line: EntryLine) -> bool:
    return spec_of(line.kind).private or line.state is State.SEALED


def keep_session(notebook: Notebook, session: Entry, details: SessionDetails) -> Entry:
    """Keep a session with these details and the page that comes of them."""
    return capturing.rewrite(notebook, session.with_(details=details, body=page_with(notebook, session, details)))
