"""The database and its log as they were opened: another file under their names must not take over in silence.

A synced folder may replace or remove them while the journal is open. What is written then goes into a file that nobody
finds again, and the system calls it written.
"""

from collections.abc import Iterable
from pathlib import Path

from journal.errors.storage import VaultReplaced

Identity = tuple[int, int]


class OpenedFiles:
    """Which files stood under some names, told by device and number: as long as they are open, no other has these."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._known = {path: _identity(path) for path in paths}

    def require_same(self) -> None:
        """Raise VaultReplaced when another file stands under one of the names, or none."""
        if any(_identity(path) != known for path, known in self._known.items()):
            raise VaultReplaced


def _identity(path: Path) -> Identity | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
