"""Leaving an accompaniment: two confirmations, no reason, then one of three ways, each told plainly."""

from collections.abc import Callable
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.errors import ReculError
from journal.language import _
from journal.practice import withdrawing
from journal.practice.notebook import Notebook
from journal.sharing.taking_along import archive_path, take_along
from screens.frame.confirm_dialog import ConfirmDialog
from screens.frame.events import Happened, JournalChanged, SaveFailed
from screens.frame.page import Page
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows


class WithdrawScreen(Page):
    """Three ways to leave; nobody asks why."""

    name_in_table = "withdraw"
    AUTO_FOCUS = "Rows"

    def __init__(self, engagement: int) -> None:
        super().__init__()
        self._of = engagement

    def page_title(self) -> str:
        """Return what this is."""
        return _("End the coaching")

    def compose_page(self) -> ComposeResult:
        """Yield the three ways and what each does."""
        yield PlainText(_("You may stop at any time, and nobody asks for a reason."), classes="lead")
        yield Rows()
        yield PlainText("", id="told", classes="gap-above")

    def refresh_content(self) -> None:
        """Show the three ways."""
        self.query_one(Rows).show(
            [
                Row("keep", _("Stop, and keep the journal here")),
                Row("take", _("Stop, and take everything with you in a readable file")),
                Row("destroy", _("Destroy the keys of this journal")),
            ]
        )

    @on(OptionList.OptionHighlighted)
    def _explain(self) -> None:
        words = {
            "keep": _("The coaching is marked as ended. Everything stays as it is, encrypted, on this machine."),
            "take": _(
                "Everything is written, readable by anyone who finds it, to {path}. It can be read back into another "
                "journal. The journal here stays too."
            ).format(path=self._archive),
            "destroy": _(
                "After this nothing opens this journal again, not the passphrase and not the recovery code. Backups "
                "and copies elsewhere survive: they have to be destroyed where they are."
            ),
        }
        self.query_one("#told", PlainText).update(words.get(self.query_one(Rows).chosen, ""))

    @property
    def _archive(self) -> Path:
        return archive_path(self.journal.notebook, Path.home())

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Ask twice, then leave this way."""
        way = self.query_one(Rows).chosen
        first, second = {
            "keep": (_("End this coaching?"), _("Are you sure you want to stop?")),
            "take": (_("Stop, and write everything to a readable file?"), _("Are you sure: stop, and write the file?")),
            "destroy": (
                _("Destroy the keys?"),
                _("Are you sure? Nothing will open this journal again. Destroy the keys?"),
            ),
        }[way]

        self._ask(first, lambda: self._ask(second, lambda: self._leave(way)))

    def _ask(self, question: str, go_on: Callable[[], None]) -> None:
        self.app.push_screen(ConfirmDialog(question, _("yes")), lambda yes: go_on() if yes else None)

    def _leave(self, way: str) -> None:
        of, archive = self._of, self._archive

        def job(notebook: Notebook) -> Happened:
            if way == "take":
                withdrawing.open_every_seal(notebook)
                take_along(notebook, archive)
            withdrawing.withdraw(notebook, of)
            return JournalChanged()

        if way == "destroy":
            self._destroy()
            return
        self.host.save(job).add_done_callback(
            lambda told: self._left(told.result(), archive if way == "take" else None)
        )

    def _left(self, told: Happened, archive: Path | None) -> None:
        """Go back, or stay and say where everything was written."""
        if isinstance(told, SaveFailed):
            self.query_one("#told", PlainText).update(told.error.message())
        elif archive is None:
            self.dismiss()
        else:
            self.query_one("#told", PlainText).update(_("Everything is written to {path}.").format(path=archive))

    def _destroy(self) -> None:
        """Destroy the keys once everything asked before is done; the app ends."""

        def job(notebook: Notebook) -> Happened:
            withdrawing.destroy(notebook)
            return Happened()  # nothing changed that could be read

        self.host.save(job).add_done_callback(lambda told: self._gone(told.result()))

    def _gone(self, told: Happened) -> None:
        if isinstance(told, SaveFailed):
            error: ReculError = told.error
            self.query_one("#told", PlainText).update(error.message())
        else:
            self.host.end_without_journal()

    def action_back(self) -> None:
        """Go back; nothing is changed."""
        self.dismiss()
