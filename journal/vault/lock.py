"""One writer: a lock on the vault that the system releases when its holder dies."""

from pathlib import Path

from filelock import FileLock, Timeout

from journal.errors import VaultBusy
from journal.files import storage_errors

NAME = "vault.lock"


def hold(folder: Path) -> FileLock:
    """Return the lock, held. Raises VaultBusy at once when another process or window has it."""
    lock = FileLock(folder / NAME, timeout=0, mode=0o600, thread_local=False)
    with storage_errors(folder / NAME):
        try:
            lock.acquire()
        except Timeout as error:
            raise VaultBusy from error
    return lock
