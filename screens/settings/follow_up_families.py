"""Page of the follow-up questions that may be offered: each family can be switched off, and on again."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.errors import ReculError
from journal.language import _, current
from journal.practice.following_up import families
from journal.settings import QUIET_FAMILIES
from screens.frame.page import Page
from screens.frame.page_header import PageHeader
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows


class FamiliesScreen(Page):
    """The twelve families, one a row; what the chosen one listens for stands below."""

    name_in_table = "families"
    AUTO_FOCUS = "Rows"

    def page_title(self) -> str:
        """Return what this is."""
        return _("Follow-up questions")

    def compose_page(self) -> ComposeResult:
        """Say what they are, then the rows and what the chosen one listens for."""
        yield PlainText(_("Which of these may be offered under an answer?"), classes="quiet")
        yield Rows(classes="gap-above")
        yield PlainText("", id="hint", classes="quiet gap-above")

    def refresh_content(self) -> None:
        """Show what holds now."""
        off = self.host.settings.families_off
        self.query_one(Rows).show(
            [
                Row(each.code.value, each.name, _("off") if each.code.value in off else _("on"))
                for each in families(current())
            ]
        )

    @on(OptionList.OptionHighlighted)
    def _explain(self) -> None:
        chosen = self.query_one(Rows).chosen
        about = [each.about for each in families(current()) if each.code.value == chosen]
        if chosen in QUIET_FAMILIES:
            about.append(_("Off to begin with: it is still wrong too often, or has not been measured enough."))
        self.query_one("#hint", PlainText).update("\n".join(about))

    @on(OptionList.OptionSelected)
    async def _chosen(self) -> None:
        await self.action_change()

    async def action_change(self) -> None:
        """Switch the chosen family off or on."""
        chosen, off = self.query_one(Rows).chosen, self.host.settings.families_off
        kept = tuple(code for code in off if code != chosen) if chosen in off else (*off, chosen)
        try:
            await self.host.prefer(families_off=kept)
        except ReculError as error:
            self.query_one(PageHeader).tell(error.message(), caution=True)
        self.refresh_content()

    def action_back(self) -> None:
        """Go back to the settings."""
        self.dismiss()
