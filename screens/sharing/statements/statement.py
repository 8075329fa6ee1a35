"""One progress statement: its line, the objective it serves, and what an edit does to its validation."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import TextArea

from journal.hygiene import one_line
from journal.language import _
from journal.model.entry import Entry
from journal.model.statement import statement_text
from journal.practice import framing, reading
from journal.practice.notebook import Notebook
from journal.sharing import statements
from journal.sharing.statements import Standing
from screens.frame.changes import saving
from screens.frame.events import EntrySaved, JournalChanged
from screens.frame.form_page import FormPage
from screens.frame.save_queue import Job
from screens.sharing.statements.statement_status import standing_words
from screens.sharing.statements.validation import ValidationScreen
from screens.widgets.choice import ChoiceField
from screens.widgets.field import Field
from screens.widgets.plain import PlainText
from screens.widgets.shared_with import SharedWith

_NONE = "none"


class StatementScreen(FormPage):
    """One line, and the objective it serves."""

    name_in_table = "statement"

    def __init__(self, ref: int | None = None, objective: int | None = None) -> None:
        super().__init__()
        self.ref = ref
        self._towards = objective
        self.draft_key = f"statement:{ref}" if ref is not None else ""

    def page_title(self) -> str:
        """Return what this is."""
        return _("Progress statement")

    def _entry(self) -> Entry | None:
        return reading.entry(self.journal.notebook, self.ref) if self.ref is not None else None

    def fields(self) -> list[Field]:
        """Return the line; a new one also chooses its objective."""
        line = Field("text", _("One line, in words that you would say to your sponsor"))
        if self.ref is not None:
            return [line]
        notebook = self.journal.notebook
        objectives = [
            each for frame in framing.engagements(notebook) for each in framing.objectives(notebook, frame.ref)
        ]
        options = ((_NONE, _("no objective")), *((str(each.ref), each.title) for each in objectives))
        return [line, Field("objective", _("Objective"), options=options)] if objectives else [line]

    def stored_values(self) -> dict[str, str]:
        """Return the line as it is kept."""
        entry = self._entry()
        if entry is not None:
            return {"text": statement_text(entry)}
        return {"text": ""}

    def compose_page(self) -> ComposeResult:
        """Yield the fields and what an edit does."""
        yield from self.compose_fields()
        yield PlainText("", id="standing", classes="gap-above quiet")
        yield SharedWith()

    def on_mount(self) -> None:
        """Choose the first objective for a new line, and tell where it stands."""
        super().on_mount()
        for field in self.query(ChoiceField):
            known = [value for value, _words in field.options]
            field.text = str(self._towards) if str(self._towards) in known else field.options[1][0]
        self._tell_where()

    def focus_first(self) -> None:
        """Begin in no field of a validated line that was found: one letter typed by mistake would undo it."""
        entry = self._entry()
        if not (self.found and entry is not None and statements.standing(entry) is Standing.VALIDATED):
            super().focus_first()

    def on_screen_resume(self) -> None:
        """Tell anew where the line stands: it may have been validated meanwhile."""
        super().on_screen_resume()
        self._tell_where()

    @on(EntrySaved)
    @on(JournalChanged)
    @on(TextArea.Changed)
    def _tell_where(self) -> None:
        entry = self._entry()
        if entry is None:
            told = _("A draft, for as long as you like: nobody reads it until you validate it.")
        elif statements.standing(entry) is not Standing.VALIDATED:
            told = _("A draft: nobody reads it until you validate it ({key}).").format(
                key=self.key_of("statement.sign")
            )
        elif one_line(self.values()["text"]) != one_line(statement_text(entry)):
            told = _("Changed: it is a draft again, and has to be validated again.")
        else:
            told = _("Validated ({words}). Changing one character makes it a draft again.").format(
                words=standing_words(entry)
            )
        self.query_one("#standing", PlainText).update(told)

    def flush(self) -> None:
        """Keep what is half-written: a new line is a draft by itself, an edit must not undo a validation yet."""
        if self.ref is None:
            self.action_keep()
        else:
            super().flush()

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps the line."""
        chosen = values.get("objective", _NONE)
        objective = int(chosen) if chosen.isdecimal() else None
        return saving(self._write, values["text"], objective)

    def _write(self, notebook: Notebook, text: str, objective: int | None) -> Entry | None:
        """Keep it in the journal, where it may be since the save before."""
        if self.ref is not None:
            return statements.reword(notebook, self.ref, text)
        if not one_line(text):
            return None
        kept = statements.write(notebook, text, objective)
        self.ref = kept.ref
        return kept

    def action_sign(self) -> None:
        """Keep the line, then show it alone to be validated."""
        self.action_keep()
        self.after_saved(self._validate)

    def _validate(self) -> None:
        if self.ref is not None and self.is_current:
            self.app.push_screen(ValidationScreen(self.ref))
