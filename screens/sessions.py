"""Sessions: what lies ahead, each opened with enter."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.dates import moment
from journal.language import _
from journal.practice import scheduling
from screens.events import EntrySaved, JournalChanged
from screens.page import Page
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows


class SessionsScreen(Page):
    """The next session, or what this place is for."""

    name_in_table = "sessions"
    AUTO_FOCUS = "Rows"

    def heading(self) -> str:
        """Return the place."""
        return _("Sessions")

    def compose_page(self) -> ComposeResult:
        """Rows, or the invitation."""
        yield PlainText(
            _(
                "Here you prepare your sessions, from what you wrote since the last one. "
                "Situations come first: press {key} to write one."
            ).format(key=self.key_of("write")),
            id="empty",
            classes="quiet",
        )
        yield Rows()

    def fill(self) -> None:
        """Show what lies ahead."""
        session = scheduling.next_session(self.recul.notebook)
        self.query_one(Rows).show(
            [Row(str(session.ref), moment(session.happened_at), session.title)] if session else []
        )
        self.query_one("#empty").display = session is None

    @on(EntrySaved)
    @on(JournalChanged)
    def _changed(self) -> None:
        self.stale()

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.recul.open_entry(int(self.query_one(Rows).chosen), "session")
