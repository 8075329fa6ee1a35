"""Ways from a question: to answer it, the check-in, whom to talk to, a pass in the heat, a pause, or on."""

from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import OptionList

from journal.language import _
from journal.model.follow_up import FollowUp
from screens.checking_in import routes as checking_in_routes
from screens.frame.left_once import Dialog
from screens.questioning import routes as questioning_routes
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

ANSWER, CHECK_IN, CONTACTS, HEAT, PAUSE, ON = "answer", "check-in", "contacts", "heat", "pause", ""


def opened(way: str, about: int | None) -> Screen[Any]:
    """Return the page that a way opens."""
    if way == HEAT:
        return questioning_routes.questioning(code=HEAT, about=about)
    return checking_in_routes.checkin() if way == CHECK_IN else checking_in_routes.curve(whom=True)


class DestinationsScreen(Dialog[str]):
    """The question and its ways; dismissed with the one chosen, "" for none. The run stays where it is."""

    BINDINGS = [("escape", "dismiss('')")]  # noqa: RUF012 -- Textual reads a list

    def __init__(self, question: str, ways: list[tuple[str, str]], promise: str) -> None:
        super().__init__()
        self._question = question
        self._ways = ways
        self._promise = promise

    def compose(self) -> ComposeResult:
        """Yield the question, then the ways."""
        with Vertical(id="asked"):
            yield PlainText(self._question, classes="lead")
            yield Rows()
            yield PlainText(self._promise, classes="quiet")

    def on_mount(self) -> None:
        """Show the ways that suit."""
        rows = self.query_one(Rows)
        rows.show([Row(f"way-{way}", f"{number}  {words}") for number, (way, words) in enumerate(self._ways, start=1)])
        rows.focus()

    def on_key(self, event: events.Key) -> None:
        """Take the digit that stands before a way."""
        digit = event.character or ""
        if digit.isdecimal() and 0 < int(digit) <= len(self._ways):
            event.stop()
            self.dismiss(self._ways[int(digit) - 1][0])

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.dismiss(self.query_one(Rows).chosen.removeprefix("way-"))


def ways_from(offer: FollowUp, code: str) -> DestinationsScreen:
    """Return a follow-up with where it may lead from a protocol; no protocol offers itself."""
    ways = [(ANSWER, _("answer it here"))]
    if offer.leads_to == CHECK_IN:
        ways += [(CHECK_IN, _("note how I am: the check-in")), (CONTACTS, _("see who to talk to"))]
    elif code == HEAT:
        ways.append((CONTACTS, _("see who to talk to")))
    else:
        ways.append((HEAT, _("two minutes apart for what burns, then back here")))
    ways.append((PAUSE, _("stop for now; everything is saved")))
    promise = _("Your answer stays as it is; you come back to the same question.")
    return DestinationsScreen(offer.question, ways, promise)


def care() -> DestinationsScreen:
    """Return the ways when something weighs more than before: a pause and somebody to talk to before all else."""
    ways = [
        (PAUSE, _("stop for now; everything is saved")),
        (CONTACTS, _("see who to talk to")),
        (ON, _("go on with the questions")),
    ]
    promise = _("Your answer is saved. Once you have seen who to talk to, you come back here.")
    return DestinationsScreen(_("It weighs more than when you began. What would do you good first?"), ways, promise)
