"""A session was held, on which day and how long, or was not after all: taken back with the same key."""

from collections.abc import Callable

from journal.model.entry import Entry, Ref
from journal.model.kind import State
from journal.model.session import SessionDetails
from journal.practice import reading, scheduling
from journal.practice.notebook import Notebook
from screens.frame.changes import changing
from screens.frame.page import Page
from screens.sessions.held_dialog import HeldDialog, Meeting


def held_or_not(page: Page, session: Entry, marked: Callable[[State], object]) -> None:
    """Mark a session as held, or take that back; `marked` is told what it will be, never when nothing was meant."""
    if session.state is State.HELD:
        page.host.save(changing(lambda notebook: scheduling.not_held(notebook, reading.entry(notebook, session.ref))))
        marked(State.PLANNED)
        return

    def mark(held: Meeting | None) -> None:
        if held is not None:
            page.host.save(changing(lambda notebook: _hold(notebook, session.ref, held)))
            marked(State.HELD)

    planned = Meeting(session.happened_at, session.details_as(SessionDetails).minutes)
    page.app.push_screen(HeldDialog(session.title, planned, page.host.environment.clock), mark)


def _hold(notebook: Notebook, ref: Ref, held: Meeting) -> None:
    scheduling.hold(notebook, reading.entry(notebook, ref), held.minutes, at=held.at)
