"""A program in a pseudo-terminal, watched from outside: what it shows, and when.

Output is stamped when it is read and only then given to the emulator (pyte), so that the emulator's own cost is in no
figure. Nothing of the program under test is imported.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Self

import pyte

_CHUNK = 65536


class Silent(AssertionError):
    """The program did not show what was awaited; the text is what it showed instead."""


class _Screen(pyte.Screen):
    """An emulated screen that answers what programs ask terminals."""

    def __init__(self, columns: int, rows: int, answer: Callable[[bytes], object]) -> None:
        self._answer = answer
        super().__init__(columns, rows)

    def write_process_input(self, data: str) -> None:
        self._answer(data.encode())

    def select_graphic_rendition(self, *attributes: int, private: bool = False) -> None:
        if not private:  # CSI > … m sets keyboard modes and no colour
            super().select_graphic_rendition(*attributes)


class Probe:
    """A running program and its screen; use as a context manager, which ends the program."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.raw = bytearray()
        self.started = time.perf_counter()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            size = struct.pack("HHHH", rows, columns, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            variables = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(environment or {})}
            try:
                os.execvpe(command[0], list(command), variables)  # noqa: S606 -- the program under test
            finally:
                os._exit(127)
        self._screen = _Screen(columns, rows, self._write)
        self._stream = pyte.ByteStream(self._screen)
        self.code: int | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.code is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        if self._terminal >= 0:
            os.close(self._terminal)

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(self._screen.display)

    @property
    def echoes(self) -> bool:
        """Whether the terminal shows what is typed and waits for whole lines, as a shell wants it."""
        flags = termios.tcgetattr(self._terminal)[3]
        return all(flags & each for each in (termios.ECHO, termios.ICANON, termios.ISIG))

    def looks(self, lines: int) -> list[object]:
        """Return the letters of the first lines with their colours: a cursor that moves changes nothing else."""
        return [[self._screen.buffer[y][x] for x in range(self._screen.columns)] for y in range(lines)]

    def _write(self, data: bytes) -> None:
        if self._terminal >= 0:
            os.write(self._terminal, data)

    def send(self, data: bytes) -> None:
        """Send bytes as they are."""
        self._write(data)

    def type(self, keys: str) -> float:
        """Send keys as a terminal would; return the moment (perf_counter)."""
        moment = time.perf_counter()
        self._write(keys.encode())
        return moment

    def _read(self, timeout: float) -> tuple[float, bytes] | None:
        if self._terminal < 0:
            select.select([], [], [], max(0.0, timeout))  # nothing will come: whoever waits takes no processor
            return None
        if not select.select([self._terminal], [], [], max(0.0, timeout))[0]:
            return None
        try:
            data = os.read(self._terminal, _CHUNK)
        except OSError:  # the program closed its side
            data = b""
        self.raw += data
        return (time.perf_counter(), data) if data else None

    def until(self, shown: str | Callable[[str], bool], timeout: float = 30.0) -> float:
        """Read until something is shown; return the moment at which it had arrived. Raises Silent."""
        there = shown if callable(shown) else lambda text: shown in text
        end = time.perf_counter() + timeout
        while not there(self.text):
            chunk = self._read(min(0.5, end - time.perf_counter()))
            if chunk is not None:
                self._stream.feed(chunk[1])
                moment = chunk[0]
                if there(self.text):
                    return moment
            elif time.perf_counter() >= end or self._ended():
                raise Silent(self.text)
        return time.perf_counter()

    def settle(self, quiet: float = 0.2, longest: float = 3.0) -> None:
        """Read until nothing has come for a while, or for the longest while (seconds)."""
        end = time.perf_counter() + longest
        while time.perf_counter() < end and (chunk := self._read(quiet)) is not None:
            self._stream.feed(chunk[1])

    def heard(self, quiet: float = 0.25, longest: float = 10.0) -> Iterator[float]:
        """Give the moment of each piece of output, with the screen as it is then, until nothing came for a while.

        All of it is read before the emulator is given any: a program that writes much would wait for it.
        """
        pieces, wait = [], longest
        while (piece := self._read(wait)) is not None:
            pieces.append(piece)
            wait = quiet
        for moment, data in pieces:
            self._stream.feed(data)
            yield moment

    def hang_up(self) -> None:
        """Close the terminal, as a closed window does: the program receives SIGHUP."""
        os.close(self._terminal)
        self._terminal = -1

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def _ended(self) -> bool:
        if self.code is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.code = os.waitstatus_to_exitcode(status)
        return self.code is not None

    def end(self, timeout: float = 20.0) -> int:
        """Read until the program has ended; return its exit code. Raises Silent when it does not end."""
        end = time.perf_counter() + timeout
        while not self._ended():
            if time.perf_counter() > end:
                raise Silent(self.text)
            chunk = self._read(0.05)
            if chunk is not None:
                self._stream.feed(chunk[1])
        while (chunk := self._read(0.05)) is not None:
            self._stream.feed(chunk[1])
        return self.code if self.code is not None else -1
