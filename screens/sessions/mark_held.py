"""A session was held, on which day and how long, or was not after all: taken back with the same key."""

from collections.abc import Callable

from journal.model.entry import Entry
from journal.model.kind import State
from journal.model.session import SessionDetails
from journal.practice import scheduling
from screens.frame.changes import changing, of
from screens.frame.page import Page
from screens.sessions.held_dialog import HeldDialog, Meeting


def held_or_not(page: Page, session: Entry, marked: Callable[[State], object]) -> None:
    """Mark a session as held, or take that back; `marked` is told what it will be, never when nothing was meant."""
    if session.state is State.HELD:
        page.host.save(changing(of(session.ref, scheduling.not_held)))
        marked(State.PLANNED)
        return

    def mark(held: Meeting | None) -> None:
        if held is not None:
            page.host.save(changing(of(session.ref, scheduling.hold), held.minutes, at=held.at))
            marked(State.HELD)

    planned = Meeting(session.happened_at, session.details_as(SessionDetails).minutes)
    page.app.push_screen(HeldDialog(session.title, planned, page.host.environment.clock), mark)
