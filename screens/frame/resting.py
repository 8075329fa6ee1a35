"""Rest of the hand: what may wait until no key has come for a while, so that no key waits for it."""

import asyncio
from collections.abc import Callable


class Rest:
    """Does one thing once the hand rests; each key puts it off."""

    def __init__(self, then: Callable[[], None]) -> None:
        """Take what is done."""
        self._then = then
        self._waiting: asyncio.TimerHandle | None = None

    def begin(self, seconds: float) -> None:
        """Wait so long from now on, whatever was waited for before."""
        self.stop()
        self._waiting = asyncio.get_running_loop().call_later(seconds, self._then)

    def stop(self) -> None:
        """Wait no more."""
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
