"""Page of whose case is told: one of one's own, by its title, or that of another member, by alias."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.language import _
from journal.model.engagement import EngagementDetails
from journal.practice import evenings, own_turn, reading
from screens.casework.whose import cases_of, my_case
from screens.frame.changes import changing, of
from screens.frame.page import Page
from screens.frame.save_queue import Job
from screens.widgets.rows import Row, Rows

_NEW = "new"


class TurnScreen(Page):
    """Goes back with the job that notes it; one is at the case that is told now."""

    name_in_table = "turn"
    AUTO_FOCUS = "Rows"

    def __init__(self, session: int, chosen: Callable[[Job], None]) -> None:
        super().__init__()
        self._of = session
        self._tell = chosen

    def page_title(self) -> str:
        """Return what is asked."""
        return _("Whose case is told?")

    def compose_page(self) -> ComposeResult:
        """Yield one's own cases, then those of the others."""
        yield Rows(id="rows")

    def refresh_content(self) -> None:
        """Show one's own cases, a new one, then the members."""
        notebook = self.journal.notebook
        session = reading.entry(notebook, self._of)
        group = evenings.group_of(notebook, session)
        others = group.details_as(EngagementDetails).others if group is not None else ()
        told = cases_of(notebook, (party.name for party in others))
        turn = evenings.evening_of(session).turn
        own = own_turn.cases_to_tell(notebook, session)
        rows = [
            *(Row(f"case:{case.ref}", my_case(case)) for case in own),
            Row(_NEW, _("My case · a new one") if own else _("My case")),
            *(Row(f"of:{name}", words, name) for name, words in told.items()),
        ]
        self.query_one(Rows).show(rows)
        self.query_one(Rows).choose(f"of:{turn}" if turn else rows[0].id)

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Say that this case is told."""
        self.dismiss()
        self._tell(self._job(self.query_one(Rows).chosen))

    def _job(self, chosen: str) -> Job:
        what, _colon, which = chosen.partition(":")
        if what == "case":
            return changing(of(self._of, own_turn.tell_own), int(which))
        if what == _NEW:
            return changing(of(self._of, own_turn.tell_new), _("My case"))
        return changing(of(self._of, evenings.tell_turn), which)
