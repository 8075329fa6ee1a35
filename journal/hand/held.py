"""Key in hand, from the other side: begin to hold one, ask for it, let it go."""

import _socket  # as in `keeper.py`
import os
import stat
import struct
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from errno import ELOOP, ENOTDIR
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from journal import paths
from journal.errors.hand import HandUnavailable, HandUnreachable, NoLockedMemory, UnsafeHand
from journal.files import private_folder
from journal.hand.offering import offered

_Told = TypeVar("_Told")
_PATIENCE = 10.0  # seconds until the process must hold the key


def hold(vault_id: str, key: bytes, seconds: int, header: Path) -> None:
    """Let a process of its own hold the key for so long; one that held it for this vault before gives way.

    It ends when the vault's header is no longer the one that lies there now. Raises HandUnavailable, HandUnreachable,
    NoLockedMemory, UnsafeHand.
    """
    if sys.platform == "win32" or not offered():
        raise HandUnavailable
    let_go(vault_id)
    import subprocess

    from journal.hand import keeper

    folder = _folder(make=True)
    try:
        with keeper.inside(str(folder)):
            pass  # it is looked at once more by the process itself
    except (OSError, keeper.UnsafePlace):
        raise UnsafeHand(path=folder) from None
    command = [sys.executable, "-I", "-S", str(Path(keeper.__file__)), str(folder), _name(vault_id), str(seconds)]
    process = subprocess.Popen(  # noqa: S603 -- our own file, nothing of a person's in it
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}, bufsize=0
    )
    if process.stdin is None or process.stdout is None:
        raise HandUnavailable
    try:
        with suppress(BrokenPipeError):
            process.stdin.write(key)
            process.stdin.write(os.fsencode(header.absolute()))
            process.stdin.close()
        if process.stdout.read(1) != keeper.READY:
            process.wait(_PATIENCE)
            raise NoLockedMemory
    finally:
        process.stdout.close()
    process.returncode = 0  # it stays behind: nobody waits for it


def key_of(vault_id: str) -> bytes | None:
    """Return the key that is held for a vault; None where none is. Raises HandUnreachable, UnsafeHand."""
    if sys.platform == "win32":
        return None
    from journal.hand import keeper

    return _asked(vault_id, keeper.GIVE, lambda answer: _exactly(answer, keeper.KEY))


def seconds_left(vault_id: str) -> int | None:
    """Return how long a key is still held for a vault; None where none is. Raises HandUnreachable, UnsafeHand."""
    if sys.platform == "win32":
        return None
    from journal.hand import keeper

    told = _asked(vault_id, keeper.LEFT, lambda answer: _exactly(answer, 4))
    return None if told is None else int(struct.unpack("!I", told)[0])


def let_go(vault_id: str) -> bool:
    """Let the key of a vault go; return whether one was held. Raises HandUnreachable, UnsafeHand."""
    if sys.platform == "win32":
        return False
    from journal.hand import keeper

    return _asked(vault_id, keeper.END, lambda answer: _exactly(answer, 1)) is not None


def close_again() -> Path | None:
    """Close the folder of the sockets to others, where it is one's own; return it where it was open to them."""
    folder = _folder(make=False)
    if sys.platform == "win32" or not offered():
        return None
    with suppress(OSError):  # none is there, or a link, or another's: who asks there is told
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
        try:
            known = os.fstat(opened)
            if known.st_uid == os.getuid() and stat.S_IMODE(known.st_mode) != stat.S_IRWXU:
                os.fchmod(opened, stat.S_IRWXU)
                return folder
        finally:
            os.close(opened)
    return None


def _asked(vault_id: str, request: bytes, read: Callable[[_socket.socket], _Told | None]) -> _Told | None:
    folder = _folder(make=False)
    if sys.platform == "win32" or not offered():
        return None
    from journal.hand import keeper

    try:
        with keeper.inside(str(folder)):
            if not keeper.is_own_socket(name := _name(vault_id)):
                return None
            with closing(_socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)) as connection:
                connection.settimeout(keeper.PATIENCE)
                connection.connect(name)
                keeper.require_own(connection)
                connection.sendall(request)
                return read(connection)
    except (keeper.UnsafePlace, PermissionError):
        raise UnsafeHand(path=folder) from None
    except (FileNotFoundError, ConnectionRefusedError):  # the folder is gone, or who held the key is
        return None
    except OSError as error:
        if error.errno in (ELOOP, ENOTDIR):
            raise UnsafeHand(path=folder) from None
        raise HandUnreachable from None


def _exactly(connection: _socket.socket, count: int) -> bytes | None:
    told = connection.recv(count, _socket.MSG_WAITALL)
    return told if len(told) == count else None  # it ended meanwhile


def _name(vault_id: str) -> str:
    """Return the name of the socket of a vault; the vault's own name is not told by it."""
    return sha256(f"recul key in hand {vault_id}".encode()).hexdigest()[:24]


def _folder(*, make: bool) -> Path:
    """Return the folder of the sockets: in the one of the session, which ends with it, else beside the log."""
    asked = os.environ.get("XDG_RUNTIME_DIR", "") if sys.platform == "linux" else ""
    folder = (Path(asked) if asked.startswith("/") else paths.state_folder()) / "recul-hand"
    if make:
        private_folder(folder)
    return folder
