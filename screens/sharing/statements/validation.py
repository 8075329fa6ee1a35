"""Page to validate in writing: one line alone on the screen, and the manager's name typed under it."""

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from journal.errors import ReculError
from journal.hygiene import one_line
from journal.language import _
from journal.model.audience import Audience
from journal.model.statement import statement_text
from journal.practice import reading
from journal.sharing import statements
from journal.sharing.unsure import asked_about
from screens.frame.changes import carried_out
from screens.frame.page import Page
from screens.sharing.sharing_page import tell_audience
from screens.widgets.one_line import OneLine
from screens.widgets.plain import PlainText


class ValidationScreen(Page):
    """The line alone on the screen; the manager types their name under it."""

    name_in_table = "validation"
    AUTO_FOCUS = "Input"
    reading = False

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref

    def page_title(self) -> str:
        """Return what this is."""
        return _("Validate in writing")

    def refresh_header(self) -> None:
        """Tell who will be able to read the line."""
        super().refresh_header()
        tell_audience(self, Audience.SPONSOR)

    def compose_room(self) -> ComposeResult:
        """Yield the line, what validating means, and room for a name."""
        with Vertical(id="validation"):
            yield PlainText(statement_text(reading.entry(self.journal.notebook, self.ref)), id="line")
            yield PlainText(
                _("The sponsor will be able to read exactly this. Type your name to validate it."), classes="quiet"
            )
            yield PlainText(self._unsure(), id="unsure", classes="caution")
            yield OneLine(
                compact=True, placeholder=_("your first name and surname"), max_length=200, classes="gap-above"
            )
            yield PlainText("", id="told", classes="gap-above caution")

    def _unsure(self) -> str:
        """Return what may name somebody in the line: here it can still be put into other words."""
        text = statement_text(reading.entry(self.journal.notebook, self.ref))
        return asked_about(self.journal.notebook, text)

    @on(Input.Submitted)
    def _submitted(self, given: Input.Submitted) -> None:
        self._validate(given.value)

    def action_validate(self) -> None:
        """Validate with the name that stands there."""
        self._validate(self.query_one(Input).value)

    @work
    async def _validate(self, typed: str) -> None:
        """Keep name, moment and fingerprint of the line."""
        name = one_line(typed)
        if not name:
            self._refuse(_("Without a name nothing is validated."))
            return
        try:
            await carried_out(self.host, statements.validate, self.ref, name, name)
        except ReculError as error:  # a refusal is told here; no text is waiting to be kept
            if self.is_current:
                self._refuse(error.message())
            return
        if self.is_current:
            self.dismiss()

    def _refuse(self, words: str) -> None:
        self.query_one("#told", PlainText).update(words)
