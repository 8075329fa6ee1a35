"""Progress statements: written line by line, drafts as long as one likes, validated in writing."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.errors import EntryNotFound, EntryUnreadable
from journal.language import _, ngettext
from journal.model.entry import Entry, Rel
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.model.statement import statement_text, validation_of
from journal.practice import reading
from journal.practice.notebook import Notebook
from journal.sharing import statements
from screens.frame.changes import changing
from screens.frame.command import OPENS
from screens.frame.events import Happened, JournalChanged
from screens.frame.page import Page
from screens.sharing.statements.report import ReportScreen
from screens.sharing.statements.statement import StatementScreen
from screens.sharing.statements.statement_status import standing_words
from screens.sharing.statements.validation import ValidationScreen
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_MANY = 10_000


class StatementsScreen(Page):
    """All statements by objective, and where each stands."""

    name_in_table = "statements"
    on_a_row = OPENS
    follows_journal = True
    AUTO_FOCUS = "Rows"

    def __init__(self) -> None:
        super().__init__()
        self._taken_over = ""

    def page_title(self) -> str:
        """Return what this is."""
        return _("Progress statements")

    def compose_page(self) -> ComposeResult:
        """Yield what they are for, and the lines."""
        yield PlainText(
            _("One line each. The sponsor reads only those that you validated in writing."), classes="quiet"
        )
        yield PlainText("", id="taken-over")
        yield Rows(classes="gap-above", apart=1)

    def refresh_content(self) -> None:
        """Show the statements under their objectives."""
        notebook = self.journal.notebook
        self._tell_taken_over(notebook)
        groups: dict[int | None, list[Entry]] = {}
        for entry in reversed(reading.whole(notebook, Filter(kinds=(Kind.STATEMENT,)), _MANY)):
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
            rows = [Row("", self.sentence(_("None yet: {key} writes the first."), key="statements.add"))]
        self.query_one(Rows).show(rows)

    def _tell_taken_over(self, notebook: Notebook) -> None:
        """Tell, on this visit alone, which validations an upgrade took over."""
        if taken := statements.taken_over(notebook):
            self._taken_over = _taken_over_words(taken)
            if not notebook.vault.read_only:
                self.host.save(_seen)
        told = self.query_one("#taken-over", PlainText)
        told.update(self._taken_over)
        told.display = bool(self._taken_over)

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

        self.host.save(changing(change, ref))

    def action_report(self) -> None:
        """Show the report as the sponsor would read it."""
        self.app.push_screen(ReportScreen())


def _seen(notebook: Notebook) -> Happened:
    statements.seen_taken_over(notebook)
    return JournalChanged()


def _taken_over_words(taken: list[Entry]) -> str:
    names = dict.fromkeys(each.by for each in map(validation_of, taken) if each)
    return ngettext(
        "{count} validation by {names} was taken over from an earlier version: look at it.",
        "{count} validations by {names} were taken over from an earlier version: look at them.",
        len(taken),
    ).format(count=len(taken), names=", ".join(names))


def _title(notebook: Notebook, objective: int | None) -> str:
    if objective is None:
        return _("Towards no objective")
    try:
        return reading.entry(notebook, objective).title
    except (EntryNotFound, EntryUnreadable):
        return _("Towards no objective")


def objective_of(entry: Entry) -> int | None:
    """Return the objective that a statement serves."""
    return next((link.ref for link in entry.links if link.rel is Rel.TOWARDS), None)
