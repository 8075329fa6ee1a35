"""Plans: the steps that are open, each opened with enter."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.language import _
from journal.practice import planning
from screens.events import EntrySaved, JournalChanged
from screens.page import Page
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows


class PlansScreen(Page):
    """Open steps, or what this place is for."""

    name_in_table = "plans"
    AUTO_FOCUS = "Rows"

    def heading(self) -> str:
        """Return the place."""
        return _("Plans")

    def compose_page(self) -> ComposeResult:
        """Rows, or the invitation."""
        yield PlainText(
            _(
                "Here stand the steps you set yourself, each with a day to look again. "
                "They begin with a situation: press {key}."
            ).format(key=self.key_of("write")),
            id="empty",
            classes="quiet",
        )
        yield Rows()

    def fill(self) -> None:
        """Show the open steps."""
        steps = planning.open_steps(self.recul.notebook)
        self.query_one(Rows).show([Row(str(step.ref), step.title) for step in steps])
        self.query_one("#empty").display = not steps

    @on(EntrySaved)
    @on(JournalChanged)
    def _changed(self) -> None:
        self.stale()

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.recul.open_entry(int(self.query_one(Rows).chosen), "step")
