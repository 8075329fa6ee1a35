"""A terminal held still from the first moment: what is typed stands nowhere, and waits for the first page.

Little is imported here and nothing before: each module would be time in which letters are echoed into the scrollback.
"""

import os
import sys

TYPE_CHECKING = False  # as in typing, which takes longer to import than all of this
if TYPE_CHECKING:
    from types import FrameType, TracebackType
    from typing import Any, Self

INTERRUPTED = 130  # what shells tell of a program ended by Ctrl+C
_BLIND = "dumb"
_INPUT, _ERROR = 0, 2
_ENDING = ("SIGTERM", "SIGHUP", "SIGINT")
_HANDED_ON = "RECUL_HELD"
_MODES = 6  # of a terminal's settings, before its special characters
_LARGEST, _BYTE = 2**32 - 1, 0xFF
_DIGITS = len(str(_LARGEST))
_OTHER_SIGNALS = ("VQUIT", "VSUSP", "VDSUSP")  # what keys send beside Ctrl+C
_LEAVE = b"\x1b[?2004l\x1b[?25h\x1b[?1049l"
_LEAVE_A_PAGE = b"\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1004l\x1b[?7h\x1b[<u" + _LEAVE


class HeldTerminal:
    """A terminal that echoes nothing and sends each key at once; after the context it is what it was."""

    def __init__(self) -> None:
        self._before: list[Any] | None = None
        self._shown = self._ours = False

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

        handed = os.environ.pop(_HANDED_ON, "")
        try:
            held = termios.tcgetattr(_INPUT)
            self._before = _told(handed, len(held[6])) or termios.tcgetattr(_INPUT)
            for number in _numbers():
                if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
                    signal.signal(number, self._end)
            # What Textual will set, so that nothing changes when it does; but Ctrl+C, and it alone, ends a start.
            held[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
            held[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
            held[6][termios.VMIN], held[6][termios.VTIME] = 1, 0
            for name in _OTHER_SIGNALS:
                if hasattr(termios, name):
                    held[6][getattr(termios, name)] = os.fpathconf(_INPUT, "PC_VDISABLE") & _BYTE
            termios.tcsetattr(_INPUT, termios.TCSANOW, held)  # what was typed already waits on
        except termios.error:
            self.restore()
        if handed:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _numbers())

    def paint(self, frame: str) -> None:
        """Show a first frame in place of the shell; pastes come marked as such from here on."""
        self._shown = self._ours = True
        os.write(_ERROR, f"\x1b[?1049h\x1b[?25l\x1b[?2004h{frame}".encode())

    def pass_on(self) -> bool:
        """Leave the screen to another, who will leave it for the shell; return whether a frame stands on it."""
        painted, self._ours, self._shown = self._ours, False, True
        return painted

    def hand_on(self) -> "dict[str, str]":
        """Leave the terminal held for the process image that comes next; return the variables that tell it so.

        Signals that would end the process wait until that image can answer them.
        """
        before = self._before
        if before is None or sys.platform == "win32":
            return {}
        import signal

        for number in _numbers():
            signal.signal(number, self._end)
        signal.pthread_sigmask(signal.SIG_BLOCK, _numbers())
        return {_HANDED_ON: _as_text(before)}

    def restore(self) -> None:
        """Let the terminal be what it was; what was typed for a page that never came is not for the shell."""
        self._give_back(_LEAVE if self._ours else b"")
        self._ours = False

    def _give_back(self, leaving: bytes, screen: int = _ERROR) -> None:
        before = self._before
        if before is None or sys.platform == "win32":
            return
        import termios

        try:
            termios.tcflush(_INPUT, termios.TCIFLUSH)
            termios.tcsetattr(_INPUT, termios.TCSANOW, before)
            os.write(screen, leaving)
        except (termios.error, OSError):  # the terminal is gone
            pass
        self._before = None  # only now: a signal meanwhile does all of it again

    def _end(self, number: int, _frame: "FrameType | None") -> None:
        """End by a signal, as without a handler, but for the terminal; an exception could be lost on its way."""
        import signal

        screen = os.dup(_ERROR)
        os.dup2(os.open(os.devnull, os.O_WRONLY), _ERROR)  # a thread may be painting a page
        self._give_back(_LEAVE_A_PAGE if self._shown else b"", screen)
        if number == signal.SIGINT:
            os._exit(INTERRUPTED)
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)


def _numbers() -> "list[int]":
    import signal

    return [getattr(signal, name) for name in _ENDING]


def _as_text(settings: "list[Any]") -> str:
    """Return the settings of a terminal as numbers in a row."""
    *modes, signs = settings
    return " ".join(str(each if isinstance(each, int) else each[0]) for each in (*modes, *signs))


def _told(text: str, signs: int) -> "list[Any] | None":
    """Return the settings that were so told, of a system with so many special characters; None where they are none."""
    numbers = [
        min(int(each), _LARGEST) for each in text.split() if each.isascii() and each.isdigit() and len(each) <= _DIGITS
    ]
    return [*numbers[:_MODES], numbers[_MODES:]] if len(numbers) == _MODES + signs else None
