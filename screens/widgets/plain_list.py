"""Widget: a list that ends where it ends, and whose chosen row is plain to see."""

from textual.reactive import reactive
from textual.strip import Strip
from textual.style import Style
from textual.widgets import OptionList

from screens.widgets.reverse import plainer, with_reverse


class PlainList(OptionList):
    """Goes from the last row to no other, and shows the chosen one without a quiet word.

    A key paints the row it leaves and the row it comes to, where Textual paints all that are seen.
    """

    highlighted: reactive[int | None] = reactive(None, repaint=False)

    def _watch_highlighted(self, before: int | None, now: int | None) -> None:
        """Paint the two rows that look different now, before Textual scrolls."""
        for row in (before, now):
            if row in self._index_to_line:
                self.refresh_lines(self._index_to_line[row], self._heights[row])

    def get_visual_style(self, *component_classes: str, partial: bool = False) -> Style:
        """Return how a part looks."""
        style = super().get_visual_style(*component_classes, partial=partial)
        return with_reverse(self, style, *component_classes)

    def render_line(self, y: int) -> Strip:
        """Return a line; in the chosen row quiet words are as strong as the others."""
        strip = super().render_line(y)
        return plainer(strip, self.app.theme_variables) if self._is_chosen(y) else strip

    def _is_chosen(self, y: int) -> bool:
        at = self.scroll_offset.y + y
        return (
            self.has_focus
            and self.highlighted is not None
            and at < len(self._lines)
            and self._lines[at][0] == self.highlighted
        )

    def action_cursor_down(self) -> None:
        """Go down; the end is the end."""
        self._go("down")

    def action_cursor_up(self) -> None:
        """Go up; the beginning is the beginning."""
        self._go("up")

    def _go(self, way: str) -> None:
        """Go one row on, and stay where one is when that would be round the other end."""
        at, down = self.highlighted, way == "down"
        super().action_cursor_down() if down else super().action_cursor_up()
        now = self.highlighted
        if at is not None and now is not None and (now < at if down else now > at):
            self.highlighted = at
