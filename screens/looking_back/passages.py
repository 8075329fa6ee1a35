"""The passages of a row of the red thread, and two periods of it side by side."""

import asyncio
from collections.abc import Sequence
from datetime import date

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList

from journal.dates.wording import ago
from journal.language import _, ngettext
from journal.model.entry import Ref
from journal.practice import comparing_periods, red_thread
from journal.practice.comparing_periods import Compared, Comparison, Periods
from journal.practice.passages import Passage, holding, passages
from journal.practice.thread_rows import Counted
from journal.practice.threads import Thread
from screens.frame.command import Command
from screens.frame.page import Page
from screens.looking_back import routes as own_routes
from screens.looking_back.red_thread import label_of
from screens.looking_back.small_multiples import short_span
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_BEFORE, _BEFORE_WIDE = 20, 30  # cells before the word, so that it stands in one column
_WIDE = 110
_COLUMN = 14
_AT_ONCE = 40  # passages, and entries, that are read at a time: a high screenful


class LongRows(Rows):
    """Rows that are read as one comes near their end."""

    class NearEnd(Message):
        """One is near the last row shown, or wants to go to the very last."""

        def __init__(self, *, to_the_end: bool) -> None:
            super().__init__()
            self.to_the_end = to_the_end

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say so when the end comes near, by whichever way one went there."""
        super().watch_scroll_y(old_value, new_value)
        if new_value > old_value and new_value >= self.max_scroll_y - self.size.height:
            self.post_message(self.NearEnd(to_the_end=False))

    def action_last(self) -> None:
        """Go to the last row, and to the very last once it was read."""
        super().action_last()
        self.post_message(self.NearEnd(to_the_end=True))


class PassagesScreen(Page):
    """Each passage on a line, the word in one column: it is found by its place and not by a colour."""

    name_in_table = "passages"
    follows_journal = True
    AUTO_FOCUS = "Rows"

    def __init__(self, thread: Thread, months: Sequence[date]) -> None:
        super().__init__()
        self._thread = thread
        self._months = months
        self._refs: Sequence[Ref] = ()
        self._next = 0  # of these, the first that was not read
        self._found: list[Passage] = []
        self._is_going_on = False
        self._is_wanted_whole = False  # one went to the end

    def page_title(self) -> str:
        """Return what was followed."""
        return label_of(self._thread)

    def status(self) -> str:
        """Return how many passages there are: as counted, until all of them were read."""
        count = len(self._found) if self._at_end else max(self._thread.total, len(self._found))
        return ngettext("{count} passage", "{count} passages", count).format(count=count)

    def compose_page(self) -> ComposeResult:
        """Yield the passages."""
        yield LongRows(apart=1)

    def refresh_content(self) -> None:
        """Read the passages as far as they were shown, at least a screenful."""
        self._read()

    @property
    def _at_end(self) -> bool:
        return self._next >= len(self._refs)

    @work(name="passages", group="passages", exclusive=True)
    async def _read(self) -> None:
        notebook, wanted = self.journal.notebook, max(_AT_ONCE, len(self._found))
        self._refs = refs = await asyncio.to_thread(holding, notebook, self._thread, self._months)
        found, reached = await asyncio.to_thread(self._from, refs, 0, wanted)
        self._found, self._next = found, reached
        self.query_one(LongRows).show(self._rows(0))
        self.refresh_header()

    @on(LongRows.NearEnd)
    def _near_end(self, event: LongRows.NearEnd) -> None:
        self._is_wanted_whole = self._is_wanted_whole or event.to_the_end
        self._go_on()

    @on(OptionList.OptionHighlighted)
    def _moved(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_index + _AT_ONCE // 2 >= len(self._found):
            self._go_on()

    def _go_on(self) -> None:
        if not self._at_end and not self._is_going_on:
            self._is_going_on = True
            self._read_on()

    @work(name="more passages", group="more passages")
    async def _read_on(self) -> None:
        """Read as much more as is shown at once, or all the rest when one went to the end."""
        refs, rows = self._refs, self.query_one(LongRows)
        try:
            while not self._at_end:
                found, reached = await asyncio.to_thread(self._from, refs, self._next, _AT_ONCE)
                if self._refs is not refs:
                    return
                begin, at_last = len(self._found), rows.highlighted == len(self._found) - 1
                self._found, self._next = [*self._found, *found], reached
                rows.show_more(self._rows(begin))
                self.refresh_header()
                if not self._is_wanted_whole:
                    return
                if at_last:
                    rows.action_last()
        finally:
            self._is_going_on = self._is_wanted_whole = False

    def _from(self, refs: Sequence[Ref], begin: int, wanted: int) -> tuple[list[Passage], int]:
        """Return at least so many passages from an entry on, and the entry from which to read on."""
        found: list[Passage] = []
        at = begin
        while at < len(refs) and len(found) < wanted:
            found += passages(self.journal.notebook, self._thread, refs[at : at + _AT_ONCE])
            at += _AT_ONCE
        return found, at

    def _rows(self, begin: int) -> list[Row]:
        now = self.host.environment.clock()
        before = _BEFORE_WIDE if self.app.size.width >= _WIDE else _BEFORE
        numbered = enumerate(self._found[begin:], begin)
        return [Row(f"{number}", _in_column(each, before), ago(each.at, now)) for number, each in numbered]

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Open the entry of the passage."""
        chosen = self.query_one(LongRows).chosen
        if chosen:
            passage = self._found[int(chosen)]
            self.host.navigation.open_entry(passage.ref, passage.kind, found=True)


def _in_column(passage: Passage, before: int) -> str:
    if not passage.end:
        return passage.words
    told = passage.words[: passage.start]
    cut = told if len(told) <= before else "…" + told[len(told) - before + 1 :]
    return cut.rjust(before) + passage.words[passage.start :]


class TwoPeriodsScreen(Page):
    """What is no longer there, what came, what stands in both: numbers, without a word on them."""

    name_in_table = "two_periods"
    follows_journal = True
    AUTO_FOCUS = "Rows"

    def __init__(self, back: int) -> None:
        super().__init__()
        self._back = back
        self._months: Sequence[date] = ()
        self._counted: Counted | None = None
        self._told: Comparison | None = None
        self._at = 0

    def page_title(self) -> str:
        """Return what this is."""
        return _("Two periods")

    @property
    def _choices(self) -> list[Periods]:
        return comparing_periods.periods(len(self._months))

    def commands(self) -> list[Command]:
        """Return the keys; other periods only where there are any."""
        idle = set() if len(self._choices) > 1 else {"two_periods.other"}
        idle |= set() if self.is_mounted and self.query_one(Rows).chosen else {"two_periods.passages"}
        return [each for each in super().commands() if each.id not in idle]

    def compose_page(self) -> ComposeResult:
        """Yield the rows."""
        yield PlainText("", id="none", classes="quiet")
        yield Rows(apart=1)

    def refresh_content(self) -> None:
        """Count both periods."""
        self._read()

    @work(name="two periods", group="two periods", exclusive=True)
    async def _read(self) -> None:
        self._months, self._counted = await asyncio.to_thread(red_thread.counted, self.journal.notebook, self._back)
        self._show()

    def _show(self) -> None:
        rows: list[Row] = []
        if self._choices and self._counted is not None:
            two = self._choices[self._at % len(self._choices)]
            self._told = told = comparing_periods.compare(self._counted, two)
            heads = [short_span([self._months[at] for at in period]) for period in (two.before, two.after)]
            for words, each in (
                (_("No longer there"), told.gone),
                (_("Came"), told.came),
                (_("In both"), told.both),
            ):
                rows += _section(words, each, heads)
        self.query_one(Rows).show(rows)
        none = self.query_one("#none", PlainText)
        none.update(_("No word returns often enough yet."))
        none.display = not rows
        self.refresh_header()

    @on(OptionList.OptionSelected)
    def action_passages(self) -> None:
        """Open the passages of the row one is on."""
        chosen = self.query_one(Rows).chosen
        told = (*self._told.gone, *self._told.came, *self._told.both) if self._told else ()
        thread = next((each.thread for each in told if each.thread.key == chosen), None)
        if thread is not None:
            self.app.push_screen(own_routes.passages(thread, self._months))

    def action_other(self) -> None:
        """Compare other periods."""
        self._at += 1
        self._show()


def _section(words: str, compared: Sequence[Compared], heads: Sequence[str]) -> list[Row]:
    if not compared:
        return []
    rows = [
        Row(each.thread.key, f"  {label_of(each.thread)}", _columns([_number(each.before), _number(each.after)]))
        for each in compared
    ]
    return [Row("", words, _columns(heads)), *rows, Row("", "")]


def _number(count: int) -> str:
    return str(count) if count else "·"


def _columns(texts: Sequence[str]) -> Content:
    return Content("".join(each.rjust(_COLUMN) for each in texts))
