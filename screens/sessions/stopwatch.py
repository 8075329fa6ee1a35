"""Stopwatch of a preparation: whether it took ten minutes is told only to who asks."""

from textual.timer import Timer

from journal.language import _
from screens.frame.page import Page

_MINUTE = 60
_TICK = 10  # seconds


class Stopwatch:
    """Counts from the moment a page was opened, and is shown beside its title when asked for."""

    def __init__(self, page: Page) -> None:
        """Take the page that is opened."""
        self._page = page
        self._began = 0.0
        self._shown: Timer | None = None

    def start(self) -> None:
        """Count from now on."""
        self._began = self._page.host.environment.monotonic()

    def show_or_hide(self) -> None:
        """Show how long it has taken so far, or hide it again."""
        if self._shown is None:
            self._shown = self._page.set_interval(_TICK, self._page.refresh_header)
        else:
            self._shown.stop()
            self._shown = None
        self._page.refresh_header()

    @property
    def words(self) -> str:
        """How many minutes it has taken so far; "" while it is hidden."""
        if self._shown is None:
            return ""
        minutes = int(self._page.host.environment.monotonic() - self._began) // _MINUTE
        return _("{count} min").format(count=minutes)
