"""Autosave: keeps what is half-written a moment after the first key, on every page one writes on."""

from collections.abc import Callable

from textual.timer import Timer

from screens.frame.page import Page
from screens.frame.resting import still_there


class Autosave:
    """Waits from the first key on; typing on does not put it off."""

    def __init__(self, page: Page, keep: Callable[[], None]) -> None:
        """Take the page that is typed on, and what hands its text to the save queue."""
        self._page, self._keep = page, keep
        self.waiting: Timer | None = None

    def typed(self) -> None:
        """Hear that something was typed."""
        if self.waiting is None:
            self.waiting = self._page.set_timer(self._page.host.environment.delays.draft, self.due)

    def stop(self) -> None:
        """Wait no more: what stands there was just kept, or given up."""
        if self.waiting is not None:
            self.waiting.stop()
            self.waiting = None

    def due(self) -> None:
        """Keep it: the wait is over. A page that left kept its text then."""
        self.waiting = None
        if still_there(self._page):
            self._keep()
