"""Presence of a vault: told without importing what opens it, since the first screen must paint at once."""

import os
from pathlib import Path

from journal.errors.refusals import FolderNotEmpty, VaultExists
from journal.vault import connection, header


def exists(folder: Path) -> bool:
    """Return whether the folder holds a vault, be it damaged or a link that leads nowhere."""
    return any(os.path.lexists(folder / name) for name in (header.NAME, header.MIRROR, connection.NAME))


def require_absent(folder: Path) -> None:
    """Raise VaultExists where a vault is."""
    if exists(folder):
        raise VaultExists(path=folder)


def require_free(folder: Path) -> None:
    """Raise VaultExists or FolderNotEmpty unless a vault can come into this folder."""
    require_absent(folder)
    if os.path.lexists(folder) and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderNotEmpty(path=folder)
