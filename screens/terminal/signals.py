"""Signals that would leave text on a screen or lose it: each becomes a lock or an orderly end (hazard 6)."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

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
    _resume_on_a_terminal_alone()


def _resume_on_a_terminal_alone() -> None:
    """Let the driver take the terminal up again only where there is one.

    With the hang-up of a terminal comes SIGCONT too: taking up what is gone, in the middle of an end, never ended.
    """
    number = getattr(signal, "SIGCONT", None)
    resume = signal.getsignal(number) if number is not None else None
    if number is None or not callable(resume):
        return

    def answer(which: int, frame: FrameType | None) -> None:
        with suppress(ValueError, OSError, AttributeError):
            if os.isatty(sys.__stdin__.fileno()):  # type: ignore[union-attr]  # none: there is no terminal
                resume(which, frame)

    signal.signal(number, answer)
