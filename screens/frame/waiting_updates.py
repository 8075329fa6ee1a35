"""Updates that wait while one goes to a place: a page is painted once they no longer do, and once only.

Textual works out a painting meanwhile and throws it away, and does at once what was to follow it, so that a place which
is seen for the first time waits for both.
"""

from typing import Any

from textual import events
from textual.app import App

from screens.frame.left_once import LeftOnce


class UpdatesWait(App[Any], inherit_bindings=False):
    """An app that shows a place as soon as it stands."""

    def delay_update(self, delay: float = 0.0) -> None:
        """Wait for no fixed time before a page is shown."""

    def _end_batch(self) -> None:
        super()._end_batch()
        if self._screen_stack and isinstance(self.screen, PaintedOnce):
            self.screen.call_next(self.screen.paint_now)


class PaintedOnce(LeftOnce[None]):
    """A screen that is painted, and does what follows it, when updates no longer wait and it is filled."""

    unfilled = False  # made before somebody goes there

    async def _on_idle(self, event: events.Idle) -> None:
        """Keep what follows the painting until then."""
        if self._waits:
            event.prevent_default()

    def _compositor_refresh(self) -> None:
        """Paint nothing that would be thrown away."""
        if self._waits:
            self._repaint_required = True
        else:
            super()._compositor_refresh()

    def paint_now(self) -> None:
        """Paint what has changed: Textual’s timer would wait for a sixtieth of a second."""
        if not self._waits:
            self._on_timer_update()

    def is_gone_to(self) -> bool:
        """Whether one is here now; what was made ahead is painted when the turn in which it is filled is over."""
        if self.unfilled and self.is_current:
            self.unfilled = False
            self.refresh(layout=True)
            self.call_next(self.paint_now)
        return self.is_current

    @property
    def _waits(self) -> bool:
        """Whether nothing is shown now; at the end of the app nothing waits any more."""
        app = self.app
        return app._running and (bool(app._batch_count) or (self.unfilled and self.is_current))  # noqa: SLF001 -- no public way
