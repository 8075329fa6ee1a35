"""Page of an entry that cannot be read: what is there, as it is, to be read by a person and thrown away."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from journal.language import _
from journal.model.entry import Ref
from journal.model.unreadable import UnreadableEntry, unreadable_words
from journal.practice import reading
from screens.reading.entry_page import EntryPage
from screens.widgets.plain import PlainText


class UnreadableScreen(EntryPage):
    """Shows the row of an entry; nothing of it can be changed."""

    name_in_table = "unreadable"
    AUTO_FOCUS = "#raw"

    def __init__(self, ref: Ref) -> None:
        super().__init__()
        self.ref = ref

    def page_title(self) -> str:
        """Return which entry it is."""
        return f"#{self.ref}"

    def compose_page(self) -> ComposeResult:
        """Yield why it cannot be read, and its raw text."""
        yield PlainText("", id="why", classes="lead")
        yield PlainText(
            _("The rest of the journal is whole. This is what stands in its place; it can be exported for you alone."),
            classes="quiet",
        )
        with VerticalScroll(id="raw", classes="gap-above"):
            yield PlainText("", id="text")

    def refresh_content(self) -> None:
        """Show what is there."""
        found = reading.entry_or_raw(self.journal.notebook, self.ref)
        if isinstance(found, UnreadableEntry):
            self.query_one("#why", PlainText).update(unreadable_words(found.why))
            self.query_one("#text", PlainText).update(found.raw)
