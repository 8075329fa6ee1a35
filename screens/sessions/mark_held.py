"""A session was held, or was not after all: asked first while its hour is to come, taken back with the same key."""

from collections.abc import Callable

from journal.dates.wording import full_day
from journal.language import _
from journal.model.entry import Entry, Ref
from journal.model.kind import State
from journal.practice import reading, scheduling
from journal.practice.notebook import Notebook
from screens.frame.changes import changing
from screens.frame.confirm_dialog import ConfirmDialog
from screens.frame.events import Happened
from screens.frame.page import Page


def held_or_not(page: Page, session: Entry, marked: Callable[[State], object]) -> None:
    """Mark a session as held, or take that back; `marked` is told what it will be, never when nothing was meant."""
    becomes = State.PLANNED if session.state is State.HELD else State.HELD

    def mark(yes: bool | None) -> None:  # noqa: FBT001 -- Textual calls it so
        if yes:
            page.host.save(_marking(session.ref, becomes))
            marked(becomes)

    if becomes is State.HELD and session.happened_at > page.host.environment.clock():
        day = full_day(session.happened_at.date())
        question = _("This session is still to come, on {day}. Was it held already?").format(day=day)
        page.app.push_screen(ConfirmDialog(question, _("it was held")), mark)
    else:
        mark(yes=True)


def _marking(ref: Ref, becomes: State) -> Callable[[Notebook], Happened]:
    def change(notebook: Notebook) -> None:
        session = reading.entry(notebook, ref)
        if becomes is State.HELD:
            scheduling.hold(notebook, session)
        else:
            scheduling.not_held(notebook, session)

    return changing(change)
