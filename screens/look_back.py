"""Look back: what was learnt, and what lies in the trash and can come back."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.dates import ago
from journal.language import _
from journal.model.entry import EntryLine
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.practice import reading
from journal.practice.notebook import Notebook
from screens.events import EntrySaved, Happened, JournalChanged
from screens.page import Page
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_SHOWN = 200


class LookBackScreen(Page):
    """Learnings and the trash, or what this place is for."""

    name_in_table = "look_back"
    AUTO_FOCUS = "Rows"

    def heading(self) -> str:
        """Return the place."""
        return _("Look back")

    def compose_page(self) -> ComposeResult:
        """Rows, or the invitation."""
        yield PlainText(
            _(
                "What you learn gathers here, and with the months, what changed. "
                "It begins with what you write: press {key}."
            ).format(key=self.key_of("write")),
            id="empty",
            classes="quiet",
        )
        yield Rows()

    def fill(self) -> None:
        """Show learnings, then the trash."""
        notebook, now = self.recul.notebook, self.recul.surroundings.clock()

        def rows(lines: list[EntryLine], what: str) -> list[Row]:
            return [
                Row(f"{what}:{line.ref}", line.title or _("(no title)"), ago(line.happened_at, now)) for line in lines
            ]

        learnt = rows(reading.newest(notebook, Filter(kinds=(Kind.LEARNING,)), _SHOWN), "learning")
        thrown = rows(reading.newest(notebook, Filter(trashed=True), _SHOWN), "trash")
        shown = [Row("", _("Learnings")), *learnt, Row("", "")] if learnt else []
        if thrown:
            shown += [Row("", _("Trash"), self.hint("look_back.put_back", "look_back.destroy")), *thrown]
        self.query_one(Rows).show(shown)
        self.query_one("#empty").display = not shown

    @on(EntrySaved)
    @on(JournalChanged)
    def _changed(self) -> None:
        self.stale()

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        what, _sep, ref = self.query_one(Rows).chosen.partition(":")
        if what == "learning":
            self.recul.open_entry(int(ref), what)
        else:
            self.action_put_back()

    def action_put_back(self) -> None:
        """Take the chosen entry out of the trash."""
        what, _sep, ref = self.query_one(Rows).chosen.partition(":")
        if what != "trash":
            return

        def job(notebook: Notebook) -> Happened:
            reading.untrash(notebook, int(ref))
            return JournalChanged()

        self.recul.save(job)

    def action_destroy(self) -> None:
        """Ask, then destroy what was chosen in the trash."""
        what, _sep, ref = self.query_one(Rows).chosen.partition(":")
        if what == "trash":
            from screens.widgets.question import QuestionScreen

            self.app.push_screen(
                QuestionScreen(_("Destroy this entry and all its versions? Backups may still hold it."), _("destroy")),
                lambda sure: self._destroy(int(ref)) if sure else None,
            )

    def _destroy(self, ref: int) -> None:
        def job(notebook: Notebook) -> Happened:
            reading.purge(notebook, ref)
            return JournalChanged()

        self.recul.save(job)
