"""Area in which a key paints the rows it changes, where Textual paints all that are seen.

Textual's area asks for all of itself whenever the cursor moves. Most keys change one line: nothing else is different as
long as the text has as many rows as before and stands where it stood, nothing is selected and no brackets are matched.
Of that line, the rows are painted whose letters or weight changed, and those that the cursor left or came to.

Textual 8.2 does more for each row than it needs: it joins the whole text to see whether it is empty, looks up every
colour anew, and remembers painted rows by a cursor that never stands where it stood.
"""

from itertools import pairwise
from typing import Any, Self

from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets.text_area import Edit, EditResult

from screens.widgets.undone_lines import UndoneLines
from screens.widgets.wrapped_height import know_heights

know_heights()

Weight = tuple[str, int, int]
"""A style, and from where to where in a line."""


class NarrowPainting(UndoneLines):
    """An area whose edits paint as little as they can."""

    _holding = False
    _asked = False
    _coloured: object = None  # what holds the colours that were looked up

    def weights(self, line_index: int) -> tuple[Weight, ...]:  # noqa: ARG002 -- for areas that give some
        """Return the styles of a line's letters that come from what stands in it."""
        return ()

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Ask to be painted; while an edit is made, a wish for all of it waits until the edit knows its rows."""
        if self._holding and repaint and not (regions or layout or recompose):
            self._asked = True
            return self
        if not regions:
            self._coloured = None  # other colours are told so
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def edit(self, edit: Edit) -> EditResult:
        """Change the text, then paint the rows of the one line that changed, or everything."""
        row = edit.top[0]
        within = row == edit.bottom[0] and self._plain_on(row)
        before = (self._standing(), self._rows_of(row)) if within else None
        self._holding, self._asked = True, False
        try:
            with self.prevent(self.SelectionChanged):  # nobody asks, and every part up to the app would hear
                result = super().edit(edit)
        finally:
            self._holding = False
        if before is not None and self._plain_on(row) and self._standing() == before[0]:
            self._paint_changed(row, before[1])
        elif self._asked:
            self.refresh()
        return result

    def _paint_changed(self, row: int, before: list[Any]) -> None:
        first = self.wrapped_document._line_index_to_offsets[row][0]  # noqa: SLF001 -- told nowhere else
        for number, (was, is_now) in enumerate(zip(before, self._rows_of(row), strict=True)):
            if was != is_now:
                self.refresh_lines(first + number)

    def _standing(self) -> tuple[Any, ...]:
        """Return all by which other lines would look different, or stand elsewhere."""
        return self.wrapped_document.height, self.document.line_count, self.scroll_offset, self.size

    def _rows_of(self, row: int) -> list[Any]:
        """Return all by which each row of a line would look different: letters, weight, cursor, and tabs before it."""
        text, cursor = self.document.get_line(row), self._cursor_offset[1]
        first = self.wrapped_document._line_index_to_offsets[row][0]  # noqa: SLF001 -- told nowhere else
        weights = self.weights(row)
        breaks = [0, *self.wrapped_document.get_offsets(row), len(text)]
        tabs = text if "\t" in text else ""
        return [
            (text[start:end], tabs, number == cursor and self.selection.end, _within(weights, start, end))
            for number, (start, end) in enumerate(pairwise(breaks), first)
        ]

    def _plain_on(self, row: int) -> bool:
        """Tell whether the cursor stands in a line and nothing but the line shows it."""
        start, end = self.selection
        return start == end and end[0] == row and self.matching_bracket_location is None and not self.suggestion

    # --- painting

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return rows; colours are looked up when all is painted."""
        if self._coloured is not self._theme:
            self._coloured = self._theme
            return super().render_lines(crop)
        return ScrollView.render_lines(self, crop)

    def render_line(self, y: int) -> Strip:
        """Return a row; Textual's own way where the area is empty and may say what belongs there."""
        lines = self.document.lines
        return super().render_line(y) if len(lines) == 1 and not lines[0] else self._render_line(y)


def _within(weights: tuple[Weight, ...], start: int, end: int) -> tuple[Weight, ...]:
    """Return the weights of a row, counted from its beginning."""
    return tuple(
        (style, max(begin, start) - start, min(stop, end) - start)
        for style, begin, stop in weights
        if begin < end and stop > start
    )
