"""Rest of the hand: what may wait until no key has come for a while, so that no key waits for it."""

import asyncio
from collections.abc import Callable

from textual.widget import Widget


class Rest:
    """Does one thing for a page or a part of one once the hand rests; each key puts it off."""

    def __init__(self, of: Widget, then: Callable[[], object]) -> None:
        """Take what it is done for, and what is done."""
        self._of, self._then = of, then
        self._waiting: asyncio.TimerHandle | None = None

    def begin(self, seconds: float) -> None:
        """Wait so long from now on, whatever was waited for before."""
        self.stop()
        self._waiting = asyncio.get_running_loop().call_later(seconds, self.due)

    def stop(self) -> None:
        """Wait no more; nothing is said when nothing was waited for."""
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def due(self) -> None:
        """Have it done: the wait is over. In the turn of what it is for, so that a fault there costs no other page."""
        self._waiting = None
        self._of.call_later(self._in_turn)  # refused in silence by what has left

    def _in_turn(self) -> None:
        if still_there(self._of):
            self._then()


def still_there(widget: Widget) -> bool:
    """Whether a page or a part of one is whole: one that is leaving hears messages when its parts are gone already."""
    return widget.is_running and widget.is_attached and not widget._pruning  # noqa: SLF001 -- nothing public tells it
