"""Page of whose case is told: one's own, or that of another member, by alias."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.language import _
from journal.model.engagement import EngagementDetails
from journal.practice import evenings, reading
from screens.casework.whose import cases_of
from screens.frame.page import Page
from screens.widgets.rows import Row, Rows

_MINE = "mine"


class TurnScreen(Page):
    """Goes back with the name of a member, or with "" for oneself."""

    name_in_table = "turn"
    AUTO_FOCUS = "Rows"

    def __init__(self, session: int, chosen: Callable[[str], None]) -> None:
        super().__init__()
        self._of = session
        self._tell = chosen

    def page_title(self) -> str:
        """Return what is asked."""
        return _("Whose case is told?")

    def compose_page(self) -> ComposeResult:
        """Yield oneself, then the others."""
        yield Rows(id="rows")

    def refresh_content(self) -> None:
        """Show the members."""
        notebook = self.journal.notebook
        group = evenings.group_of(notebook, reading.entry(notebook, self._of))
        others = group.details_as(EngagementDetails).others if group is not None else ()
        told = cases_of(notebook, (party.name for party in others))
        rows = [Row(f"of:{name}", words, name) for name, words in told.items()]
        self.query_one(Rows).show([Row(_MINE, _("My case")), *rows])

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Say that this case is told."""
        what, _colon, name = self.query_one(Rows).chosen.partition(":")
        self.dismiss()
        self._tell("" if what == _MINE else name)
