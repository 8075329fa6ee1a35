"""Page of what was begun and not kept: go on with it, or throw it away."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.language import _
from journal.model.draft import Draft
from journal.practice import capturing, run_titles
from screens.frame.command import Command
from screens.frame.discard_draft import throw_away
from screens.frame.events import DraftDropped, DraftSaved
from screens.frame.page import Page
from screens.today.rows import draft_row
from screens.widgets.plain import PlainText
from screens.widgets.rows import Rows


class DraftsScreen(Page):
    """All drafts, the newest first."""

    name_in_table = "drafts"
    follows_journal = True
    AUTO_FOCUS = "Rows"

    def __init__(self) -> None:
        super().__init__()
        self._drafts: dict[str, Draft] = {}

    def page_title(self) -> str:
        """Return what this is."""
        return _("Not finished")

    def compose_page(self) -> ComposeResult:
        """Yield the rows, or that there is nothing left to finish."""
        yield PlainText(
            _("Nothing is left half-written. What you type and do not keep waits here."), id="empty", classes="quiet"
        )
        yield Rows()

    def refresh_content(self) -> None:
        """Show what is half-written now."""
        now = self.host.environment.clock()
        self._drafts = {f"draft:{each.key}": each for each in capturing.drafts(self.journal.notebook)}
        about = run_titles.titles_about(self.journal.notebook, list(self._drafts.values()))
        self.query_one(Rows).show([draft_row(each, now, about.get(each.key, "")) for each in self._drafts.values()])
        self.query_one("#empty").display = not self._drafts
        self.refresh_header()

    def commands(self) -> list[Command]:
        """Return the keys; without drafts there is nothing to go on with or to throw away."""
        return [each for each in super().commands() if self._drafts or each.id not in ("drafts.open", "drafts.throw")]

    @on(DraftDropped)
    @on(DraftSaved)
    def _draft_changed(self) -> None:
        self.mark_stale()

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Go on with what is chosen."""
        draft = self._drafts.get(self.query_one(Rows).chosen)
        if draft is not None:
            self.host.navigation.resume_draft(draft.key)

    def action_throw_away(self) -> None:
        """Ask, then throw away what is chosen."""
        draft = self._drafts.get(self.query_one(Rows).chosen)
        if draft is not None:
            throw_away(self, draft)
