"""A page to write on that offers, in one quiet line, whom to talk to where somebody says that they want to die."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import TextArea

from journal.language import N_, _
from journal.practice import care_first
from screens.checking_in import routes as checking_in_routes
from screens.frame.command import Command
from screens.frame.quiet_page import QuietPage
from screens.frame.resting import Rest
from screens.widgets.plain import PlainText


class CareLine(Horizontal):
    """The line and its key; nothing stands here while nothing calls for it."""

    def compose(self) -> ComposeResult:
        """Yield the words, then the key at the right."""
        yield PlainText(care_first.offer(), id="care")
        yield PlainText("", id="care-key")

    def show(self, key: str, *, offered: bool) -> None:
        """Show the line, or nothing."""
        self.display = offered
        self.query_one("#care-key", PlainText).update(_("{key}  who to talk to").format(key=key))


class CaringPage(QuietPage):
    """Listens once the hand rests: a key that opens the page, and one goes on writing."""

    def __init__(self) -> None:
        super().__init__()
        self._rest = Rest(self, self._listen)

    @on(TextArea.Changed)
    def _hand_moves(self) -> None:
        self._rest.begin(self.host.environment.delays.draft)

    def _listen(self) -> None:
        if self.is_mounted:
            heard = care_first.calls_for_care(self.query_one(TextArea).text)
            self.query_one(CareLine).show(self.key_of("situation.care"), offered=heard)

    def commands(self) -> list[Command]:
        """Return the keys, the one to whom to talk to only where it is offered; Esc says where it leads from here."""
        offered = any(line.display for line in self.query(CareLine))
        beside = self.focused is not None and not isinstance(self.focused, TextArea)
        return [
            one._replace(title=N_("to the text")) if beside and one.id == "situation.back" else one
            for one in super().commands()
            if offered or one.id != "situation.care"
        ]

    def on_descendant_focus(self) -> None:
        """Tell the keys anew: beside the text Esc leads back to it."""
        self.refresh_header()

    def action_care(self) -> None:
        """Open the page where one reads whom to talk to; what is written stays as it is."""
        if self.query_one(CareLine).display:
            self.app.push_screen(checking_in_routes.curve(whom=True))
