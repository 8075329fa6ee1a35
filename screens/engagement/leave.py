"""Page of leaving, which it asks twice: no reason, and where one stands first one stays."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.language import N_, _
from journal.practice import withdrawing
from screens.frame.changes import changing, then
from screens.frame.events import Happened, SaveFailed
from screens.frame.page import Page
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

KEEP, DESTROY = "keep", "destroy"
_QUESTIONS = {
    KEEP: (N_("End this coaching?"), N_("Are you sure you want to stop?")),
    DESTROY: (N_("Destroy the keys?"), N_("Are you sure? Nothing will open this journal again. Destroy the keys?")),
}
_YES = {KEEP: N_("Yes, stop"), DESTROY: N_("Yes, destroy the keys")}


class LeaveScreen(Page):
    """Two confirmations, one after the other; both begin at staying."""

    name_in_table = "leave"
    AUTO_FOCUS = "Rows"

    def __init__(self, engagement: int, way: str) -> None:
        super().__init__()
        self._of = engagement
        self._way = way
        self._asked = 0  # how many times one has said yes

    def page_title(self) -> str:
        """Return how far one is in being asked."""
        return _("End the coaching · {number} of 2").format(number=self._asked + 1)

    def compose_page(self) -> ComposeResult:
        """Yield the question, the two answers, and what went wrong."""
        yield PlainText("", id="question", classes="lead")
        yield Rows(classes="gap-above")
        yield PlainText("", id="told", classes="gap-above caution")

    def refresh_content(self) -> None:
        """Ask."""
        self.query_one("#question", PlainText).update(_(_QUESTIONS[self._way][self._asked]))
        self.query_one(Rows).show([Row("stay", _("No, stay")), Row("yes", _(_YES[self._way]))], chosen="stay")
        self.refresh_header()

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Stay, say yes a first time, or leave."""
        if self.query_one(Rows).chosen != "yes":
            self.dismiss()
        elif self._asked == 0:
            self._asked = 1
            self.refresh_content()
        else:
            self._leave()

    def _leave(self) -> None:
        destroyed = then(Happened, withdrawing.destroy)  # nothing changed that could be read
        left = destroyed if self._way == DESTROY else changing(withdrawing.withdraw, self._of)
        self.host.save(left).add_done_callback(lambda told: self._left(told.result()))

    def _left(self, told: Happened) -> None:
        if isinstance(told, SaveFailed):
            self.query_one("#told", PlainText).update(told.error.message())
        elif self._way == DESTROY:
            self.host.end_without_journal()
        else:
            self.dismiss()

    def action_back(self) -> None:
        """Stay."""
        self.dismiss()
