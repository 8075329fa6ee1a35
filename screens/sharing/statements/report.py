"""The sponsor's report as the sponsor would read it: validated lines by objective, and nothing else."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from journal.errors import ReculError
from journal.language import _, current
from journal.model.audience import Audience
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.practice import reading
from journal.sharing.repository import prepare
from journal.sharing.selecting import Selection
from screens.frame.page import Page
from screens.sharing.leaving_text import report_text
from screens.sharing.preview import PreviewScreen
from screens.sharing.sharing_page import tell_audience
from screens.widgets.plain import PlainText

_MANY = 1000


class ReportScreen(Page):
    """Shows the report; Enter lets it leave through the same wall as everything else."""

    name_in_table = "report"
    follows_journal = True
    AUTO_FOCUS = "#report"

    def __init__(self) -> None:
        super().__init__()
        self._refs: tuple[int, ...] = ()
        self.document_shown = False

    def page_title(self) -> str:
        """Return what this is."""
        return _("The sponsor’s report")

    def refresh_header(self) -> None:
        """Tell for whom it is."""
        super().refresh_header()
        tell_audience(self, Audience.SPONSOR)

    def compose_room(self) -> ComposeResult:
        """Yield the report."""
        with VerticalScroll(id="report", classes="column"):
            yield PlainText("", id="text")

    def refresh_content(self) -> None:
        """Show the validated lines, or what is missing for a report."""
        validated = reading.newest(self.journal.notebook, _VALIDATED, _MANY)
        self._refs = tuple(line.ref for line in reversed(validated))
        text = self.query_one("#text", PlainText)
        self.document_shown = False
        if not self._refs:
            text.update(
                _("No line is validated yet. The report holds nothing but lines that you validated in writing.")
            )
            return
        selection = Selection(refs=self._refs, audience=Audience.SPONSOR, language=current())
        try:
            preview = prepare(self.journal.notebook, selection)
        except ReculError as error:
            text.update(error.message())
            return
        text.update(report_text(preview.document))
        self.document_shown = True

    def action_share(self) -> None:
        """Let it leave through the preview."""
        if self.document_shown:
            self.app.push_screen(PreviewScreen(self._refs, Audience.SPONSOR))


_VALIDATED = Filter(kinds=(Kind.STATEMENT,), states=(State.VALIDATED,))
