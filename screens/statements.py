"""Progress statements: written line by line, drafts as long as one likes, validated in writing."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList, TextArea

from journal.dates import day_and_month
from journal.errors import EntryNotFound
from journal.hygiene import one_line
from journal.language import _
from journal.model.entry import Entry, Rel
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.model.statement import StatementDetails, statement_text
from journal.practice import framing, reading
from journal.practice.notebook import Notebook
from journal.sharing import statements
from journal.sharing.statements import Standing
from screens.events import EntrySaved, Happened, JournalChanged
from screens.fields import FieldsPage
from screens.page import Page
from screens.report import ReportScreen
from screens.saving import Job
from screens.validation import ValidationScreen
from screens.widgets.choice import ChoiceField
from screens.widgets.field import Field
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows
from screens.widgets.went import Went

_MANY = 10_000
_NONE = "none"


class StatementsScreen(Page):
    """All statements by objective, and where each stands."""

    name_in_table = "statements"
    AUTO_FOCUS = "Rows"

    def heading(self) -> str:
        """Return what this is."""
        return _("Progress statements")

    def compose_page(self) -> ComposeResult:
        """Yield what they are for, and the lines."""
        yield PlainText(
            _("One line each. The sponsor reads only those that you validated in writing."), classes="quiet"
        )
        yield Rows(classes="gap-above")

    def fill(self) -> None:
        """Show the statements under their objectives."""
        notebook = self.recul.notebook
        lines = reading.newest(notebook, Filter(kinds=(Kind.STATEMENT,)), _MANY)
        groups: dict[int | None, list[Entry]] = {}
        for line in reversed(lines):
            entry = reading.entry(notebook, line.ref)
            groups.setdefault(objective_of(entry), []).append(entry)
        rows: list[Row] = []
        for objective in sorted(groups, key=lambda ref: (ref is None, ref)):
            rows += [Row("", "")] if rows else []
            rows.append(Row("", _title(notebook, objective)))
            rows += [
                Row(str(each.ref), statement_text(each), standing_words(each, by_whom=False))
                for each in groups[objective]
            ]
        if not rows:
            rows = [Row("", _("None yet: {key} writes the first.").format(key=self.key_of("statements.add")))]
        self.query_one(Rows).show(rows)

    def on_entry_saved(self) -> None:
        """Show what was written or validated."""
        self.stale()

    def on_journal_changed(self) -> None:
        """Show what is left."""
        self.stale()

    def _ref(self) -> int | None:
        chosen = self.query_one(Rows).chosen
        return int(chosen) if chosen else None

    def action_add(self) -> None:
        """Write a line."""
        self.app.push_screen(StatementScreen())

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Change a line."""
        ref = self._ref()
        if ref is not None:
            self.app.push_screen(StatementScreen(ref))

    def action_validate(self) -> None:
        """Show the line alone, to be validated."""
        ref = self._ref()
        if ref is not None:
            self.app.push_screen(ValidationScreen(ref))

    def action_unvalidate(self) -> None:
        """Make a line a draft again; nobody asks why."""
        self._change(statements.unvalidate)

    def action_trash(self) -> None:
        """Put a line in the trash, from where it can come back."""
        self._change(reading.trash)

    def _change(self, change: Callable[[Notebook, int], object]) -> None:
        ref = self._ref()
        if ref is None:
            return

        def job(notebook: Notebook) -> Happened:
            change(notebook, ref)
            return JournalChanged()

        self.recul.save(job)

    def action_report(self) -> None:
        """Show the report as the sponsor would read it."""
        self.app.push_screen(ReportScreen())


class StatementScreen(FieldsPage):
    """One line, and the objective it serves."""

    name_in_table = "statement"

    def __init__(self, ref: int | None = None) -> None:
        super().__init__()
        self.ref = ref
        self.draft_key = f"statement:{ref}" if ref is not None else ""

    def heading(self) -> str:
        """Return what this is."""
        return _("Progress statement")

    def _entry(self) -> Entry | None:
        return reading.entry(self.recul.notebook, self.ref) if self.ref is not None else None

    def fields(self) -> list[Field]:
        """Return the line; a new one also chooses its objective."""
        line = Field("text", _("One line, in words that you would say to your sponsor"))
        if self.ref is not None:
            return [line]
        notebook = self.recul.notebook
        objectives = [
            each for frame in framing.engagements(notebook) for each in framing.objectives(notebook, frame.ref)
        ]
        options = ((_NONE, _("no objective")), *((str(each.ref), each.title) for each in objectives))
        return [line, Field("objective", _("Towards"), options=options)] if objectives else [line]

    def texts(self) -> dict[str, str]:
        """Return the line as it is kept."""
        entry = self._entry()
        if entry is not None:
            return {"text": statement_text(entry)}
        return {"text": ""}

    def compose_page(self) -> ComposeResult:
        """Yield the fields and what an edit does."""
        yield from self.compose_fields()
        yield PlainText("", id="standing", classes="gap-above quiet")
        yield Went()

    def on_mount(self) -> None:
        """Choose the first objective for a new line, and tell where it stands."""
        super().on_mount()
        for field in self.query(ChoiceField):
            field.text = field.options[1][0]
        self._tell_where()

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
        elif one_line(self.typed()["text"]) != one_line(statement_text(entry)):
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

    def keeping(self, texts: dict[str, str]) -> Job:
        """Return the job that keeps the line."""
        chosen = texts.get("objective", _NONE)
        objective = int(chosen) if chosen.isdecimal() else None

        def job(notebook: Notebook) -> Happened:
            if self.ref is None and not one_line(texts["text"]):
                return JournalChanged()
            if self.ref is None:
                kept = statements.write(notebook, texts["text"], objective)
            else:
                kept = statements.reword(notebook, self.ref, texts["text"])
            self.ref = kept.ref
            return EntrySaved(kept.ref, kept.revision, kept.updated_at)

        return job

    def action_sign(self) -> None:
        """Keep the line, then show it alone to be validated."""
        self.action_keep()
        self.then(self._validate)

    def _validate(self) -> None:
        if self.ref is not None and self.is_current:
            self.app.push_screen(ValidationScreen(self.ref))


def objective_of(entry: Entry) -> int | None:
    """Return the objective that a statement serves."""
    return next((link.ref for link in entry.links if link.rel is Rel.TOWARDS), None)


def standing_words(entry: Entry, *, by_whom: bool = True) -> str:
    """Return where a statement stands, in a few words; fewer in a list."""
    standing = statements.standing(entry)
    validation = entry.details_as(StatementDetails).validation
    if standing is Standing.VALIDATED and validation is not None:
        day = day_and_month(validation.at.astimezone().date())
        if not by_whom:
            return _("validated on {day}").format(day=day)
        return _("validated on {day} by {name}").format(day=day, name=validation.by)
    return _("draft") if standing is Standing.DRAFT else _("changed: to validate again")


def _title(notebook: Notebook, objective: int | None) -> str:
    if objective is None:
        return _("Towards no objective")
    try:
        return reading.entry(notebook, objective).title
    except EntryNotFound:
        return _("Towards no objective")
