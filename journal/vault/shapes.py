"""Shapes that may stand in a vault's folder: plain files and folders of its own, and nothing that leads elsewhere.

Half of a vault would otherwise be written here and the other half there, and a pipe would be waited for.
"""

from contextlib import suppress
from pathlib import Path

from journal.plain_files import require_folder, require_plain
from journal.vault import connection, header, inbox, lock, rekeyed

UNFINISHED = "new-journal.db"
"""The database of a vault that is being made."""

FILES = (
    header.NAME,
    header.MIRROR,
    lock.NAME,
    UNFINISHED,
    *(f"{connection.NAME}{ending}" for ending in ("", "-wal", "-shm", "-journal")),
)
_WAITING = tuple(f"{rekeyed.READY}/{name}" for name in (header.NAME, connection.NAME, rekeyed.OLD_INBOX))
FOLDERS = (inbox.FOLDER, rekeyed.READY, rekeyed.PREPARING)


def require(folder: Path) -> None:
    """Raise AlteredVault when a name of the vault is anything but what a vault has there; what is missing is not."""
    for names, required in ((FOLDERS, require_folder), (FILES, require_plain), (_WAITING, require_plain)):
        for path in map(folder.joinpath, names):
            with suppress(OSError):
                required(path.lstat(), path)
