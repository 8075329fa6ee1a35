"""The trash: everything that was thrown away and can come back."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.dates.wording import ago
from journal.language import _
from journal.model.entry import Ref
from journal.practice import framing, reading
from screens.frame.changes import changing
from screens.frame.command import Command
from screens.frame.confirm_dialog import ConfirmDialog
from screens.frame.page import Page
from screens.widgets.entry_row import title_of
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_SHOWN = 200


class TrashScreen(Page):
    """What lies in the trash; enter brings it back, nothing goes for good unless asked."""

    name_in_table = "trash"
    follows_journal = True
    AUTO_FOCUS = "Rows"
    _empty = True

    def page_title(self) -> str:
        """Return what this is."""
        return _("Trash")

    def compose_page(self) -> ComposeResult:
        """Yield the rows, or that it is empty."""
        yield PlainText(
            _("The trash is empty. What you put there stays until you destroy it yourself."),
            id="empty",
            classes="quiet",
        )
        yield Rows()

    def refresh_content(self) -> None:
        """Show what lies here, what was thrown away last first."""
        now = self.host.environment.clock()
        thrown = reading.thrown_away(self.journal.notebook, _SHOWN)
        self.query_one(Rows).show([Row(str(line.ref), title_of(line), ago(line.happened_at, now)) for line in thrown])
        self.query_one("#empty").display = not thrown
        self._empty = not thrown
        self.refresh_header()

    def commands(self) -> list[Command]:
        """Return the keys; what is empty has nothing to put back or to destroy."""
        idle = ("trash.put_back", "trash.destroy") if self._empty else ()
        return [each for each in super().commands() if each.id not in idle]

    @on(OptionList.OptionSelected)
    def action_put_back(self) -> None:
        """Take the chosen entry out of the trash, with what went there with it or what it makes no sense without."""
        chosen = self.query_one(Rows).chosen
        if not chosen:
            return

        together = framing.thrown_with(self.journal.notebook, int(chosen))
        for ref in together:
            self.journal.trashed.came_back(ref)
        self.host.save(changing(reading.untrash, *together))

    def action_destroy(self) -> None:
        """Ask, then destroy the chosen entry."""
        chosen = self.query_one(Rows).chosen
        if chosen:
            question = _("Destroy this entry and all its versions? Backups may still hold it.")
            self.app.push_screen(
                ConfirmDialog(question, _("destroy")), lambda sure: self._destroy(int(chosen)) if sure else None
            )

    def _destroy(self, ref: Ref) -> None:
        self.journal.trashed.came_back(ref)
        self.host.save(changing(reading.purge, ref))
