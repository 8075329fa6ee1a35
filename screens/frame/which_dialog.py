"""Dialog: which of several is meant, answered by Enter or a click on a row."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList

from screens.frame.left_once import Dialog
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows


class WhichDialog(Dialog[str | None]):
    """Asks among a few; dismissed with the one that was chosen, or with None when nothing was meant."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]
    AUTO_FOCUS = "Rows"

    def __init__(self, question: str, answers: dict[str, str]) -> None:
        """Ask among values, each with its words."""
        super().__init__()
        self._question = question
        self._answers = answers

    def compose(self) -> ComposeResult:
        """Yield the question and its answers."""
        with Vertical(id="asked"):
            yield PlainText(self._question)
            yield Rows(classes="gap-above")

    def on_mount(self) -> None:
        """Show the answers."""
        self.query_one(Rows).show([Row(f"{at}:", words) for at, words in enumerate(self._answers.values())])

    @on(OptionList.OptionSelected)
    def _answer(self) -> None:
        at = int(self.query_one(Rows).chosen.partition(":")[0])
        self.dismiss(list(self._answers)[at])

    def action_leave(self) -> None:
        """Mean nothing."""
        self.dismiss(None)
