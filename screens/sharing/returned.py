"""Lines that came back, with ticks: nothing enters that was not chosen."""

from collections.abc import Callable
from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.language import _, ngettext
from journal.model.returned import Returned, ReturnedLine
from journal.practice import reading, returned_questions
from journal.quoting import bare
from screens.frame.changes import changing
from screens.frame.page import Page
from screens.sharing.tie_to import TieToScreen
from screens.widgets.entry_row import title_of
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows


class ReturnedLinesScreen(Page):
    """The lines that came back: ticks are proposals, and only what is ticked is kept."""

    name_in_table = "returned_lines"
    AUTO_FOCUS = "Rows"

    def __init__(
        self, came: Returned, lines: list[ReturnedLine], done: Callable[[], object] = lambda: None, told: str = ""
    ) -> None:
        """Offer lines; `told` says what of others stays closed, `done` is what follows once they are kept."""
        super().__init__()
        self._told = told
        self._came = came
        self._lines = lines
        self._done = done

    def page_title(self) -> str:
        """Return what this is."""
        return _("What came back to me")

    def status(self) -> str:
        """Return who it says it is from, and how much it is."""
        count = len(self._lines)
        much = ngettext("{count} line", "{count} lines", count).format(count=count)
        return " · ".join(
            filter(None, [_("from {name}").format(name=self._came.sender) if self._came.sender else "", much])
        )

    def compose_page(self) -> ComposeResult:
        """Yield the lines, the one that one is on whole, and what it is worth."""
        yield Rows()
        yield PlainText("", id="whole", classes="gap-above")
        yield PlainText(_("What comes back proves nothing about who wrote it."), classes="quiet gap-above")
        yield PlainText(self._told, id="told", classes="caution")

    def refresh_content(self) -> None:
        """Show each line under its tick, and under it what it is tied to."""
        rows: list[Row] = []
        for number, line in enumerate(self._lines):
            known = _("kept before") if line.known else ""
            rows.append(Row(f"{number}", f"{'✓' if line.ticked else ' '} {line.text}", known, quiet=not line.ticked))
            if line.ticked:
                rows.append(Row("", f"    {self._tied(line)}"))
        self.query_one(Rows).show(rows)
        self._show_whole()

    def _tied(self, line: ReturnedLine) -> str:
        here = reading.line(self.journal.notebook, line.passage) if line.passage is not None else None
        if here is not None or line.title:  # as it is called here, else as it left
            return _("on “{title}”").format(title=bare(title_of(here) if here else line.title))
        session = returned_questions.session_for(self.journal.notebook, self._came.session)
        return _("for “{session}”").format(session=session.title) if session else _("tied to nothing")

    @on(OptionList.OptionHighlighted)
    def _show_whole(self) -> None:
        line = self._line
        room = self.query_one(Rows).scrollable_content_region.width - 2
        self.query_one("#whole", PlainText).update(line.text if line and len(line.text) > room else "")

    @property
    def _line(self) -> ReturnedLine | None:
        chosen = self.query_one(Rows).chosen
        return self._lines[int(chosen)] if chosen else None

    def _put(self, line: ReturnedLine) -> None:
        self._lines[int(self.query_one(Rows).chosen)] = line
        self.query_one("#told", PlainText).update("")
        self.refresh_content()

    def action_tick(self) -> None:
        """Take the line, or leave it."""
        line = self._line
        if line is not None:
            self._put(replace(line, ticked=not line.ticked))

    def action_tie(self) -> None:
        """Tie the line to another passage, or to the session alone."""
        line = self._line
        if line is None:
            return

        def tied(ref: int | None, title: str) -> None:
            self._put(replace(line, ticked=True, passage=ref, title=title))

        self.app.push_screen(TieToScreen(self._came.disclosure, tied))

    @on(OptionList.OptionSelected)
    def action_keep(self) -> None:
        """Keep what is ticked: the questions wait on Today."""
        chosen = [line for line in self._lines if line.ticked]
        if not chosen:
            self.query_one("#told", PlainText).update(_("Nothing is ticked: space takes a line, esc leaves all of it."))
            return
        count = len(chosen)
        self.host.said = ngettext(
            "{count} question waits for you, on Today.", "{count} questions wait for you, on Today.", count
        ).format(count=count)
        self.host.save(changing(returned_questions.keep_for_session, self._came, chosen))
        self.dismiss()
        self._done()
