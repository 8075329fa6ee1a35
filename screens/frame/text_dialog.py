"""One question answered with a few words of one's own."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.suggester import SuggestFromList
from textual.widgets import Input

from journal.hygiene import one_line
from journal.language import _, pgettext
from screens.frame.left_once import Dialog
from screens.frame.told_keys import keys
from screens.frame.typed_text import begun_answer
from screens.widgets.one_line import OneLine
from screens.widgets.plain import PlainText

_LONGEST = 200  # characters, as a name may have


class TextDialog(Dialog[str | None]):
    """Asks for a few words; dismissed with them, or with None when nothing was meant."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(
        self,
        question: str,
        known: tuple[str, ...] = (),
        refusal: Callable[[str], str] = lambda _words: "",
        offered: str = "",
    ) -> None:
        """Ask a question; `known` words are suggested, and `refusal` returns what is wrong with others, or nothing.

        What is `offered` stands in the empty line, and Enter takes it.
        """
        super().__init__()
        self._question = question
        self._known = known
        self._refusal = refusal
        self._offered = offered

    def compose(self) -> ComposeResult:
        """Yield the question and a line to answer on."""
        with Vertical(id="asked"):
            yield PlainText(self._question)
            suggester = SuggestFromList(self._known, case_sensitive=False) if self._known else None
            yield OneLine(
                placeholder=self._offered, compact=True, classes="gap-above", max_length=_LONGEST, suggester=suggester
            )
            yield PlainText("", id="told", classes="caution")
            yield PlainText(
                keys((_("enter"), _("keep")), (_("esc"), pgettext("dialog", "cancel"))), classes="gap-above"
            )

    @on(Input.Submitted)
    def _answer(self, given: Input.Submitted) -> None:
        words = one_line(given.value) or self._offered
        refused = self._refusal(words) if words else _("Nothing is typed yet.")
        self.query_one("#told", PlainText).update(refused)
        if words and not refused:
            self.dismiss(words)

    def unanswered(self) -> str:
        """Return what is typed and was not answered yet."""
        return begun_answer(self._question, self)

    def action_leave(self) -> None:
        """Mean nothing."""
        self.dismiss(None)
