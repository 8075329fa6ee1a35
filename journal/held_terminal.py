"""A terminal held still from the first moment: what is typed stands nowhere, and waits for the first page.

Little is imported here and nothing before: each module would be time in which letters are echoed into the scrollback.
"""

import os
import sys

TYPE_CHECKING = False  # as in typing, which takes longer to import than all of this
if TYPE_CHECKING:
    from types import FrameType, TracebackType
    from typing import Any, Self

_BLIND = "dumb"
_INPUT, _ERROR = 0, 2
_ENDING = ("SIGTERM", "SIGHUP")
_LEAVE = b"\x1b[?2004l\x1b[?25h\x1b[?1049l"
_LEAVE_A_PAGE = b"\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1004l\x1b[?7h\x1b[<u" + _LEAVE


class HeldTerminal:
    """A terminal that echoes nothing and sends each key at once; after the context it is what it was."""

    def __init__(self) -> None:
        self._before: list[Any] | None = None
        self._painted = self._ours = False

    def __enter__(self) -> "Self":
        return self

    def __exit__(
        self, kind: "type[BaseException] | None", error: "BaseException | None", trace: "TracebackType | None"
    ) -> None:
        self.restore()

    @property
    def is_held(self) -> bool:
        """Whether there is a terminal, and it is held."""
        return self._before is not None

    def hold(self) -> None:
        """Hold it; where there is none that could show a page, do nothing."""
        if sys.platform == "win32" or os.environ.get("TERM") == _BLIND or not all(os.isatty(each) for each in range(3)):
            return
        import signal
        import termios

        try:
            before, held = termios.tcgetattr(_INPUT), termios.tcgetattr(_INPUT)
            for name in _ENDING:
                if signal.getsignal(getattr(signal, name)) is signal.SIG_DFL:
                    signal.signal(getattr(signal, name), self._end)
            self._before = before
            # The same that Textual will set, so that nothing changes when it does.
            held[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
            held[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
            held[6][termios.VMIN], held[6][termios.VTIME] = 1, 0
            termios.tcsetattr(_INPUT, termios.TCSANOW, held)  # what was typed already waits on
        except termios.error:
            self.restore()

    def paint(self, frame: str) -> None:
        """Show a first frame in place of the shell; pastes come marked as such from here on."""
        self._painted = self._ours = True
        os.write(_ERROR, f"\x1b[?1049h\x1b[?25l\x1b[?2004h{frame}".encode())

    def pass_on(self) -> bool:
        """Leave the screen to another, who will leave it for the shell; return whether a frame stands on it."""
        painted, self._ours = self._ours, False
        return painted

    def restore(self) -> None:
        """Let the terminal be what it was; what was typed for a page that never came is not for the shell."""
        self._give_back(_LEAVE if self._ours else b"")

    def _give_back(self, leaving: bytes) -> None:
        before, self._before, self._ours = self._before, None, False
        if before is None or sys.platform == "win32":
            return
        import signal
        import termios

        try:
            termios.tcflush(_INPUT, termios.TCIFLUSH)
            termios.tcsetattr(_INPUT, termios.TCSANOW, before)
            os.write(_ERROR, leaving)
        except (termios.error, OSError):  # the terminal is gone
            pass
        for name in _ENDING:
            if signal.getsignal(getattr(signal, name)) == self._end:
                signal.signal(getattr(signal, name), signal.SIG_DFL)

    def _end(self, number: int, _frame: "FrameType | None") -> None:
        """End by a signal, as without a handler, but for the terminal."""
        self._give_back(_LEAVE_A_PAGE if self._painted else b"")
        os.kill(os.getpid(), number)
