"""A glance at an entry while one writes about it: to read, and back."""

from textual.app import ComposeResult

from journal.dates.wording import ago
from journal.practice import reading
from screens.frame.quiet_page import QuietPage
from screens.widgets.plain import PlainText
from screens.widgets.prose import prose


class PeekScreen(QuietPage):
    """The entry as it was written."""

    name_in_table = "glance"
    reading = False
    AUTO_FOCUS = "VerticalScroll"

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref

    def page_title(self) -> str:
        """Return the entry's title."""
        entry = reading.entry(self.journal.notebook, self.ref)
        return entry.title or f"{self.ref}"

    def status(self) -> str:
        """Return when it happened."""
        entry = reading.entry(self.journal.notebook, self.ref)
        return ago(entry.happened_at, self.host.environment.clock())

    def compose_page(self) -> ComposeResult:
        """Yield the text."""
        yield PlainText("", id="glance")

    def refresh_content(self) -> None:
        """Show the text."""
        self.query_one("#glance", PlainText).update(prose(reading.entry(self.journal.notebook, self.ref).body))

    def action_back(self) -> None:
        """Go back to the question."""
        self.dismiss()
