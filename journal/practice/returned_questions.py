"""Questions that came back from a reader, kept as a note of the session they are for."""

from collections.abc import Sequence

from journal.errors import EntryNotFound, NoSession
from journal.language import _
from journal.model.entry import Entry, Ref
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.session import SessionDetails
from journal.practice import reading, scheduling
from journal.practice.bringing import keep_session
from journal.practice.notebook import Notebook


def session_for(notebook: Notebook, ref: Ref | None = None) -> Entry:
    """Return the session asked for, else the next one, else the last that was held; raise NoSession, EntryNotFound."""
    if ref is not None:
        chosen = reading.entry(notebook, ref)
        if chosen.kind is not Kind.SESSION:
            raise EntryNotFound(ref=ref)
        return chosen
    coming = scheduling.next_session(notebook)
    if coming is not None:
        return coming
    held = reading.newest(notebook, Filter(kinds=(Kind.SESSION,), states=(State.HELD,)), 1)
    if not held:
        raise NoSession
    return reading.entry(notebook, held[0].ref)


def note(notebook: Notebook, session: Entry, asked: Sequence[str], sender: str) -> Entry:
    """Add the questions below what the session's notes hold already."""
    heading = _("Questions from {name}:").format(name=sender) if sender else _("Questions that came back:")
    told = "\n".join([heading, "", *(f"- {question}" for question in asked)])
    details = session.details_as(SessionDetails)
    notes = "\n\n".join(part for part in (details.notes.rstrip(), told) if part)
    return keep_session(notebook, session, details.with_(notes=notes))
