"""Area in which a key paints the rows it changes, where Textual paints all that are seen.

Textual's area asks for all of itself whenever the cursor moves. Most keys change one line: nothing else is different as
long as the text has as many rows as before and stands where it stood, nothing is selected and no brackets are matched.
"""

from typing import Any, Self

from textual.geometry import Region
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult


class NarrowPainting(TextArea):
    """An area whose edits paint as little as they can."""

    _holding = False
    _asked = False

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Ask to be painted; while an edit is made, a wish for all of it waits until the edit knows its rows."""
        if self._holding and repaint and not (regions or layout or recompose):
            self._asked = True
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def edit(self, edit: Edit) -> EditResult:
        """Change the text, then paint the rows of the one line that changed, or everything."""
        row, before = edit.top[0], self._standing()
        within = row == edit.bottom[0] and self._plain_on(row)
        self._holding, self._asked = True, False
        try:
            result = super().edit(edit)
        finally:
            self._holding = False
        if within and self._plain_on(row) and self._standing() == before:
            rows = self.wrapped_document._line_index_to_offsets[row]  # noqa: SLF001 -- told nowhere else
            self.refresh_lines(rows[0], len(rows))
        elif self._asked:
            self.refresh()
        return result

    def _standing(self) -> tuple[Any, ...]:
        """Return all by which other lines would look different, or stand elsewhere."""
        return self.wrapped_document.height, self.document.line_count, self.scroll_offset, self.size

    def _plain_on(self, row: int) -> bool:
        """Tell whether the cursor stands in a line and nothing but the line shows it."""
        start, end = self.selection
        return start == end and end[0] == row and self.matching_bracket_location is None and not self.suggestion
