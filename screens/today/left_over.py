"""Page of what could not be read yet on a page of fields: as it was typed, and the way to where it waits."""

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from journal.language import _
from journal.model.draft import Draft
from journal.practice import capturing, reading
from screens.frame.command import Command
from screens.frame.discard_draft import throw_away
from screens.frame.events import JournalChanged
from screens.frame.page import Page
from screens.widgets.plain import PlainText


class LeftOverScreen(Page):
    """Shows one draft of fields; it is finished on the page where it was typed."""

    name_in_table = "left_over"
    follows_journal = True
    AUTO_FOCUS = "#typed"

    def __init__(self, draft: str) -> None:
        super().__init__()
        self._key = draft
        self._waited = False

    @property
    def _draft(self) -> Draft | None:
        return capturing.draft(self.journal.notebook, self._key)

    def page_title(self) -> str:
        """Return on which page it was typed."""
        return (draft.title if (draft := self._draft) else "") or _("Not finished")

    def page_name(self) -> str:
        """Return which page this is, whatever its title."""
        return _("Not finished")

    def compose_page(self) -> ComposeResult:
        """Yield why it is here, and what was typed."""
        yield PlainText(
            _("This is not kept yet. It stands in its fields when you go back there."),
            classes="quiet",
        )
        with VerticalScroll(id="typed", classes="gap-above"):
            yield PlainText("", id="words")

    def on_screen_resume(self) -> None:
        """Show what still waits, if anything does, when one comes back from where it was typed."""
        super().on_screen_resume()
        self.refresh_content()

    def refresh_content(self) -> None:
        """Show what was typed, line by line; go back once nothing waits here any more."""
        draft = self._draft
        if draft is None and self._waited and self.is_current:
            self.dismiss()
            return
        self._waited = draft is not None
        words = [str(value) for value in draft.fields.values() if str(value).strip()] if draft else []
        self.query_one("#words", PlainText).update("\n".join(words))
        self.refresh_header()

    def commands(self) -> list[Command]:
        """Return the keys; where it belongs to no entry, no entry is opened."""
        draft = self._draft
        without = {"left_over.open"} if draft is None or draft.ref is None else set()
        without |= {"left_over.throw"} if draft is None else set()
        return [each for each in super().commands() if each.id not in without]

    def action_open(self) -> None:
        """Go to the entry to which it belongs."""
        draft = self._draft
        line = reading.line(self.journal.notebook, draft.ref) if draft is not None and draft.ref is not None else None
        if line is not None:
            self.host.navigation.open_entry(line.ref, line.kind.value)

    def action_throw_away(self) -> None:
        """Ask, then throw it away."""
        draft = self._draft
        if draft is not None:
            throw_away(self, draft)

    @on(JournalChanged)
    def _thrown(self, changed: JournalChanged) -> None:
        """Go back once it was thrown away."""
        if changed.key == self._key and self._draft is None and self.is_current:
            self.dismiss()
