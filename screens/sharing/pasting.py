"""Page for what comes from outside, pasted or as a file: answers of readers, mails, notes sealed on a phone."""

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, TextArea

from journal.errors import ReculError
from journal.errors.imports import AgeAnswer
from journal.importing import phone_files, questions, returned
from journal.language import _, ngettext
from journal.model import sealed_note
from journal.model.returned import Came, Returned
from journal.model.sealed_answer import marked
from journal.practice import returned_questions
from journal.practice.notebook import Notebook
from journal.sharing import way_back
from journal.sharing.protecting.age import opened_with_passphrase
from screens.frame.changes import carried_out
from screens.frame.page import Page
from screens.frame.typed_text import begun_answer
from screens.sharing.returned import ReturnedLinesScreen
from screens.widgets.one_line import OneLine
from screens.widgets.plain import PlainText
from screens.widgets.secret import Secret
from screens.widgets.writing_area import WritingArea


class PastedArea(WritingArea):
    """Room for what is pasted."""


class PastingScreen(Page):
    """Takes a text that was pasted, or a file, and goes on by what it is; with `notes` a mail is one, not an answer."""

    name_in_table = "returned"
    reading = False
    AUTO_FOCUS = "PastedArea"

    def __init__(self, *, notes: bool = False) -> None:
        super().__init__()
        self._notes = notes
        self._left: list[Returned] = []  # answers whose lines are still to be shown
        self._refused: ReculError | None = None  # why another of them stays closed

    def identity(self) -> tuple[object, ...]:
        """Return for what it was opened."""
        return (self._notes,)

    def page_title(self) -> str:
        """Return what this is."""
        return _("A note from the phone") if self._notes else _("What came back to me")

    def compose_page(self) -> ComposeResult:
        """Yield room to paste, and a line for a file."""
        told = (
            _(
                "Paste a sealed note; or name its file, or the mail (.eml). A mail without a sealed note is taken in "
                "as it is."
            )
            if self._notes
            else _(
                "Paste a block, a mail or any text here; or name the file you saved: a mail, a Word document, a text."
            )
        )
        yield PlainText(told, classes="quiet")
        yield PastedArea(id="pasted")
        yield PlainText(_("File"), classes="heading")
        yield OneLine(compact=True, id="file")
        yield PlainText(_("Passphrase of the file"), classes="heading passphrase")
        yield Secret(id="passphrase")
        yield PlainText("", id="told", classes="gap-above caution")

    def on_mount(self) -> None:
        """Ask for no passphrase before a file needs one."""
        super().on_mount()
        self._ask(wanted=False)

    def _ask(self, *, wanted: bool) -> None:
        for place in self.query(".passphrase, #passphrase"):
            place.display = wanted
        if not wanted:
            self.query_one(Secret).value = ""

    def unanswered(self) -> str:
        """Return what stands here and was not read yet."""
        return begun_answer(self.page_title(), self)

    @on(TextArea.Changed)
    @on(Input.Changed)
    def _typing_again(self) -> None:
        self._tell("")

    @on(Input.Changed, "#file")
    def _naming_another(self) -> None:
        self._ask(wanted=False)

    def _tell(self, words: str) -> None:
        self.query_one("#told", PlainText).update(words)

    @on(TextArea.Changed)
    async def _pasted(self, changed: TextArea.Changed) -> None:
        """Go on by itself with blocks that are whole: nothing in them can be read over or mended."""
        text = changed.text_area.text
        if sealed_note.whole(text) or returned.is_whole(text):
            await self.action_read()

    @on(Input.Submitted, "#file")
    async def _named(self, given: Input.Submitted) -> None:
        await self._read(given.value)  # what stood there when the key was pressed

    @on(Input.Submitted, "#passphrase")
    async def action_read(self) -> None:
        """Take in the notes of what was pasted, or of the file; show the lines of anything else."""
        await self._read(self.query_one("#file", Input).value)

    async def _read(self, named: str) -> None:
        text, file = self.query_one(PastedArea).text, _path(named.strip())
        if not text.strip() and not file:
            return
        try:
            if self._holds_notes(text, file):
                await self._take_notes(text, file)
                return
            passphrase = self.query_one(Secret).value
            self._left, self._refused = await carried_out(
                self.host, lambda notebook: way_back.all_opened(notebook, _came(text, file, passphrase))
            )
        except ReculError as error:
            if isinstance(error, AgeAnswer):
                self._ask(wanted=True)
                self.query_one(Secret).focus()
            self._tell(error.message())
            return
        self._show_next()

    # --- notes from the phone

    def _holds_notes(self, text: str, file: str) -> bool:
        if text.strip():
            return sealed_note.marked(text) or (self._notes and not marked(text))
        return self._notes or phone_files.holds_notes(file)

    async def _take_notes(self, text: str, file: str) -> None:
        """Take in notes that were sealed on a phone, or a mail to oneself; they wait on Today."""
        count, sealed = await carried_out(self.host, _take, text, file)
        said, unsealed = notes_wait(count), _("It was not sealed.")
        self.host.said = said if sealed else f"{said} {unsealed}"
        self.dismiss()

    # --- answers

    def _show_next(self) -> None:
        """Show the lines of the next answer; say why when nothing of it is to be shown."""
        while self._left:
            came = self._left.pop(0)
            try:
                lines = returned_questions.offered(self.journal.notebook, came)
            except ReculError as error:
                self._refused = self._refused or error
                continue
            told, self._refused = self._refused.message() if self._refused else "", None
            self.query_one(PastedArea).load_text("")
            self.query_one("#file", Input).value = ""
            self.app.push_screen(ReturnedLinesScreen(came, lines, self._kept, told))
            return
        if self._refused is not None:
            self._tell(self._refused.message())

    def _kept(self) -> None:
        if not self._left:
            self.dismiss()

    def on_screen_resume(self) -> None:
        """Go on with the next answer once the lines of one were kept or left."""
        super().on_screen_resume()
        if self._left:
            self._show_next()


def notes_wait(count: int) -> str:
    """Return that notes from the phone wait."""
    return ngettext(
        "{count} note from the phone waits for you, on Today.",
        "{count} notes from the phone wait for you, on Today.",
        count,
    ).format(count=count)


def _path(named: str) -> str:
    return str(Path(named).expanduser()) if named else ""


def _came(text: str, file: str, passphrase: str) -> Came:
    """Return all that was pasted, or that a file holds. Raises AgeAnswer for one that asks for its passphrase."""
    if text.strip():
        return returned.of_text(text)

    def opened(closed: bytes) -> bytes:
        if not passphrase:
            raise AgeAnswer
        return opened_with_passphrase(closed, passphrase)

    return questions.read(questions.content_of(file, told=True) or b"", file, opened, every=False)


def _take(notebook: Notebook, text: str, file: str) -> tuple[int, bool]:
    """Take in notes from a text or a file; return how many, and whether they were sealed."""
    store, at = notebook.store, notebook.clock()
    if text.strip():
        return len(phone_files.take_text(store, text, at).refs), True
    taken, sealed = phone_files.take_file(store, Path(file), at)
    return len(taken.refs), sealed
