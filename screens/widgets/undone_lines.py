"""Area whose cursor is looked for only in lines that are there.

Textual 8.2 undoes lines, then takes the scrollbar away, which scrolls to where the cursor was, and only then puts the
cursor back: a long paste that was undone ended the page.
"""

from textual.geometry import Offset
from textual.widgets import TextArea


class UndoneLines(TextArea):
    """An area that waits with scrolling until the cursor stands in its text again."""

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:  # noqa: FBT001, FBT002 -- Textual's signature
        """Scroll to the cursor, and return by how much; not at all while its line is gone."""
        if self.cursor_location[0] >= self.document.line_count:
            return Offset()
        return super().scroll_cursor_visible(center, animate)
