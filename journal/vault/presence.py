"""Presence of a vault: told without importing what opens it, since the first screen must paint at once."""

import os
from pathlib import Path

from journal.errors import DamagedVault
from journal.vault import connection, header


def exists(folder: Path) -> bool:
    """Return whether the folder holds a vault, be it damaged or a link that leads nowhere."""
    return any(os.path.lexists(folder / name) for name in (header.NAME, header.MIRROR, connection.NAME))


def require_absent(folder: Path) -> None:
    """Raise VaultExists where a vault is."""
    if exists(folder):
        from journal.errors.refusals import VaultExists

        raise VaultExists(path=folder)


def require_free(folder: Path) -> None:
    """Raise VaultExists or FolderNotEmpty unless a vault can come into this folder."""
    require_absent(folder)
    if os.path.lexists(folder) and (not folder.is_dir() or any(folder.iterdir())):
        from journal.errors.refusals import FolderNotEmpty

        raise FolderNotEmpty(path=folder)


def require_database(database: Path) -> None:
    """Raise DamagedVault where a vault has no database: an empty file would become a new, empty journal."""
    if not database.exists() or not database.stat().st_size:
        raise DamagedVault


def can_write(folder: Path) -> bool:
    """Return whether a vault can be written to."""
    database = folder / connection.NAME
    return os.access(folder, os.W_OK) and (not database.exists() or os.access(database, os.W_OK))
