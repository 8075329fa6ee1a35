"""Screen that does nothing for a person who does not see it, and shows what has the keys in a window of any size.

Textual counts the page below the uppermost as seen, whatever that one hides: it would be filled, laid out and painted
in full at every draft of what is written above it. And it leaves a column scrolled as it was when the window becomes
smaller, so that the field where one types may be below its end.
"""

from textual.geometry import Size
from textual.screen import ModalScreen

from screens.frame.waiting_updates import PaintedOnce


class SeenScreen(PaintedOnce):
    """A screen that is current only on top, or under dialogs alone."""

    @property
    def is_current(self) -> bool:
        """Whether it can be seen."""
        if not super().is_current:
            return False
        stack = self.app.screen_stack
        return all(isinstance(above, ModalScreen) for above in stack[stack.index(self) + 1 :])

    def _screen_resized(self, size: Size) -> None:
        """Lay out anew for another size alone: at the start Textual tells the same one four times."""
        if size != self._compositor.size:
            super()._screen_resized(size)
            self.call_after_refresh(self._show_focused)

    def _show_focused(self) -> None:
        focused = self.focused
        if focused is not None and not self.find_widget(focused).visible_region:
            focused.scroll_visible(animate=False)
