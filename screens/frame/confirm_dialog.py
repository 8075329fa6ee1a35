"""Dialog: a question before what cannot be undone, answered by a letter, or by Enter and a click on one of two rows."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList

from journal.language import _, pgettext
from screens.frame.left_once import Dialog
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_YES, _NO = "yes", "no"


class ConfirmDialog(Dialog[bool]):
    """Asks before what cannot be undone; dismissed with whether the person agreed.

    One stands on "leave it" at first, so that an Enter typed ahead destroys nothing; a letter that answers nothing does
    nothing, here or on the page below. Without `by_letter` no letter agrees: the letter that said yes to the question
    before would say it to this one unread.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]
    AUTO_FOCUS = "Rows"

    def __init__(self, question: str, yes: str, no: str = "", *, by_letter: bool = True) -> None:
        super().__init__()
        self._letter = _("y") if by_letter else ""
        self._no = no
        self._question = question
        self._yes = yes

    def compose(self) -> ComposeResult:
        """Yield the question and its two answers."""
        with Vertical(id="asked"):
            yield PlainText(self._question)
            yield Rows(classes="gap-above")

    def on_mount(self) -> None:
        """Show the answers, each with its key."""
        answers = [Row(_YES, self._yes, self._letter), Row(_NO, self._no or pgettext("dialog", "cancel"), _("esc"))]
        self.query_one(Rows).show(answers, chosen=_NO)

    @on(OptionList.OptionSelected)
    def _answer(self) -> None:
        self.dismiss(self.query_one(Rows).chosen == _YES)

    def on_key(self, event: events.Key) -> None:
        """Take the letter that agrees; other letters are for no page below."""
        if event.character is None or not event.is_printable:
            return
        event.stop()
        if event.character.lower() == self._letter:
            self.dismiss(result=True)

    def action_leave(self) -> None:
        """Leave everything as it is."""
        self.dismiss(result=False)
