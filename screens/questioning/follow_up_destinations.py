"""Where a follow-up may lead besides its own question: the check-in, whom to talk to, a pass in the heat, a pause."""

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList

from journal.language import _
from journal.model.follow_up import FollowUp
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

ANSWER, CHECK_IN, CONTACTS, HEAT, PAUSE = "answer", "check-in", "contacts", "heat", "pause"


class DestinationsScreen(ModalScreen[str]):
    """The question and the ways from it; dismissed with the one chosen, "" for none. The run stays where it is."""

    BINDINGS = [("escape", "dismiss('')")]  # noqa: RUF012 -- Textual reads a list

    def __init__(self, offer: FollowUp, *, burning: bool) -> None:
        super().__init__()
        self._offer = offer
        self._burning = burning

    def compose(self) -> ComposeResult:
        """Yield the question, then the ways."""
        with Vertical(id="asked"):
            yield PlainText(self._offer.question, classes="lead")
            yield Rows()
            yield PlainText(_("Your answer stays as it is; you come back to the same question."), classes="quiet")

    def on_mount(self) -> None:
        """Show the ways that suit."""
        rows = self.query_one(Rows)
        rows.show([Row(way, f"{number}  {words}") for number, (way, words) in enumerate(self._ways(), start=1)])
        rows.focus()

    def _ways(self) -> list[tuple[str, str]]:
        ways = [(ANSWER, _("answer it here"))]
        if self._offer.leads_to == CHECK_IN:
            ways += [(CHECK_IN, _("note how I am: the check-in")), (CONTACTS, _("see whom to talk to"))]
        elif self._burning:  # no protocol offers itself
            ways.append((CONTACTS, _("see whom to talk to")))
        else:
            ways.append((HEAT, _("two minutes apart for what burns, then back here")))
        return [*ways, (PAUSE, _("stop for now; everything is kept"))]

    def on_key(self, event: events.Key) -> None:
        """Take the digit that stands before a way."""
        ways, digit = self._ways(), event.character or ""
        if digit.isdecimal() and 0 < int(digit) <= len(ways):
            event.stop()
            self.dismiss(ways[int(digit) - 1][0])

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.dismiss(self.query_one(Rows).chosen)
