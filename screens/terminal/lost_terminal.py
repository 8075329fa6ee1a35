"""A terminal that may vanish: the app must still keep its drafts and close the vault when its window is gone."""

from collections.abc import Callable
from contextlib import suppress
from io import TextIOWrapper
from typing import IO, Any

_OTHER_SCREEN = "\x1b[?1049h"


class LostTerminal:
    """The terminal's stream; what can no longer be shown is dropped.

    Textual's writing thread would die of the first refusal, and its bounded queue then stop the whole program with the
    vault open.
    """

    def __init__(self, stream: IO[str], screen_taken: Callable[[], bool] = lambda: False) -> None:
        """Take the stream, and what is told when the screen is taken over and says whether a frame is on it already."""
        self._stream = stream
        self._screen_taken = screen_taken
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a sign that the terminal lacks takes one cell, not six

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        """Write, or drop; the other screen is not asked for twice, since terminals clear it then."""
        if text == _OTHER_SCREEN and self._screen_taken():
            return len(text)
        return self._or_nothing(self._stream.write, text) or 0

    def flush(self) -> None:
        """Flush, or drop."""
        self._or_nothing(self._stream.flush)

    @staticmethod
    def _or_nothing(call: Callable[..., Any], *given: str) -> Any:
        with suppress(OSError):
            return call(*given)
        return None
