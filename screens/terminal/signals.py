"""Signals that would leave text on a screen or lose it: each becomes a lock or an orderly end (hazard 6)."""

import asyncio
import signal
from collections.abc import Callable

_ENDING = ("SIGTERM", "SIGHUP", "SIGINT", "SIGBREAK")
_SUSPENDING = ("SIGTSTP",)


def listen(loop: asyncio.AbstractEventLoop, *, end: Callable[[], None], suspend: Callable[[], None]) -> None:
    """Call `end` or `suspend` in the loop when a signal comes; replaces what Textual's driver set."""
    for names, answer in ((_ENDING, end), (_SUSPENDING, suspend)):
        for name in names:
            number = getattr(signal, name, None)
            if number is None:
                continue
            try:
                loop.add_signal_handler(number, answer)
            except NotImplementedError:  # Windows: the handler runs between two bytecodes, so it hands over to the loop
                signal.signal(number, lambda *_, answer=answer: loop.call_soon_threadsafe(answer))
