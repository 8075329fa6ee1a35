"""Updates that wait while one goes to a place: a page is painted once they no longer do, and once only.

Textual works out a painting meanwhile and throws it away, and does at once what was to follow it, so that a place which
is seen for the first time waits for both.
"""

from typing import Any

from textual import events
from textual.app import App
from textual.screen import Screen


class UpdatesWait(App[Any], inherit_bindings=False):
    """An app that shows a place as soon as it stands."""

    def delay_update(self, delay: float = 0.0) -> None:
        """Wait for no fixed time before a page is shown."""

    def _end_batch(self) -> None:
        super()._end_batch()
        if self._screen_stack and not updates_wait(self):
            self.screen.call_next(self.screen._on_timer_update)  # noqa: SLF001 -- its timer would wait for a sixtieth of a second


class PaintedOnce(Screen[None]):
    """A screen that is painted, and does what follows it, when updates no longer wait."""

    async def _on_idle(self, event: events.Idle) -> None:
        """Keep what follows the painting until then."""
        if updates_wait(self.app):
            event.prevent_default()

    def _compositor_refresh(self) -> None:
        """Paint nothing that would be thrown away."""
        if updates_wait(self.app):
            self._repaint_required = True
        else:
            super()._compositor_refresh()


def updates_wait(app: App[Any]) -> bool:
    """Whether nothing is shown now; at the end of the app nothing waits any more."""
    return bool(app._batch_count) and app._running  # noqa: SLF001 -- no public way
