"""Keys typed before the first page stands: kept in their order, shown as so many dots, never as what they are."""

import os
import select
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Lock, Thread

_BACKSPACE, _CLEAR = "\x7f", "\x15"
_MOST = 1000  # letters; a field that takes more has the others from the keys
_CHUNK = 4096


class TypedAhead:
    """What is typed until a page takes it; without a terminal to read from, nothing."""

    def __init__(self) -> None:
        self.for_next = False
        """Whether what is typed now is left in the terminal, for the page that a lock leads to."""
        self._typed = bytearray()
        self._lock = Lock()
        self._stands = Event()
        self._show: Callable[[int], None] | None = None
        self._stop: int | None = None
        self._thread: Thread | None = None

    def begin(self, terminal: int, show: Callable[[int], None]) -> None:
        """Read from a terminal that is held, and have shown how many letters its covered field would hold."""
        self._show = show
        ended, self._stop = os.pipe()
        self._thread = Thread(target=self._read, args=(terminal, ended), name="typed-ahead", daemon=True)
        self._thread.start()

    def _read(self, terminal: int, ended: int) -> None:
        with suppress(OSError):  # the terminal is gone
            while ended not in select.select([terminal, ended], [], [])[0] and (read := os.read(terminal, _CHUNK)):
                self._keep(read)
        os.close(ended)

    def _keep(self, read: bytes) -> None:
        with self._lock:
            self._typed += read
            if self._show is not None:
                self._show(len(plain(self._typed)[0]))

    def text(self) -> str:
        """Return what a field holds after what was typed so far; from now on the page shows it, and nobody else."""
        with self._lock:
            self._show = None
            text, length = plain(self._typed)
            _wipe(self._typed, length)
        return text

    def rest(self) -> bytes:
        """Return what was typed after that, and read no more."""
        if self._thread is not None and self._stop is not None:
            os.close(self._stop)
            self._thread.join()
            self._thread = None
        rest = bytes(self._typed)
        _wipe(self._typed, len(rest))
        return rest

    def release(self) -> None:
        """Let keys come: the first page stands."""
        self._stands.set()

    def wait(self, seconds: float) -> bool:
        """Wait for the first page, but not for long; return whether it stands."""
        return self._stands.wait(seconds)


def plain(typed: bytes | bytearray) -> tuple[str, int]:
    """Return what a field would hold after the keys that only write and erase, and how many bytes these are."""
    letters: list[str] = []
    length = 0
    for sign in typed.decode("utf-8", "surrogateescape"):
        if sign == _BACKSPACE:
            letters = letters[:-1]
        elif sign == _CLEAR:
            letters = []
        elif sign.isprintable() and len(letters) < _MOST:
            letters.append(sign)
        else:
            break
        length += len(sign.encode())
    return "".join(letters), length


def _wipe(typed: bytearray, length: int) -> None:
    typed[:length] = bytes(length)
    del typed[:length]
