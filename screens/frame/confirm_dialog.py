"""A question with one letter for yes; everything else means no."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from journal.language import _, pgettext
from screens.frame.page import keys
from screens.widgets.plain import PlainText


class ConfirmDialog(ModalScreen[bool]):
    """Asks before what cannot be undone; dismissed with whether the person agreed."""

    def __init__(self, question: str, yes: str) -> None:
        super().__init__()
        self._question = question
        self._yes = yes

    def compose(self) -> ComposeResult:
        """Show the question and its two keys."""
        with Vertical(id="asked"):
            yield PlainText(self._question)
            yield PlainText(keys((_("y"), self._yes), (_("esc"), pgettext("dialog", "cancel"))), classes="gap-above")

    def on_key(self, event: events.Key) -> None:
        """Take the answer."""
        event.stop()
        self.dismiss(event.character is not None and event.character.lower() == _("y"))
