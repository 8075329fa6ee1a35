"""Page to choose an entry whose words go into a field of the case: those it is about first, then recent ones."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.dates.wording import day_and_month
from journal.language import _
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.model.kind_spec import spec_of
from journal.practice import reading
from screens.frame.command import CHOOSES
from screens.frame.page import Page
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_RECENT = 30


class CasePickScreen(Page):
    """Goes back with the entry that was chosen."""

    name_in_table = "case_pick"
    on_a_row = CHOOSES
    AUTO_FOCUS = "Rows"

    def __init__(self, about: tuple[int, ...], chosen: Callable[[int], None], asked: str = "") -> None:
        super().__init__()
        self._asked = asked
        self._about = tuple(dict.fromkeys(about))
        self._tell = chosen

    def page_title(self) -> str:
        """Return what is asked."""
        return self._asked or _("Whose words go into this field?")

    def compose_page(self) -> ComposeResult:
        """Yield the entries."""
        yield Rows(id="rows", apart=1)
        yield PlainText(_("Nothing was written yet."), id="empty", classes="quiet")

    def refresh_content(self) -> None:
        """Show what the case is about, then recent situations and reflections."""
        notebook = self.journal.notebook
        recent = reading.newest(notebook, Filter(kinds=(Kind.SITUATION, Kind.REFLECTION)), _RECENT)
        told = (reading.line(notebook, ref) for ref in self._about)
        first = [
            line for line in told if line is not None and not spec_of(line.kind).private
        ]  # a case is told to others
        lines = [*first, *(line for line in recent if line.ref not in self._about)]
        rows = [
            Row(str(line.ref), line.title or _("(no title)"), day_and_month(line.happened_at.date())) for line in lines
        ]
        self.query_one(Rows).show(rows)
        self.query_one("#empty").display = not rows

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        ref = int(self.query_one(Rows).chosen)
        self.dismiss()
        self._tell(ref)
