"""What becomes of what was put down: sealed until a date, or destroyed, each said plainly before."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList

from journal.dates import dated
from journal.language import _
from journal.practice import putting_down, questioning
from journal.practice.notebook import Notebook
from journal.practice.questioning import Run
from screens.events import Happened, JournalChanged
from screens.saving import Job
from screens.widgets.plain import PlainText
from screens.widgets.question import QuestionScreen
from screens.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from screens.app import ReculApp

_DAYS = (7, 30, 90, 365)


async def put_down(app: "ReculApp", run: Run, choice: str) -> Happened | None:
    """Ask what must be asked, then seal or destroy; None when the person thought better of it."""
    if choice == "destroy":
        question = "\n\n".join((_("Destroy what you wrote?"), putting_down.what_destroying_does_not_cover()))
        if not await app.push_screen_wait(QuestionScreen(question, _("destroy it"))):
            return None
        return await app.save(_destroyed(run), key=run.key)
    until = await app.push_screen_wait(SealScreen(app.surroundings.clock().date()))
    return None if until is None else await app.save(_sealed(run, until), key=run.key)


def _destroyed(run: Run) -> Job:
    def job(notebook: Notebook) -> Happened:
        putting_down.destroy(notebook, run)
        return JournalChanged(run.key)

    return job


def _sealed(run: Run, until: date) -> Job:
    def job(notebook: Notebook) -> Happened:
        entry = questioning.finish(notebook, run)
        if entry is not None:
            putting_down.seal(notebook, entry.ref, until)
        return JournalChanged(run.key)

    return job


class SealScreen(ModalScreen[date | None]):
    """Asks until when; dismissed with a date that has not come, or None."""

    BINDINGS = [("escape", "dismiss(None)")]  # noqa: RUF012 -- Textual reads a list

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today

    def compose(self) -> ComposeResult:
        """Yield what a seal is, dates at hand, and room for another."""
        with Vertical(id="asked"):
            yield PlainText(_("Until when?"), classes="lead")
            yield PlainText(putting_down.what_a_seal_is(), classes="quiet")
            yield Rows(classes="gap-above")
            yield Input(placeholder=_("another date: 2027-01-31"), compact=True, classes="gap-above")
            yield PlainText("", id="fault", classes="caution")

    def on_mount(self) -> None:
        """Show the dates at hand."""
        dates = [self._today + timedelta(days=days) for days in _DAYS]
        rows = self.query_one(Rows)
        rows.show([Row(day.isoformat(), dated(day)) for day in dates])
        rows.focus()

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.dismiss(date.fromisoformat(self.query_one(Rows).chosen))

    @on(Input.Submitted)
    def _typed(self, submitted: Input.Submitted) -> None:
        try:
            until = date.fromisoformat(submitted.value.strip())
        except ValueError:
            until = self._today
        if until > self._today:
            self.dismiss(until)
        else:
            self.query_one("#fault", PlainText).update(_("Choose a date that has not come yet."))
