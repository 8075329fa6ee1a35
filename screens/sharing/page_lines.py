"""The lines of a session’s page, each with its tick: the preparation keeps them, the preview shows what they make."""

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList

from journal.language import _, current, ngettext
from journal.model.audience import Audience
from journal.practice import preparing, reading
from journal.practice.notebook import Notebook
from journal.sharing.composing.ticks import PageLine
from journal.sharing.previewing import Preview
from journal.sharing.repository import prepare
from journal.sharing.selecting import Selection
from screens.frame.changes import of, saving
from screens.frame.page import Page
from screens.sharing.for_whom import proposed_recipient
from screens.sharing.sharing_page import tell_audience
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows


class PageLinesScreen(Page):
    """Every line that may leave for a session; space leaves it at home, or takes it along."""

    name_in_table = "page-lines"
    AUTO_FOCUS = "Rows"

    def __init__(self, ref: int, audience: Audience = Audience.PRACTITIONER) -> None:
        super().__init__()
        self.ref = ref
        self._audience = audience
        self._lines: tuple[PageLine, ...] = ()

    def page_title(self) -> str:
        """Return whose page this is."""
        session = reading.entry(self.journal.notebook, self.ref)
        return _("{session} · line by line").format(session=session.title)

    def refresh_header(self) -> None:
        """Tell for whom."""
        super().refresh_header()
        tell_audience(self, self._audience)

    def compose_room(self) -> ComposeResult:
        """Yield what ticking means, which stays in sight, and the lines that scroll below it."""
        with Vertical(classes="column split"):
            yield PlainText("", id="what", classes="quiet")
            yield Rows(classes="gap-above")

    def refresh_content(self) -> None:
        """Show the lines as the preparation keeps them."""
        self._lines = self._prepared().lines
        signs = {True: "✓", False: " "}
        rows = [Row(each.key, f"{signs[each.ticked]} {each.words}", quiet=not each.ticked) for each in self._lines]
        self.query_one(Rows).show(rows)
        home = sum(not line.ticked for line in self._lines)
        stay = ngettext("{count} stays", "{count} stay", home).format(count=home) if home else ""
        told = _("What is ticked leaves, once seen and confirmed")
        self.query_one("#what", PlainText).update(" · ".join(filter(None, (told, stay))))
        self.refresh_header()

    def on_journal_changed(self) -> None:
        """Show them again."""
        self.mark_stale()

    def _prepared(self) -> Preview:
        return prepare(self.journal.notebook, page_selection(self.journal.notebook, (self.ref,), self._audience))

    @on(OptionList.OptionSelected)
    def action_tick(self) -> None:
        """Leave the line at home, or take it along."""
        rows = self.query_one(Rows)
        line = next((each for each in self._lines if each.key == rows.chosen), None)
        if line is None:
            return
        ticked = saving(of(self.ref, preparing.tick), line.key, leaves=not line.ticked)
        self.host.save(ticked).add_done_callback(lambda _done: self._kept())

    def _kept(self) -> None:
        if self.is_mounted:
            self.refresh_content()


def page_selection(notebook: Notebook, refs: tuple[int, ...], audience: Audience) -> Selection:
    """Return what is proposed to leave to an audience today, signed as was agreed with whom it is proposed to."""
    recipient = proposed_recipient(notebook, refs, audience)
    today: date = notebook.clock().date()
    signature = recipient.signature if recipient else ""
    return Selection(refs=refs, audience=audience, language=current(), on=today, signature=signature)
