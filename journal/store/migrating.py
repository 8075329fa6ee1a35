"""Bringing a database to this version: a new one is made at once, an older one is backed up first.

The version is Alembic's own table, read here by plain SQL, so that Alembic is imported only when there is work.
"""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine

from journal.errors import DamagedVault, NewerFormat, ReadOnlyDisk

if TYPE_CHECKING:
    from journal.vault.vault import OpenVault

HEAD = "0002"
"""The newest revision that this version of Recul knows."""

SCRIPTS = Path(__file__).parent / "migrations"
BACKUPS = "backups"


def bring_up(engine: Engine, vault: "OpenVault", *, head: str = HEAD, scripts: Path = SCRIPTS) -> None:
    """Make the tables of a new database, or take an older one to `head` after a verified backup.

    Raises NewerFormat, DamagedVault (no version where tables are), ReadOnlyDisk and the storage errors.
    """
    with engine.connect() as connection:
        found = version(connection)
        empty = found is None and not _has_entries(connection)
    if found == head:
        return
    if found is not None and found > head:
        raise NewerFormat
    if found is None and not empty:
        raise DamagedVault
    if vault.read_only:
        raise ReadOnlyDisk
    if empty:
        _make(engine)
        found = HEAD
    if found != head:
        _back_up(vault)
        _upgrade(engine, head, scripts)


def version(connection: Connection) -> str | None:
    """Return the revision a database is at, None for one without tables."""
    known = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").fetchone() if known else None
    return str(row[0]) if row else None


def _has_entries(connection: Connection) -> bool:
    return connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'entry'").fetchone() is not None


def _make(engine: Engine) -> None:
    """Create everything in one transaction, at the newest version."""
    from journal.store.schema import TRIGGERS_AND_INDEX
    from journal.store.tables import METADATA

    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        METADATA.create_all(connection)
        for statement in TRIGGERS_AND_INDEX:
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY)")
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (HEAD,))
        connection.exec_driver_sql("COMMIT")


def _back_up(vault: "OpenVault") -> None:
    from journal.files import private_folder
    from journal.vault.backup import backup

    backup(vault, private_folder(vault.folder / BACKUPS), datetime.now().astimezone())


def _upgrade(engine: Engine, head: str, scripts: Path) -> None:
    """Run Alembic's steps in one transaction: killed half-way, the database is as it was."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts))
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        config.attributes["connection"] = connection
        command.upgrade(config, head)
        connection.exec_driver_sql("COMMIT")
