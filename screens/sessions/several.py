"""Sessions that a key acts on: those that are marked, or the one whose row one is on; how several are held at once."""

from collections.abc import Callable, Sequence

from journal.language import _, ngettext
from journal.model.entry import Entry
from journal.model.kind import Kind, State
from journal.practice import framing, reading, scheduling, several_sessions
from screens.frame.changes import changing
from screens.frame.confirm_dialog import ConfirmDialog
from screens.frame.just_done import JustDone
from screens.frame.page import Page
from screens.sessions import taking_back
from screens.sessions.mark_held import held_or_not


def meant(page: Page, session: Entry) -> tuple[Entry, ...]:
    """Return the marked sessions of engagements under way, in order; the one one is on where none is marked."""
    notebook = page.journal.notebook
    under_way = {each.ref for each in framing.engagements(notebook)}
    lines = (reading.line(notebook, ref) for ref in page.journal.selection)
    marked = [reading.entry(notebook, line.ref) for line in lines if line is not None and line.kind is Kind.SESSION]
    theirs = [each for each in marked if scheduling.engagement_of(each) in under_way]
    return tuple(sorted(theirs, key=lambda each: each.happened_at)) or (session,)


def held(page: Page, session: Entry, done: Callable[[JustDone], object]) -> None:
    """Mark what is meant as held, or take that back; of several, after a question that counts them."""
    sessions = meant(page, session)
    if len(sessions) == 1:
        held_or_not(page, sessions[0], lambda state: done(taking_back.held(sessions)) if state is State.HELD else None)
        return
    refs = [each.ref for each in sessions]
    if all(each.state is State.HELD for each in sessions):
        page.host.save(changing(several_sessions.not_held, refs))
        return
    question = ngettext(
        "Was the session you marked held, on its day and as long as planned?",
        "Were the {count} sessions you marked held, each on its day and as long as planned?",
        len(sessions),
    ).replace("{count}", str(len(sessions)))

    def answered(agreed: bool | None) -> None:  # noqa: FBT001 -- Textual's callback
        if agreed:
            page.host.save(changing(several_sessions.hold, refs))
            done(taking_back.held(sessions))

    page.app.push_screen(ConfirmDialog(question, _("held")), answered)


def cancelled(page: Page, session: Entry) -> JustDone:
    """Mark what is meant as cancelled, and return what was done; moving a session brings it back."""
    sessions: Sequence[Entry] = meant(page, session)
    page.host.save(changing(several_sessions.cancel, [each.ref for each in sessions]))
    return taking_back.cancelled(sessions)
