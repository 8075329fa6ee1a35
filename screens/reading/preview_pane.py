"""The beginning of the current entry, quietly, beside a list or below it; read without holding up the keys."""

import asyncio
from collections.abc import Callable

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from journal.dates.wording import full_day
from journal.errors import EntryNotFound
from journal.errors.refusals import StillSealed
from journal.model.entry import Entry, EntryLine, Ref
from journal.model.reflection import ReflectionDetails, compiled
from journal.practice import reading
from journal.practice.notebook import Notebook
from screens.frame.resting import Rest
from screens.widgets.entry_row import title_of
from screens.widgets.plain import PlainText

_LONGEST = 6000  # characters; more is never seen here

_MOST_LINKS = 4


class PreviewPane(VerticalScroll, can_focus=False):
    """Title and text of one entry; while rows pass it keeps what it shows, so that no key waits for it."""

    def __init__(self, read: Callable[[Ref], str], rest: float, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's name
        """Take how a text is read, and how long no row may have passed before the next one is shown (seconds)."""
        super().__init__(id=id)
        self._read = read
        self._rest = rest
        self._wanted: EntryLine | None = None
        self._shown: EntryLine | None = None
        self._working = False
        self._hand = Rest(self, self.rested)

    def compose(self) -> ComposeResult:
        """Yield title and text."""
        yield PlainText("", id="preview-title")
        yield PlainText("", id="preview-text")

    def show(self, line: EntryLine | None, *, veiled: bool = False) -> None:
        """Show an entry, once the hand rests where another one is shown; what is veiled goes at once."""
        self._wanted = None if veiled else line
        if self._shown is not None and self._rest and not veiled:
            self._hand.begin(self._rest)
        else:
            self._hand.stop()
            self.rested()

    def on_unmount(self) -> None:
        """Wait for no hand any more."""
        self._hand.stop()

    def rested(self) -> None:
        """Show what was asked for last: no other row has passed for a while."""
        if not self._working:
            self._working = True
            self._follow()

    @work(name="preview", group="preview")
    async def _follow(self) -> None:
        try:
            while True:
                line = self._wanted
                text = await asyncio.to_thread(self._text, line.ref) if line is not None else ""
                if line is self._wanted:
                    self._shown = line
                    title = self.query_one("#preview-title", PlainText)
                    title.update(told := title_above(title_of(line) if line else "", text))
                    title.display = bool(told)
                    self.query_one("#preview-text", PlainText).update(text)
                    self.scroll_home(animate=False)
                    return
        finally:
            self._working = False

    def _text(self, ref: Ref) -> str:
        try:
            body = self._read(ref)
        except (EntryNotFound, StillSealed):
            return ""
        plain = "\n".join(line.lstrip("#").lstrip() if line.startswith("#") else line for line in body.splitlines())
        return plain[:_LONGEST]


def scene(entry: Entry) -> str:
    """Return the text of an entry; of a questioning what was said, not the numbers on a scale."""
    if not isinstance(entry.details, ReflectionDetails):
        return entry.body
    said = tuple(one for one in entry.details.asked if not isinstance(one.answer, int))
    return compiled(said) or entry.body


def title_above(title: str, text: str) -> str:
    """Return the title that stands above a text; nothing where the text itself begins with it."""
    begun = title.removesuffix("…").rstrip()
    return "" if any(line.startswith(begun) for line in text.splitlines()) else title


def about(notebook: Notebook, entry: Entry) -> str:
    """Return the day of an entry, who is in it, and what it is linked to, as it stands above its text."""
    linked = [line for link in entry.links[:_MOST_LINKS] if (line := reading.line(notebook, link.ref)) is not None]
    return "\n".join(
        [" · ".join([full_day(entry.happened_at.date()), *entry.people]), *(f"→ {title_of(line)}" for line in linked)]
    )
