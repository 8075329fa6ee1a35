"""Rows of a long list as they were last painted: a list that scrolls paints only those that come into sight."""

from collections.abc import Hashable

from textual.cache import LRUCache
from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual
from textual.widget import Widget

from journal.model.entry import EntryLine
from screens.widgets.entry_row import Look, drawn
from screens.widgets.reverse import plainer

_MOST = 128  # rows that are remembered, two or three windows


class PaintedRows:
    """Painted rows of one list, by all that makes them look as they do."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._painted: LRUCache[Hashable, Strip] = LRUCache(_MOST)

    def forget(self) -> None:
        """Remember none: nobody sees them."""
        self._painted.clear()

    def row(self, line: EntryLine, look: Look, style: Style, *, chosen: bool) -> Strip:
        """Return a row in its style; the chosen one has no quiet words."""
        key = (line, look, style, chosen, self._widget.app.theme)
        strip = self._painted.get(key)
        if strip is None:
            strip = self.strip(drawn(line, look), look.width + 1, style)
            if chosen:
                strip = plainer(strip, self._widget.app.theme_variables)
            self._painted[key] = strip
        return strip

    def strip(self, content: Content, width: int, style: Style) -> Strip:
        """Return one line of some words."""
        strips = Visual.to_strips(self._widget, content, width, 1, style, pad=True)
        return strips[0].extend_cell_length(width, style.rich_style)
