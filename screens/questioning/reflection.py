"""A reflection to read: what was asked and answered, and where it can go from there."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.dates.wording import moment
from journal.language import _
from journal.model.entry import Entry, EntryLine, Rel
from journal.model.kind import Kind, State
from journal.model.reflection import ReflectionDetails
from journal.practice import capturing, questioning, reading
from journal.practice.notebook import Notebook
from screens.casework import routes as casework_routes
from screens.frame.changes import saving
from screens.frame.command import Command
from screens.frame.page import Page
from screens.frame.text_dialog import TextDialog
from screens.planning import routes as planning_routes
from screens.questioning import routes as questioning_routes
from screens.questioning.thread_rows import open_chosen, thread_row
from screens.widgets.plain import PlainText
from screens.widgets.prose import prose
from screens.widgets.rows import Row, Rows
from screens.widgets.shared_with import SharedWith


class ReflectionScreen(Page):
    """One run through a protocol, as it was asked, in the thread of its situation."""

    name_in_table = "reflection"
    follows_journal = True

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref

    def _read(self) -> Entry:
        return reading.entry(self.journal.notebook, self.ref)

    def subject(self) -> int | None:
        """Return the situation it is about."""
        return next((link.ref for link in self._read().links if link.rel is Rel.ABOUT), None)

    def page_title(self) -> str:
        """Return the protocol's title as it was then."""
        return self._read().title

    def page_name(self) -> str:
        """Return which page this is, whatever its title."""
        return _("Questioning")

    def status(self) -> str:
        """Return its number and its moment."""
        return " · ".join([str(self.ref), *self._read().tags, moment(self._read().happened_at)])

    def commands(self) -> list[Command]:
        """Return the keys that do something here: going on only while it is open, the situation where there is one."""
        idle = {"resume"} if self._read().state is not State.OPEN else set()
        idle |= set() if self._read().state is State.DONE and self._read().kind is Kind.REFLECTION else {"correct"}
        idle |= {"situation"} if self.subject() is None else set()
        idle |= {"case"} if self._read().kind is not Kind.REFLECTION else set()
        return [one for one in super().commands() if one.where != self.name_in_table or one.action not in idle]

    def compose_page(self) -> ComposeResult:
        """Yield the two numbers, the text, the other reflections on the same situation."""
        yield PlainText("", id="numbers", classes="quiet")
        yield PlainText("", id="said")
        yield Rows(id="thread", classes="gap-above")
        yield SharedWith()

    def refresh_content(self) -> None:
        """Show what was asked and answered."""
        entry = self._read()
        details = entry.details if isinstance(entry.details, ReflectionDetails) else ReflectionDetails()
        numbers = self.query_one("#numbers", PlainText)
        numbers.update(intensities(details))
        numbers.display = bool(intensities(details))
        self.query_one("#said", PlainText).update(prose(entry.body))
        self.query_one("#thread", Rows).show(self._thread())

    def _thread(self) -> list[Row]:
        """Return what was kept from it, then its situation with the other reflections on that."""
        notebook, about = self.journal.notebook, self.subject()
        kept = [line for rel, line in reading.backlinks(notebook, self.ref) if rel is Rel.SOURCE]
        situation = reading.line(notebook, about) if about is not None else None
        rows = [Row("", _("Kept from it")), *map(self._row, kept)] if kept else []
        if situation is not None:
            others = [line for line in questioning.thread(notebook, situation.ref) if line.ref != self.ref]
            rows += [Row("", "")] if rows else []
            rows += [Row("", _("On the same situation")), *map(self._row, [situation, *others])]
        return rows

    def _row(self, line: EntryLine) -> Row:
        return thread_row(line, self.host.environment.clock())

    @on(OptionList.OptionSelected, "#thread")
    def _open(self) -> None:
        open_chosen(self, self.query_one("#thread", Rows))

    def action_resume(self) -> None:
        """Go on where the run was left."""
        if self._read().state is State.OPEN:
            self.app.switch_screen(questioning_routes.questioning(ref=self.ref))

    def action_correct(self) -> None:
        """Go through it once more with the answers as they stand, from the first question."""
        if self._read().state is State.DONE and self._read().kind is Kind.REFLECTION:
            self.app.switch_screen(questioning_routes.questioning(ref=self.ref))

    def action_question(self) -> None:
        """Question it with a protocol."""
        self.app.push_screen(questioning_routes.choose_protocol(self.ref))

    def action_tags(self) -> None:
        """Give it the tags that are typed, in place of those it has."""
        entry = self._read()
        known = ", ".join(entry.tags)
        words = (
            _("Tags, separated by commas · now: {tags}").format(tags=known) if known else _("Tags, separated by commas")
        )
        self.app.push_screen(TextDialog(words), self._tag)

    def _tag(self, typed: str | None) -> None:
        tags = tuple(dict.fromkeys(filter(None, (each.strip().lstrip("#") for each in (typed or "").split(",")))))
        if tags:
            self.host.save(saving(_tagged, self.ref, tags))

    def action_learning(self) -> None:
        """Keep a learning from it."""
        self.app.push_screen(questioning_routes.learning(source=self.ref))

    def action_step(self) -> None:
        """Make an if-then step from it."""
        self.app.push_screen(questioning_routes.if_then(source=self.ref))

    def action_case(self) -> None:
        """Begin a case from it, and from the situation it is about."""
        if self._read().kind is Kind.REFLECTION:
            about = self.subject()
            self.app.push_screen(casework_routes.case(about=(self.ref,) if about is None else (about, self.ref)))

    def action_plan(self) -> None:
        """Draw up a plan about it."""
        self.app.push_screen(planning_routes.plan(about=self.ref))

    def action_share(self) -> None:
        """Share it: what leaves is shown first."""
        self.host.share((self.ref,))

    def action_situation(self) -> None:
        """Look at the situation it is about."""
        about = self.subject()
        if about is not None:
            self.app.push_screen(questioning_routes.peek(ref=about))

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()


def _tagged(notebook: Notebook, ref: int, tags: tuple[str, ...]) -> Entry:
    return capturing.rewrite(notebook, reading.entry(notebook, ref).with_(tags=tags))


def intensities(details: ReflectionDetails) -> str:
    """Return the intensity before and after as two numbers, without comment; "" when none was given."""
    before, after = details.intensity_before, details.intensity_after
    if before is None and after is None:
        return ""
    if before is None or after is None:
        return _("Intensity: {level}").format(level=before if after is None else after)
    return _("Intensity: {before}, then {after}").format(before=before, after=after)
