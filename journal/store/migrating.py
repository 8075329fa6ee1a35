"""Migration of a database to this version: a new one is made at once, an older one is backed up first."""

import os
from datetime import datetime
from typing import TYPE_CHECKING

from journal.errors import DamagedVault, NewerFormat
from journal.errors.storage import ReadOnlyDisk
from journal.store.migrations import STEPS, VERSION, Steps
from journal.vault.connection import Connection

if TYPE_CHECKING:
    from journal.vault.vault import OpenVault

BACKUPS = "backups"


def bring_up(connection: Connection, vault: "OpenVault", *, steps: Steps = STEPS) -> None:
    """Make the tables of a new database, or take an older one to the last of the steps after a verified backup.

    Raises NewerFormat, DamagedVault (no version where tables are), ReadOnlyDisk and the storage errors.
    """
    found, newest = version(connection), max(steps)
    if found == newest:
        return
    if found > newest:
        raise NewerFormat
    if not found and _has(connection, "entry"):
        raise DamagedVault
    if vault.read_only:
        raise ReadOnlyDisk
    if found:
        _back_up(vault)
    connection.execute("BEGIN IMMEDIATE")  # one transaction: killed half-way, the database is as it was
    try:
        if not found:
            _make(connection)
        for step in range((found or VERSION) + 1, newest + 1):
            steps[step](connection)
        _stamp(connection, newest)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def version(connection: Connection) -> int:
    """Return the version that a database is at, 0 for one without tables; the first ones kept it in a table."""
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    if not number and _has(connection, "alembic_version"):
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        number = row[0] if row and str(row[0]).isdecimal() else 0
    return int(number)


def _has(connection: Connection, table: str) -> bool:
    found = connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    return found is not None


def _make(connection: Connection) -> None:
    from journal.store.schema import TRIGGERS_AND_INDEX
    from journal.store.tables import statements

    for statement in (*statements(), *TRIGGERS_AND_INDEX):
        connection.execute(statement)
    connection.execute("INSERT INTO secret VALUES ('validation', ?)", (os.urandom(32),))


def _stamp(connection: Connection, number: int) -> None:
    """Note the version, in the table as well where the first versions look: they say "newer" then, not "damaged"."""
    connection.execute("CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32) PRIMARY KEY)")
    connection.execute("DELETE FROM alembic_version")
    connection.execute("INSERT INTO alembic_version VALUES (?)", (f"{number:04}",))
    connection.execute(f"PRAGMA user_version = {number:d}")


def _back_up(vault: "OpenVault") -> None:
    from journal.files import private_folder
    from journal.vault.backup import backup

    backup(vault, private_folder(vault.folder / BACKUPS), datetime.now().astimezone())
