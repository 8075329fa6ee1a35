"""Page of what a line that came back can be tied to: what left there, the session, or something written lately."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.dates.wording import day_and_month
from journal.language import _
from journal.model.filter import Filter
from journal.model.kind_spec import reflectable
from journal.practice import reading
from journal.sharing.disclosing import register
from screens.frame.command import CHOOSES
from screens.frame.page import Page
from screens.widgets.rows import Row, Rows

_RECENT = 30
_NOTHING = "nothing"


class TieToScreen(Page):
    """Goes back with the entry that was chosen and its title."""

    name_in_table = "tie_to"
    on_a_row = CHOOSES
    AUTO_FOCUS = "Rows"

    def __init__(self, disclosure: int | None, chosen: Callable[[int | None, str], None]) -> None:
        super().__init__()
        self._disclosure = disclosure
        self._tell = chosen
        self._titles: dict[int, str] = {}

    def page_title(self) -> str:
        """Return what is asked."""
        return _("What is this question about?")

    def compose_page(self) -> ComposeResult:
        """Yield the entries."""
        yield Rows()

    def refresh_content(self) -> None:
        """Show what left there first, then what was written lately."""
        notebook = self.journal.notebook
        departure = next((each for each in register(notebook) if each.id == self._disclosure), None)
        told = dict(zip(departure.refs, departure.titles, strict=False)) if departure else {}
        left = [line for ref in told if (line := reading.line(notebook, ref)) is not None]
        recent = reading.newest(notebook, Filter(kinds=reflectable()), _RECENT)
        lines = [*left, *(line for line in recent if line.ref not in told)]
        self._titles = {line.ref: told.get(line.ref) or line.title for line in lines}
        rows = [
            Row(
                str(line.ref), f"{line.ref:>4}  {line.title or _('(no title)')}", day_and_month(line.happened_at.date())
            )
            for line in lines
        ]
        self.query_one(Rows).show([Row(_NOTHING, _("For the session, and nothing more")), *rows])

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        chosen = self.query_one(Rows).chosen
        ref = None if chosen == _NOTHING else int(chosen)
        self.dismiss()
        self._tell(ref, self._titles[ref] if ref is not None else "")
