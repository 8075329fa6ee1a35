"""Pasting or opening what came back, then its lines with ticks: nothing enters that was not chosen."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, OptionList, TextArea

from journal.errors import ReculError
from journal.errors.imports import AgeAnswer
from journal.importing import phone_files, questions, returned
from journal.language import _, ngettext
from journal.model import sealed_note
from journal.model.returned import Returned, ReturnedLine
from journal.model.sealed_answer import SealedAnswer, marked
from journal.practice import reading, returned_questions
from journal.practice.notebook import Notebook
from journal.sharing import way_back
from screens.frame.changes import carried_out, changing
from screens.frame.page import Page
from screens.frame.typed_text import begun_answer
from screens.sharing.tie_to import TieToScreen
from screens.widgets.entry_row import title_of
from screens.widgets.one_line import OneLine
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows
from screens.widgets.writing_area import WritingArea


class PastedArea(WritingArea):
    """Room for what is pasted."""


class ReturnedScreen(Page):
    """Takes a text that was pasted, or a file."""

    name_in_table = "returned"
    reading = False
    AUTO_FOCUS = "PastedArea"

    def page_title(self) -> str:
        """Return what this is."""
        return _("What came back to me")

    def compose_page(self) -> ComposeResult:
        """Yield room to paste, and a line for a file."""
        yield PlainText(
            _("Paste a block, a mail or any text here; or name the file you saved: a mail, a Word document, a text."),
            classes="quiet",
        )
        yield PastedArea(id="pasted")
        yield PlainText(_("File"), classes="heading")
        yield OneLine(compact=True, id="file")
        yield PlainText("", id="told", classes="gap-above caution")

    def unanswered(self) -> str:
        """Return what stands here and was not read yet."""
        return begun_answer(self.page_title(), self)

    @on(TextArea.Changed)
    @on(Input.Changed)
    def _typing_again(self) -> None:
        self.query_one("#told", PlainText).update("")

    @on(TextArea.Changed)
    async def _pasted(self, changed: TextArea.Changed) -> None:
        """Go on by itself with a block that is whole: nothing in it can be read over or mended."""
        text = changed.text_area.text
        if sealed_note.whole(text) or (marked(text) and returned.is_whole(text)):
            await self.action_read()

    @on(Input.Submitted)
    async def _named(self, given: Input.Submitted) -> None:
        await self._read(given.value)

    async def action_read(self) -> None:
        """Show the lines of what was pasted, or of the file."""
        await self._read(self.query_one("#file", Input).value)

    async def _read(self, file: str) -> None:
        try:
            if await self._took_notes(file.strip()):
                return
            came = self._came(file.strip())
            if came is None:
                return
            lines = returned_questions.offered(self.journal.notebook, came)
        except ReculError as error:
            self.query_one("#told", PlainText).update(error.message())
            return
        self.query_one(PastedArea).load_text("")
        self.query_one("#file", Input).value = ""
        self.app.push_screen(ReturnedLinesScreen(came, lines, self.dismiss))

    async def _took_notes(self, file: str) -> bool:
        """Take in notes that were sealed on a phone, which wait on Today; return whether there were any."""
        text = self.query_one(PastedArea).text
        if not (sealed_note.marked(text) if text.strip() else file and phone_files.holds_notes(_path(file))):
            return False
        taken = await carried_out(
            self.host,
            lambda notebook: (
                phone_files.take_text(notebook.store, text, notebook.clock())
                if text.strip()
                else phone_files.take_file(notebook.store, Path(_path(file)), notebook.clock())[0]
            ),
        )
        self.host.said = notes_wait(len(taken.refs))
        self.dismiss()
        return True

    def _came(self, file: str) -> Returned | None:
        text = self.query_one(PastedArea).text
        if text.strip():
            came = returned.of_text(text)
        elif file:
            path = _path(file)
            content = questions.content_of(path, told=True)
            came = questions.read(content or b"", path, _no_age, every=False)
        else:
            return None
        return way_back.opened(self.journal.notebook, came) if isinstance(came, SealedAnswer) else came


def notes_wait(count: int) -> str:
    """Return that notes from the phone wait."""
    return ngettext(
        "{count} note from the phone waits for you, on Today.",
        "{count} notes from the phone wait for you, on Today.",
        count,
    ).format(count=count)


def _path(typed: str) -> str:
    return str(Path(typed).expanduser())


def _no_age(_content: bytes) -> bytes:
    raise AgeAnswer


class ReturnedLinesScreen(Page):
    """The lines that came back: ticks are proposals, and only what is ticked is kept."""

    name_in_table = "returned_lines"
    AUTO_FOCUS = "Rows"

    def __init__(self, came: Returned, lines: list[ReturnedLine], done: Callable[[], object] = lambda: None) -> None:
        super().__init__()
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
        yield PlainText("", id="told", classes="caution")

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
            return _("on “{title}”").format(title=title_of(here) if here else line.title)
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
        came = self._came

        def change(notebook: Notebook) -> None:
            session = returned_questions.session_for(notebook, came.session)
            returned_questions.keep(notebook, came, chosen, session.ref if session else None)

        count = len(chosen)
        self.host.said = ngettext(
            "{count} question waits for you, on Today.", "{count} questions wait for you, on Today.", count
        ).format(count=count)
        self.host.save(changing(change))
        self.dismiss()
        self._done()
