"""Learnings: what was worth keeping, and one that comes back after a month as a question."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList

from journal.dates.wording import ago
from journal.language import _
from journal.model.entry import Entry
from journal.model.kind import Kind
from journal.practice import learning
from journal.practice.learning import Return
from journal.practice.notebook import Notebook
from journal.quoting import quoted
from screens.frame.changes import saving
from screens.frame.command import OPENS
from screens.frame.form_page import FormPage
from screens.frame.just_done import RemovingPage
from screens.frame.save_queue import Job
from screens.questioning import routes as questioning_routes
from screens.reading import routes as reading_routes
from screens.widgets.field import Field
from screens.widgets.plain import PlainText, plain
from screens.widgets.rows import Row, Rows


class LearningsScreen(RemovingPage):
    """The list; above it the learning that has waited longest, as a question."""

    name_in_table = "learnings"
    on_a_row = OPENS
    follows_journal = True
    AUTO_FOCUS = "Rows"

    def __init__(self) -> None:
        super().__init__()
        self._back: Return | None = None

    def page_title(self) -> str:
        """Return what this is."""
        return _("Learnings")

    def compose_room(self) -> ComposeResult:
        """Yield the question, the list that scrolls below it, or the invitation."""
        invitation = _(
            "This is where you find what you choose to keep: a resource, a lever, something you saw. "
            "Press {key} to keep one."
        )
        with Vertical(classes="column split"):
            yield PlainText("", id="returns")
            yield PlainText(self.sentence(invitation, key="learnings.add"), id="empty", classes="quiet")
            yield Rows(classes="gap-above", apart=1)

    def refresh_content(self) -> None:
        """Show what was kept."""
        notebook, now = self.journal.notebook, self.host.environment.clock()
        self._back = learning.coming_back(notebook)
        returns = self.query_one("#returns", PlainText)
        returns.display = self._back is not None
        if self._back is not None:
            returns.update(
                Content("\n").join(
                    (
                        plain(self._back.question),
                        plain(quoted(self._back.learning.title)),
                        self.hint("learnings.revisit"),
                    )
                )
            )
        kept = learning.learnings(notebook)
        self.query_one("#empty").display = not kept
        rows: list[Row] = []
        for sort, lines in kept.items():
            rows += [Row("", ""), Row("", _(learning.SORT_HEADINGS[sort]))]
            rows += [Row(str(line.ref), line.title, ago(line.happened_at, now)) for line in lines]
        self.query_one(Rows).show(rows[1:])

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.host.navigation.open_entry(int(self.query_one(Rows).chosen), "learning")

    def action_trash(self) -> None:
        """Throw away the learning one is on."""
        chosen = self.query_one(Rows).chosen
        if chosen:
            self.throw_away(int(chosen))

    def action_add(self) -> None:
        """Keep a learning that comes from nowhere in particular."""
        self.app.push_screen(questioning_routes.learning())

    def action_search(self) -> None:
        """Search among the learnings."""
        self.app.push_screen(reading_routes.search(kind=Kind.LEARNING))

    def action_revisit(self) -> None:
        """Answer the learning that comes back."""
        if self._back is not None:
            self.app.push_screen(RevisitScreen(self._back))

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()


class RevisitScreen(FormPage):
    """A learning met again; leaving without a word lets it rest another month."""

    name_in_table = "revisit"

    def __init__(self, back: Return) -> None:
        super().__init__()
        self._back = back
        self._done = False

    def identity(self) -> tuple[object, ...]:
        """Return which learning."""
        return (self._back.learning.ref,)

    def page_title(self) -> str:
        """Return what this is."""
        return _("Learning")

    def compose_page(self) -> ComposeResult:
        """Yield the learning, then room to answer."""
        yield PlainText(quoted(self._back.learning.title), classes="lead")
        yield from self.compose_fields()

    def fields(self) -> list[Field]:
        """Return the question as a field."""
        return [Field("note", self._back.question)]

    def stored_values(self) -> dict[str, str]:
        """Return nothing kept yet."""
        return {}

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that notes the visit."""
        return saving(self._visit, values.get("note", ""))

    def _visit(self, notebook: Notebook, note: str) -> Entry:
        """Note it, in place of what this page noted before."""
        kept = learning.revisit(notebook, self._back.learning.ref, note, instead=self._done)
        self._done = True
        return kept

    def flush(self) -> None:
        """Note the visit when the app locks, if something was said."""
        self.action_keep()

    def action_rest(self) -> None:
        """Let it rest another month without a word."""
        self.host.save(self.save_job({}))
        self.dismiss()
