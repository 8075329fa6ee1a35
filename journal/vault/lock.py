"""One writer: a lock on the vault that the system releases when its holder dies."""

import errno
import os
import sys
from pathlib import Path
from typing import Protocol

from journal.errors import VaultBusy
from journal.files import storage_errors

NAME = "vault.lock"


class Held(Protocol):
    """A lock that is held until it is released, or forgotten."""

    def release(self) -> object:
        """Let another have it; releasing twice is harmless."""


class _SystemLock:
    """The system's own lock on an open file."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None and sys.platform != "win32":
            import fcntl

            try:  # a process that was begun meanwhile may have the file open for a moment still
                fcntl.flock(descriptor, fcntl.LOCK_UN)
            finally:
                os.close(descriptor)

    def __del__(self) -> None:
        self.release()


def hold(folder: Path) -> Held:
    """Return the lock, held. Raises VaultBusy at once when another process or window has it."""
    path = folder / NAME
    with storage_errors(path):
        if sys.platform != "win32":
            try:
                return _locked(path)
            except OSError as error:
                if error.errno != errno.ENOSYS:
                    raise
        return _locked_otherwise(path)


def _locked(path: Path) -> Held:
    """Return the lock that `filelock` takes too, without its import, which takes as long as opening a vault does."""
    if sys.platform == "win32":
        raise NotImplementedError
    import fcntl

    flags = os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    made = False
    try:  # the file stays when the lock goes: a name that was removed could be locked by two
        descriptor = os.open(path, flags)
    except FileNotFoundError:
        descriptor = os.open(path, flags | os.O_CREAT, 0o600)
        made = True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        removed = not os.fstat(descriptor).st_nlink  # before it was locked
    except OSError as error:
        os.close(descriptor)
        if error.errno in (errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK):
            raise VaultBusy from error
        if error.errno == errno.ENOSYS and made:  # where the file itself is the lock, it would be one
            path.unlink()
        raise
    held = _SystemLock(descriptor)
    if removed:
        held.release()
        raise VaultBusy
    return held


def _locked_otherwise(path: Path) -> Held:
    """Return the lock of a system, or a disk, that has no such locks."""
    from filelock import FileLock, Timeout

    lock = FileLock(path, timeout=0, mode=0o600, thread_local=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise VaultBusy from error
    return lock
