"""Earlier wordings of an entry, what changed in each, and the way back to one."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList

from journal.dates import ago
from journal.language import _
from journal.model.entry import Revision
from journal.practice import reading
from journal.practice.differing import Change, Sort, difference
from journal.practice.notebook import Notebook
from screens.events import EntrySaved, Happened, JournalChanged
from screens.page import Page
from screens.widgets.plain import PlainText, plain
from screens.widgets.rows import Row, Rows

_SIGNS = {Sort.ADDED: ("[+", "+]", "bold $accent"), Sort.REMOVED: ("[-", "-]", "strike $quiet")}


class HistoryScreen(Page):
    """The wordings, newest first; below, what the chosen one said otherwise."""

    name_in_table = "history"
    AUTO_FOCUS = "Rows"

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref
        self._revisions: list[Revision] = []

    def heading(self) -> str:
        """Return whose wordings these are."""
        return _("Earlier wordings of {ref}").format(ref=self.ref)

    def compose_room(self) -> ComposeResult:
        """Yield the wordings, then the difference."""
        with Vertical(classes="column"):
            yield Rows()
            yield PlainText("", id="legend", classes="quiet gap-above")
            with VerticalScroll(id="difference", can_focus=False):
                yield PlainText("", id="changes")

    def fill(self) -> None:
        """Show what is kept of earlier wordings."""
        self._revisions = reading.revisions(self.recul.notebook, self.ref)
        now = self.recul.surroundings.clock()
        self.query_one(Rows).show(
            [Row(str(each.revision), each.title or _("(no title)"), ago(each.at, now)) for each in self._revisions]
        )
        legend = self.query_one("#legend", PlainText)
        legend.update(
            _("What changed from this wording to the present one: [+added+] [-removed-]")
            if self._revisions
            else _("There is no earlier wording.")
        )
        self._tell()

    def _chosen(self) -> Revision | None:
        chosen = self.query_one(Rows).chosen
        return next((each for each in self._revisions if str(each.revision) == chosen), None)

    @on(OptionList.OptionHighlighted)
    def _tell(self) -> None:
        earlier = self._chosen()
        if earlier is None:
            self.query_one("#changes", PlainText).update("")
            return
        present = reading.entry(self.recul.notebook, self.ref)
        changes = difference(_whole(earlier.title, earlier.body), _whole(present.title, present.body))
        self.query_one("#changes", PlainText).update(Content("").join(_drawn(change) for change in changes))

    @on(EntrySaved)
    @on(JournalChanged)
    def _changed(self) -> None:
        self.stale()

    @on(OptionList.OptionSelected)
    def action_restore(self) -> None:
        """Make the chosen wording the present one; the present one stays among the earlier ones."""
        earlier = self._chosen()
        if earlier is None:
            return
        ref, revision = self.ref, earlier.revision

        def job(notebook: Notebook) -> Happened:
            kept = reading.restore_revision(notebook, ref, revision)
            return EntrySaved(kept.ref, kept.revision, kept.updated_at)

        self.recul.save(job)

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()


def _whole(title: str, body: str) -> str:
    return "\n\n".join(filter(None, [title, body]))


def _drawn(change: Change) -> Content:
    """Return a piece with signs around what was added or removed, so that colour says nothing alone."""
    if change.sort is Sort.SAME:
        return plain(change.text)
    before, after, style = _SIGNS[change.sort]
    return Content.assemble(before, plain(change.text), after).stylize(style)
