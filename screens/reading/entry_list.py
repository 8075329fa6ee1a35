"""The journal as one long list by month: drawn line by line, read stretch by stretch, never waiting for the disk."""

import asyncio
from typing import ClassVar

from textual import events, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from journal.dates.wording import month as month_words
from journal.language import _
from journal.model.entry import EntryLine, Ref
from screens.frame.selection import Selection
from screens.reading.entry_source import Source
from screens.reading.month_layout import MonthLayout, Spot
from screens.reading.painted_rows import PaintedRows
from screens.widgets.entry_row import Look
from screens.widgets.reverse import with_reverse

_STRETCH = 100  # entries read at once
_ABOVE = 4  # rows still to come that are shown above the one one begins at
_STRETCHES_KEPT = 60  # about 6,000 lines in memory, whatever the length of the list


class EntryList(ScrollView, can_focus=True):
    """Rows under headings of months; one of them is the current one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("enter", "open", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"entry-list--current", "entry-list--row", "entry-list--heading"}

    class Moved(Message):
        """Another row is the current one; `line` is None while it is being read, or when the list is empty."""

        def __init__(self, line: EntryLine | None) -> None:
            super().__init__()
            self.line = line

    class Opened(Message):
        """A row was chosen with Enter or two clicks."""

        def __init__(self, line: EntryLine) -> None:
            super().__init__()
            self.line = line

    class Told(Message):
        """The list was read anew; `entries` says how many it holds."""

        def __init__(self, entries: int) -> None:
            super().__init__()
            self.entries = entries

    def __init__(self, selection: Selection, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's name
        super().__init__(id=id)
        self._selection = selection
        self._source: Source | None = None
        self._layout_of_months = MonthLayout([])
        self._stretches: dict[tuple[int, int], list[EntryLine]] = {}
        self._wanted: dict[tuple[int, int], None] = {}
        self._reading = False
        self._reload: tuple[Source, Ref | None, bool] | None = None
        self._current = 0
        self._painted = PaintedRows(self)
        self.veiled = False

    # --- what it shows

    @property
    def entries(self) -> int:
        """How many entries the list holds."""
        return self._layout_of_months.entries

    @property
    def current(self) -> EntryLine | None:
        """The line of the current row, None while it is being read or when there is none."""
        return self._line(self._layout_of_months.place(self._current)) if self.entries else None

    def show(self, source: Source, keep: Ref | None = None, *, otherwise_first: bool = False) -> None:
        """Read the list anew, from the months on; the row of `keep` stays the current one where it still exists.

        Where it does not, the row that has taken its place is the current one, or the first one when asked for.
        """
        self._reload = (source, keep, otherwise_first)
        self._read_on()

    def redraw(self) -> None:
        """Draw all rows anew: marks or the veil have changed."""
        self.refresh()

    def forget_painted(self) -> None:
        """Keep no row as it was painted."""
        self._painted.forget()

    def replace(self, line: EntryLine) -> bool:
        """Show one entry as it is now; return False when it does not stand where it stood, so that all must be read."""
        for (month, first), lines in self._stretches.items():
            for number, known in enumerate(lines):
                if known.ref == line.ref:
                    if known.happened_at != line.happened_at:
                        return False
                    lines[number] = line
                    nth = self._layout_of_months.number(Spot(month, first + number))
                    self._refresh_row(nth)
                    if nth == self._current:
                        self.post_message(self.Moved(line))
                    return True
        return False

    # --- reading: one worker, one stretch after the other

    def _read_on(self) -> None:
        if not self._reading:
            self._reading = True
            self._read()

    @work(name="reading the list", group="entry-list")
    async def _read(self) -> None:
        try:
            while self._reload is not None or self._wanted:
                if self._reload is not None:
                    asked, self._reload = self._reload, None
                    await self._read_months(*asked[:2], otherwise_first=asked[2])
                else:
                    await self._read_stretch(*self._wanted.popitem()[0])
        finally:
            self._reading = False

    async def _read_months(self, source: Source, keep: Ref | None, *, otherwise_first: bool) -> None:
        def read() -> tuple[MonthLayout, int | None, bool, Spot | None, list[EntryLine]]:
            layout = MonthLayout(source.months())
            found = source.place(keep) if keep is not None else None
            begins = found is None and (otherwise_first or keep is None)
            if begins:
                first_ref = source.start()
                found = source.place(first_ref) if first_ref is not None else None
            current = None
            if found is not None:
                month = layout.month_number(found[0].happened_at.year, found[0].happened_at.month)
                current = layout.number(Spot(month, found[1])) if month is not None else None
            nth = min(self._current if current is None else current, layout.entries - 1)
            if nth < 0:
                return layout, current, begins, None, []
            spot = layout.place(nth)
            first = spot.nth - spot.nth % _STRETCH
            lines = source.stretch(layout.months[spot.month], first, _STRETCH)
            return layout, current, begins, Spot(spot.month, first), lines

        layout, current, begins, spot, lines = await asyncio.to_thread(read)
        self._source = source
        self._layout_of_months = layout
        self._stretches = {(spot.month, spot.nth): lines} if spot else {}
        self._wanted.clear()
        self._current = max(0, min(self._current if current is None else current, layout.entries - 1))
        self.virtual_size = Size(self.content_size.width, layout.lines)
        self.refresh()
        if begins:
            self._begin()
        else:
            self._show_current()
        self.post_message(self.Told(layout.entries))
        self.post_message(self.Moved(self.current))

    async def _read_stretch(self, month: int, first: int) -> None:
        source, layout = self._source, self._layout_of_months
        if source is None:
            return
        lines = await asyncio.to_thread(source.stretch, layout.months[month], first, _STRETCH)
        if layout is not self._layout_of_months or self._reload is not None:
            return  # the list was read anew meanwhile
        while len(self._stretches) >= _STRETCHES_KEPT:
            self._stretches.pop(next(iter(self._stretches)))
        self._stretches[month, first] = lines
        self.refresh()
        spot = layout.place(self._current)
        if spot.month == month and first <= spot.nth < first + _STRETCH:
            self.post_message(self.Moved(self.current))

    def _line(self, spot: Spot) -> EntryLine | None:
        """Return the line of a spot; ask for it when it was not read yet."""
        first = spot.nth - spot.nth % _STRETCH
        lines = self._stretches.get((spot.month, first))
        if lines is None:
            self._wanted[spot.month, first] = None
            self._read_on()
            return None
        at = spot.nth - first
        return lines[at] if at < len(lines) else None

    # --- drawing

    def render_line(self, y: int) -> Strip:
        """Return one line of the screen."""
        width = self.size.width
        base = self.get_visual_style("entry-list--row")
        spot = self._layout_of_months.spot(self.scroll_offset.y + y)
        if spot is None or spot.nth == -2:  # noqa: PLR2004 -- the space above a heading
            return Strip.blank(width, base.rich_style)
        if spot.nth < 0:
            return self._painted.strip(self._heading(spot.month), width, self.get_visual_style("entry-list--heading"))
        line = self._line(spot)
        is_current = self._layout_of_months.number(spot) == self._current
        if line is None:
            return self._painted.strip(Content.styled("   …", "$quiet"), width, base)
        look = Look(
            width=width - 1,  # a space before the scrollbar
            marked=line.ref in self._selection,
            veiled=self.veiled and not is_current,
        )
        style = base
        if is_current:
            parts = ("entry-list--row", "entry-list--current")
            style = with_reverse(self, self.get_visual_style(*parts), *parts)
        return self._painted.row(line, look, style, chosen=is_current and self.has_focus)

    def _heading(self, month: int) -> Content:
        from datetime import date

        each = self._layout_of_months.months[month]
        words = _("{month} · {count}").format(month=month_words(date(each.year, each.month, 1)), count=each.count)
        return Content(f"  {words}")

    def _refresh_row(self, nth: int) -> None:
        line = self._layout_of_months.line_of(nth)
        self.refresh(Region(0, line - self.scroll_offset.y, self.size.width, 1))

    def on_resize(self) -> None:
        """Keep the current row in sight."""
        self.virtual_size = Size(self.content_size.width, self._layout_of_months.lines)
        self._show_current()

    # --- moving

    def _go(self, nth: int) -> None:
        if not self.entries:
            return
        nth = max(0, min(nth, self.entries - 1))
        before, self._current = self._current, nth
        self._refresh_row(before)
        self._refresh_row(nth)
        self._show_current()
        self.post_message(self.Moved(self.current))

    def _show_current(self) -> None:
        if not self.entries:
            return
        line = self._layout_of_months.line_of(self._current)
        place = self._layout_of_months.place(self._current)
        top = line - 1 if not place.nth else line  # the heading belongs to its first row
        self.scroll_to_region(Region(0, max(0, top), 1, line - max(0, top) + 1), animate=False, force=True)

    def _begin(self) -> None:
        """Put the row one begins at high on the page: what is still to come stands above, one key up."""
        if not self.entries:
            return
        line = self._layout_of_months.line_of(self._current)
        nth = self._layout_of_months.place(self._current).nth
        above = nth + 1 if nth < _ABOVE else 1  # from the month's heading on, where it is near
        self.scroll_to(y=max(0, line - above), animate=False, force=True)

    def action_move(self, by: int) -> None:
        """Go up or down by one row."""
        self._go(self._current + by)

    def action_page(self, way: int) -> None:
        """Go up or down by one screen."""
        self._go(self._current + way * max(1, self.size.height - 2))

    def action_first(self) -> None:
        """Go to the newest entry."""
        self._go(0)

    def action_last(self) -> None:
        """Go to the oldest entry."""
        self._go(self.entries - 1)

    def action_open(self) -> None:
        """Open the current row."""
        if self.current is not None:
            self.post_message(self.Opened(self.current))

    def on_click(self, event: events.Click) -> None:
        """Make the row under the pointer the current one; open it with the second click."""
        spot = self._layout_of_months.spot(self.scroll_offset.y + event.y)
        if spot is None or spot.nth < 0:
            return
        self._go(self._layout_of_months.number(spot))
        if event.chain == 2:  # noqa: PLR2004 -- a double click
            self.action_open()
