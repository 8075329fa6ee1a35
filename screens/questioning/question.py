"""A question that came back: whole, with what it is about and what was answered to it."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.dates.wording import full_day
from journal.language import _
from journal.model.entry import Entry, EntryLine, Rel
from journal.model.kind import State
from journal.model.question import QuestionDetails
from journal.practice import reading, returned_questions
from journal.practice.states_in_words import state_word
from screens.frame.changes import of, saving
from screens.frame.command import Command
from screens.frame.events import EntrySaved, JournalChanged
from screens.frame.page import Page
from screens.questioning import routes as questioning_routes
from screens.questioning.thread_rows import open_chosen, thread_row
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows
from screens.widgets.shared_with import SharedWith


class QuestionScreen(Page):
    """One question in return: answered in one key, or laid aside."""

    name_in_table = "question"
    AUTO_FOCUS = "Rows"

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref

    def _read(self) -> Entry:
        return reading.entry(self.journal.notebook, self.ref)

    def subject(self) -> int | None:
        """Return the situation it is about."""
        return returned_questions.situation_of(self.journal.notebook, self._read())

    def page_title(self) -> str:
        """Return what this is, and from whom it says it is."""
        sender = self._read().details_as(QuestionDetails).sender
        return _("A question from {name}").format(name=sender) if sender else _("A question in return")

    def status(self) -> str:
        """Return its number and where it stands."""
        entry = self._read()
        return f"{self.ref} · {state_word(entry.kind, entry.state)}"

    def commands(self) -> list[Command]:
        """Return the keys that do something here: it is laid aside or waits again."""
        if self._read().state is not State.LAID_ASIDE:
            return super().commands()
        wait = _("let it wait")
        return [each._replace(title=wait) if each.id == "question.aside" else each for each in super().commands()]

    def compose_page(self) -> ComposeResult:
        """Yield the question, what it is worth, what it is tied to."""
        yield PlainText("", id="words", classes="lead")
        yield PlainText("", id="came", classes="quiet")
        yield Rows(id="thread", classes="gap-above")
        yield SharedWith()

    def refresh_content(self) -> None:
        """Show the question and its thread."""
        entry = self._read()
        self.query_one("#words", PlainText).update(returned_questions.words_of(entry))
        self.query_one("#came", PlainText).update(
            _("Came back on {day}. Nothing proves who wrote it.").format(day=full_day(entry.happened_at.date()))
        )
        self.query_one("#thread", Rows).show(self._thread(entry))

    def _thread(self, entry: Entry) -> list[Row]:
        notebook = self.journal.notebook
        about = [line for link in entry.links if (line := reading.line(notebook, link.ref)) is not None]
        answered = [line for rel, line in reading.backlinks(notebook, self.ref) if rel is Rel.SOURCE]
        rows = [Row("", _("What it is about")), *map(self._row, about)] if about else []
        if answered:
            rows += [Row("", "")] if rows else []
            rows += [Row("", _("What you answered")), *map(self._row, answered)]
        return rows

    def _row(self, line: EntryLine) -> Row:
        return thread_row(line, self.host.environment.clock())

    @on(OptionList.OptionSelected, "#thread")
    def _open(self) -> None:
        open_chosen(self, self.query_one("#thread", Rows))

    @on(EntrySaved)
    @on(JournalChanged)
    def _changed(self) -> None:
        self.mark_stale()
        self.refresh_header()

    def action_answer(self) -> None:
        """Answer it in a questioning of its own, about its situation."""
        self.app.push_screen(questioning_routes.questioning(asked=self.ref))

    def action_aside(self) -> None:
        """Lay it aside: it waits no more, and stays in the Journal; or let it wait again."""
        state = State.WAITING if self._read().state is State.LAID_ASIDE else State.LAID_ASIDE
        self.host.save(saving(of(self.ref, returned_questions.put), state))
