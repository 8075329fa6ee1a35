"""The red thread: own words, people, places, hours and patterns through the months, each opening its passages."""

import asyncio
from collections.abc import Iterator

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.language import N_, _
from journal.model.pattern import Pattern
from journal.practice import red_thread, thread_choices
from journal.practice.red_thread import RedThread
from journal.practice.threads import Sort, Thread
from screens.frame.changes import changing
from screens.frame.command import Command
from screens.frame.page import Page
from screens.looking_back import routes as own_routes
from screens.looking_back.small_multiples import bars, initials, span
from screens.vocabulary.patterns import listed
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

SORT_WORDS = {
    Sort.WORD: N_("Words"),
    Sort.EXPRESSION: N_("Expressions"),
    Sort.PERSON: N_("People"),
    Sort.PLACE: N_("Places"),
    Sort.HOUR: N_("Hours"),
    Sort.PATTERN: N_("Patterns"),
}
_OF_ROWS = {
    "red_thread.passages": frozenset(Sort),
    "red_thread.tick": frozenset(Sort),
    "red_thread.group": frozenset({Sort.WORD, Sort.PLACE}),
    "red_thread.place": frozenset({Sort.WORD, Sort.PLACE}),
    "red_thread.leave_out": frozenset({Sort.WORD, Sort.EXPRESSION}),
}
_LEFT_OUT = "left out"  # the row that stands for what was left out by hand


def label_of(thread: Thread) -> str:
    """Return what a thread is called."""
    if thread.sort is Sort.PATTERN:
        return listed(Pattern(thread.key.partition(":")[2]))
    return thread.label


class RedThreadScreen(Page):
    """Rows of small multiples; what they mean is for the reader alone to say."""

    name_in_table = "red_thread"
    follows_journal = True
    AUTO_FOCUS = "Rows"

    def __init__(self) -> None:
        super().__init__()
        self._back = 0
        self._shown = RedThread()
        self._first = ""  # the row that stands first

    def page_title(self) -> str:
        """Return what this is."""
        return _("The red thread")

    def status(self) -> str:
        """Return which months are shown."""
        shown = span(self._shown.months)
        return shown if self._shown.is_whole else _("{months} · still counting").format(months=shown)

    def compose_page(self) -> ComposeResult:
        """Rows, or the invitation."""
        yield PlainText(
            self.sentence(
                _(
                    "The words you use, through the months, will stand here. It begins with what you write: "
                    "press {key}."
                ),
                key="write",
            ),
            id="empty",
            classes="quiet",
        )
        yield Rows(apart=1)

    def refresh_content(self) -> None:
        """Count, and show."""
        self._read()

    @work(name="red thread", group="red thread", exclusive=True)
    async def _read(self) -> None:
        growing = red_thread.growing(self.journal.notebook, self._back)
        while (shown := await asyncio.to_thread(next, growing, None)) is not None:
            self._show(shown)
            self.query_one("#empty").display = not shown.months
            self.refresh_header()

    def _show(self, shown: RedThread) -> None:
        """Show the rows; who is at the first while they are still counted stays at the first, whichever that is."""
        rows, table = list(rows_of(shown)), self.query_one(Rows)
        moves_along = not self._shown.is_whole and table.chosen == self._first
        self._shown = shown
        self._first = next((row.id for row in rows if row.id), "")
        table.show(rows, chosen=self._first if moves_along else None)

    @property
    def _thread(self) -> Thread | None:
        chosen = self.query_one(Rows).chosen
        return next((each for each in self._shown.threads if each.key == chosen), None)

    def commands(self) -> list[Command]:
        """Return the keys that do something here: those of a row by what it is, going back where there is more."""
        sort = self._thread.sort if self.is_mounted and self._thread else None
        idle = {command for command, sorts in _OF_ROWS.items() if sort not in sorts}
        idle -= {"red_thread.passages"} if self.is_mounted and self.query_one(Rows).chosen == _LEFT_OUT else set()
        idle |= set() if self._shown.earlier or self._back else {"red_thread.earlier"}
        idle |= set() if len(self._shown.months) > 1 else {"red_thread.compare"}
        return [each for each in super().commands() if each.id not in idle]

    @on(OptionList.OptionHighlighted)
    def _moved(self) -> None:
        self.refresh_header()

    @on(OptionList.OptionSelected)
    def action_passages(self) -> None:
        """Open the passages of the row one is on, or the words that were left out."""
        if self.query_one(Rows).chosen == _LEFT_OUT:
            self.app.push_screen(own_routes.left_out())
        elif self._thread is not None:
            self.app.push_screen(own_routes.passages(self._thread, self._shown.months))

    def action_compare(self) -> None:
        """Set two periods side by side."""
        if len(self._shown.months) > 1:
            self.app.push_screen(own_routes.two_periods(self._back))

    def action_earlier(self) -> None:
        """Show the months before, and after the first ones the last again."""
        if self._shown.earlier:
            self._back += red_thread.SPAN
        elif self._back:
            self._back = 0
        self.refresh_content()

    def action_group(self) -> None:
        """Say which other spellings count as this word."""
        thread = self._thread
        if thread is not None and thread.sort in _OF_ROWS["red_thread.group"]:
            self.app.push_screen(own_routes.group(thread.key.partition(":")[2], thread.label))

    def action_place(self) -> None:
        """Let the word be a place, or no longer."""
        thread = self._thread
        if thread is not None and thread.sort in _OF_ROWS["red_thread.place"]:
            word = thread.key.partition(":")[2]
            self.host.save(changing(thread_choices.mark_place, word))

    def action_leave_out(self) -> None:
        """Leave the word or the expression out."""
        thread = self._thread
        if thread is not None and thread.sort in _OF_ROWS["red_thread.leave_out"]:
            word = thread.key.partition(":")[2]
            self.host.save(changing(thread_choices.leave_out, word))

    def action_tick(self) -> None:
        """Let the row be a line of the closing synthesis, or no longer."""
        thread = self._thread
        if thread is not None:
            self.host.save(changing(thread_choices.tick, thread.key))


def rows_of(shown: RedThread) -> Iterator[Row]:
    """Yield the rows, sort by sort, each under the months."""
    if not shown.months:
        return
    words = [each for each in shown.threads if each.sort in {Sort.WORD, Sort.EXPRESSION}]
    if not words:
        yield Row("", _("No word returns often enough yet."), quiet=True)
    for sort, heading in SORT_WORDS.items():
        of_it = [each for each in shown.threads if each.sort is sort]
        if of_it:
            yield Row("", _(heading), initials(shown.months, _("times")))
            yield from (_row(each, shown.ticked) for each in of_it)
            yield Row("", "")
    if shown.left_out:
        yield Row(_LEFT_OUT, _("Left out by hand: {words}").format(words=", ".join(sorted(shown.left_out))), quiet=True)
    yield Row("", _("Counted as it stands, for you alone. Only what you tick goes into the closing synthesis."))


def _row(thread: Thread, ticked: frozenset[str]) -> Row:
    sign = "✓" if thread.key in ticked else " "
    return Row(thread.key, f"{sign} {label_of(thread)}", bars(thread.counts, tail=str(thread.total)))
