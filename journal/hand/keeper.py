"""Process that holds one key in one locked page of memory, and hands it to its own user over a private socket.

It runs by itself, with the standard library alone: nothing of Recul is read into it. The key goes from a pipe into the
page and from the page into the socket; it is no object of Python here. It ends after the time told, whatever is asked.
"""

import _socket  # `socket` makes enumerations of its names first: 2 ms of each command that asks
import ctypes
import os
import select
import stat
import struct
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    import socket

assert sys.platform != "win32", "the key in hand exists on Linux and macOS"  # noqa: S101 -- what mypy reads

KEY = 32
GIVE, LEFT, END = b"k", b"s", b"e"  # what can be asked: the key, how many seconds are left, to end
READY = b"."
PATIENCE = 2.0  # seconds for whoever asks
_SILENT, _WAITING = 0.1, 64  # seconds for one who says nothing, while so many others wait
_LOOK, _SLEPT = 1.0, 2.0  # seconds between two looks at the clocks; a clock that runs so far ahead counted sleep
_PR_SET_DUMPABLE, _PT_DENY_ATTACH = 4, 31  # <sys/prctl.h>; <sys/ptrace.h> of macOS
_SOL_LOCAL, _LOCAL_PEERCRED = 0, 1  # <sys/un.h> of macOS

Clock = Callable[[], float]


class UnsafePlace(Exception):
    """The folder or the socket is not its user's alone."""


@contextmanager
def inside(folder: str) -> Iterator[int]:
    """Work in a folder that is one's own and closed to others, followed through no link; yields it, opened."""
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    before = os.open(".", getattr(os, "O_PATH", os.O_RDONLY) | os.O_CLOEXEC)  # it may be closed to reading
    try:
        known = os.fstat(opened)
        if known.st_uid != os.getuid() or stat.S_IMODE(known.st_mode) & 0o077:
            raise UnsafePlace
        os.fchdir(opened)  # names of sockets are short: they are told from here
        yield opened
    finally:
        os.fchdir(before)
        os.close(before)
        os.close(opened)


def is_own_socket(name: str) -> bool:
    """Return whether a name in this folder is a socket of one's own that no other user can reach; False for none."""
    try:
        known = os.lstat(name)
    except FileNotFoundError:
        return False
    if not stat.S_ISSOCK(known.st_mode) or known.st_uid != os.getuid() or stat.S_IMODE(known.st_mode) & 0o077:
        raise UnsafePlace
    return True


def peer(connection: _socket.socket) -> int:
    """Return the user at the other end, as the system tells it."""
    if sys.platform == "linux":
        told = connection.getsockopt(_socket.SOL_SOCKET, _socket.SO_PEERCRED, struct.calcsize("3i"))
        return int(struct.unpack("3i", told)[1])
    told = connection.getsockopt(_SOL_LOCAL, _LOCAL_PEERCRED, 76)  # struct xucred: version, user, groups
    return int(struct.unpack_from("=II", told)[1])


def require_own(connection: _socket.socket) -> None:
    """Raise UnsafePlace when another user is at the other end."""
    if peer(connection) != os.getuid():
        raise UnsafePlace


class LockedPage:
    """One page of memory that is not swapped, not in a core dump and not in a child."""

    def __init__(self) -> None:
        """Take the page; raise OSError where the system does not let it be locked."""
        import mmap  # late: who asks for a key reads this file too

        self._map = mmap.mmap(-1, mmap.PAGESIZE, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._place = ctypes.addressof(ctypes.c_char.from_buffer(self._map))
        if self._libc.mlock(ctypes.c_void_p(self._place), ctypes.c_size_t(len(self._map))):
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
        for advice in filter(None, (getattr(mmap, name, None) for name in ("MADV_DONTDUMP", "MADV_DONTFORK"))):
            self._map.madvise(advice)

    @property
    def key(self) -> memoryview:
        """The place of the key in the page, not a copy."""
        return memoryview(self._map)[:KEY]

    def fill(self, pipe: int) -> bool:
        """Read the key from a pipe into the page; return whether it came whole."""
        filled = 0
        while filled < KEY:
            if not (read := os.readv(pipe, [self.key[filled:]])):
                return False
            filled += read
        return True

    def wipe(self) -> None:
        """Overwrite the page."""
        ctypes.memset(self._place, 0, len(self._map))


def _asleep_too() -> float:
    """Return a monotonic clock that goes on while the machine sleeps."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))  # the former on Linux alone


def _awake() -> float:
    """Return a monotonic clock that stands while the machine sleeps."""
    return time.clock_gettime(getattr(time, "CLOCK_UPTIME_RAW", time.CLOCK_MONOTONIC))  # the former on macOS alone


class Term:
    """The time told: over by the longer of two clocks, or when the machine slept; nothing prolongs it."""

    def __init__(
        self, seconds: float, *, through: Clock = _asleep_too, awake: Clock = _awake, wall: Clock = time.time
    ) -> None:
        self._seconds = seconds
        self._clocks = (through, awake, wall)
        self._since = tuple(clock() for clock in self._clocks)

    @property
    def left(self) -> float:
        """The seconds that are left; 0 once it is over."""
        through, awake, wall = (clock() - since for clock, since in zip(self._clocks, self._since, strict=True))
        slept = through - awake > _SLEPT
        return 0.0 if slept else max(0.0, self._seconds - max(through, wall))


def answer(
    connection: _socket.socket, page: LockedPage, term: Term, *, whose: Callable[[_socket.socket], int] = peer
) -> bool:
    """Answer one who asks, if it is the same user; return whether to go on."""
    connection.settimeout(_SILENT)
    if whose(connection) != os.getuid():
        return True
    asked = connection.recv(1)
    if not (left := term.left):
        return False
    if asked == GIVE:
        connection.sendall(page.key)
    elif asked == LEFT:
        connection.sendall(struct.pack("!I", int(left)))
    elif asked == END:
        page.wipe()
        with suppress(OSError):  # whoever asked has gone: it ends all the same
            connection.sendall(READY)
        return False
    return True


def serve(listening: "socket.socket", page: LockedPage, term: Term, still_wanted: Callable[[], bool]) -> None:
    """Answer until the time is over, one asks to end, or nobody is logged in any more."""
    waiting = select.poll()
    waiting.register(listening, select.POLLIN)
    while term.left and still_wanted():
        if not waiting.poll(min(_LOOK, term.left) * 1000):
            continue
        if not term.left or not still_wanted():
            return
        connection, _address = listening.accept()
        with connection:
            try:
                if not answer(connection, page, term):
                    return
            except OSError:  # whoever asked went away, or said nothing
                continue


def _seen(path: bytes) -> tuple[int, ...]:
    with suppress(OSError):
        known = os.stat(path, follow_symlinks=False)  # noqa: PTH116 -- nothing but the socket is read into this process
        return known.st_ino, known.st_mtime_ns, known.st_size
    return ()


class LoggedIn:
    """Whether all stands as when the key was taken: terminal, first process of the session, socket, vault's header."""

    def __init__(self, name: str, folder: int, header: bytes) -> None:
        self._name, self._folder = name, folder
        self._header, self._seen = header, _seen(header)  # another after a new passphrase, none after withdrawal
        self._socket = os.stat(name, dir_fd=folder, follow_symlinks=False).st_ino
        self._session = os.getsid(0)
        self._foreign = self._is_foreign()  # as where root’s login began the session
        self._terminal: select.poll | None = None
        with suppress(OSError):
            terminal = os.open("/dev/tty", os.O_RDONLY | os.O_NOCTTY | os.O_CLOEXEC)
            self._terminal = select.poll()
            self._terminal.register(terminal, 0)

    def __call__(self) -> bool:
        """Return whether all of them are there."""
        if self._terminal is not None:
            told = self._terminal.poll(0)
            if any(event & (select.POLLHUP | select.POLLERR) for _terminal, event in told):
                return False
        try:
            same = self._is_foreign() == self._foreign  # else the number is another user's by now
        except OSError:
            return False
        return same and self.has_its_socket() and _seen(self._header) == self._seen

    def has_its_socket(self) -> bool:
        """Return whether the socket is still the one that was made here."""
        with suppress(OSError):
            return os.stat(self._name, dir_fd=self._folder, follow_symlinks=False).st_ino == self._socket
        return False

    def _is_foreign(self) -> bool:
        try:
            os.kill(self._session, 0)
        except PermissionError:
            return True
        return False


def close_to_others() -> None:
    """Forbid core dumps and reading by other processes; files are for their owner alone."""
    import resource

    os.umask(0o077)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    libc = ctypes.CDLL(None)
    if sys.platform == "linux":
        libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    elif sys.platform == "darwin":
        libc.ptrace(_PT_DENY_ATTACH, 0, None, 0)


def listening_at(name: str) -> "socket.socket":
    """Return a socket that listens under a name in this folder; one left by a killed process gives way."""
    import socket

    if is_own_socket(name):
        os.unlink(name)  # noqa: PTH108 -- nothing but the socket is read into this process
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    listening.bind(name)
    os.chmod(name, 0o600)  # noqa: PTH101 -- as above
    listening.listen(_WAITING)
    return listening


def _ended(_number: int, _frame: object) -> None:
    raise SystemExit


def main(folder: str, name: str, seconds: str) -> None:
    """Take the key from standard input, say that it is held, and hold it."""
    close_to_others()
    import signal  # late, as above

    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, _ended)
    for passing in (signal.SIGINT, signal.SIGTSTP, signal.SIGPIPE):  # of what runs in the terminal meanwhile
        signal.signal(passing, signal.SIG_IGN)
    os.chdir("/")  # where one stood is kept from nobody
    page = LockedPage()
    with inside(folder) as opened:
        try:
            if not page.fill(0):
                return
            header = b"".join(iter(lambda: os.read(0, 4096), b""))  # where it lies: the rest of what was told
            term = Term(float(seconds))
            with listening_at(name) as listening:
                wanted = LoggedIn(name, opened, header)
                try:
                    os.write(1, READY)
                    _let_go_of_streams()
                    serve(listening, page, term, wanted)
                finally:
                    page.wipe()
                    if wanted.has_its_socket():
                        os.unlink(name, dir_fd=opened)
        finally:
            page.wipe()


def _let_go_of_streams() -> None:
    for stream in (0, 1, 2):
        os.dup2(os.open(os.devnull, os.O_RDWR | os.O_CLOEXEC), stream)


if __name__ == "__main__":
    main(*sys.argv[1:])
