"""The person's own words for those around their work: chosen once, said in every question and label."""

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.errors import ReculError
from journal.language import N_, _, current
from journal.terms import LONGEST_TERM, TERMS, term, usual
from screens.frame.page import Page
from screens.frame.page_header import PageHeader
from screens.frame.text_dialog import TextDialog
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_NAMES = {
    "practitioner": N_("Who goes along with you"),
    "boss": N_("The person you report to"),
    "board": N_("The circle you decide in"),
    "team": N_("Those you lead"),
}


class TermsScreen(Page):
    """Four words, one a row; one that is not chosen is the usual one."""

    name_in_table = "terms"
    AUTO_FOCUS = "Rows"

    def page_title(self) -> str:
        """Return what this is."""
        return _("Your own words")

    def compose_page(self) -> ComposeResult:
        """Say what they are for, then the rows."""
        yield PlainText(
            _("As you would say it after “your”. They stand in the questions and in the labels."), classes="quiet"
        )
        yield Rows(classes="gap-above")

    def refresh_content(self) -> None:
        """Show the words that hold now."""
        self.query_one(Rows).show([Row(name, _(_NAMES[name]), term(name)) for name in TERMS])

    @on(OptionList.OptionSelected)
    def action_change(self) -> None:
        """Ask for another word."""
        name = self.query_one(Rows).chosen
        question = _("{what}: which word? The usual one is “{usual}”.").format(
            what=_(_NAMES[name]), usual=usual(name)[0]
        )
        self.app.push_screen(TextDialog(question, usual(name), _too_long), lambda word: self._keep(name, word))

    def _keep(self, name: str, word: str | None) -> None:
        if word:
            self._prefer(f"{current()}.{name}", word)

    @work
    async def _prefer(self, name: str, word: str) -> None:
        try:
            await self.host.prefer(terms={**self.host.settings.terms, name: word})
        except ReculError as error:
            self.query_one(PageHeader).tell(error.message(), caution=True)
        self.refresh_content()

    def action_back(self) -> None:
        """Go back to the settings."""
        self.dismiss()


def _too_long(word: str) -> str:
    return _("At most {count} characters.").format(count=LONGEST_TERM) if len(word) > LONGEST_TERM else ""
