"""The only place that opens the database: keyed, checked, with its pragmas."""

import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from journal.errors import DamagedVault
from journal.errors.storage import CipherMissing, DiskFull, ReadOnlyDisk, StorageFailed
from journal.files import storage_errors
from journal.plain_files import opened_of_vault

Connection = Any
"""A connection of sqlcipher3, which carries no types; it speaks the DB API as sqlite3 does."""

NAME = "journal.db"
_PLAINTEXT = b"SQLite format 3\0"
_KEY = 32
_BUSY_SECONDS = 5.0
# Primary result codes, https://sqlite.org/rescode.html
_READONLY, _CORRUPT, _FULL, _NOTADB = 8, 11, 13, 26


def cipher() -> Any:
    """Return the module of the encrypted engine. Raises CipherMissing."""
    try:
        from sqlcipher3 import dbapi2
    except ImportError as error:
        raise CipherMissing from error
    return dbapi2


def connect(path: Path, key: bytes, *, read_only: bool = False, alone: bool = False) -> Connection:
    """Return a keyed connection to an existing database file, in autocommit, usable from any thread.

    While one is open that is `alone`, there can be no other; it keeps the index of the log in memory, and so needs
    none of the room on the disk that connections share it in.
    An empty file becomes a new database with the first write. Raises CipherMissing, DamagedVault, StorageFailed and
    its kinds.
    """
    module = cipher()
    with storage_errors(path), opened_of_vault(path) as file:
        if file.read(len(_PLAINTEXT)) == _PLAINTEXT:
            raise DamagedVault
    with database_errors(module):
        connection = module.connect(
            f"{path.absolute().as_uri()}?{_mode(path, read_only=read_only)}",
            uri=True,
            timeout=_BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            _unlock(connection, key, alone=alone)
            if not read_only:
                _prepare(connection)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def database_errors(module: Any) -> Iterator[None]:
    """Turn the engine's errors into the ones a person can read; no value of a statement is carried along."""
    try:
        yield
    except module.Error as error:
        code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
        raise _named(code, str(error)) from None


def _named(code: int, text: str) -> Exception:
    if code in (_CORRUPT, _NOTADB) or "not a database" in text or "malformed" in text:
        return DamagedVault()
    if code == _FULL or "is full" in text:
        return DiskFull()
    return ReadOnlyDisk() if code == _READONLY or "readonly" in text else StorageFailed()


def _mode(path: Path, *, read_only: bool) -> str:
    if not read_only:
        return "mode=rw"
    # A write-ahead log cannot be read without its index; on a read-only disk that index cannot be made. Without a log
    # the file alone is the whole truth and may be taken as unchanging.
    log = path.with_name(path.name + "-wal")
    return "mode=ro" if log.exists() and log.stat().st_size else "mode=ro&immutable=1"


def _unlock(connection: Connection, key: bytes, *, alone: bool = False) -> None:
    if len(key) != _KEY:  # any other length would silently be taken as a passphrase
        raise CipherMissing
    connection.execute("PRAGMA cipher_log_level = NONE")  # else a wrong key prints over the screen
    connection.execute(f"PRAGMA key = \"x'{bytes(key).hex()}'\"")
    version = connection.execute("PRAGMA cipher_version").fetchone()
    if not version or not version[0]:
        raise CipherMissing
    connection.execute("PRAGMA cipher_memory_security = OFF")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA foreign_keys = ON")
    if alone:  # before the first page is read
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _prepare(connection: Connection) -> None:
    mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()
    if mode is None or mode[0] != "wal":
        raise StorageFailed
    connection.execute("PRAGMA synchronous = FULL")
    if sys.platform == "darwin":
        connection.execute("PRAGMA fullfsync = ON")
        connection.execute("PRAGMA checkpoint_fullfsync = ON")


def findings(connection: Connection) -> list[str]:
    """Return what the engine finds wrong: pages whose HMAC fails, broken structures, foreign keys without a target.

    Page numbers, table names and counts only. The log is written into the file first: pages are checked there alone.
    """
    with database_errors(cipher()):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        pages = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
        if pages:
            return pages
        structure = [str(row[0]) for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
        keys = [f"{table} {row}: foreign key" for table, row, *_ in connection.execute("PRAGMA foreign_key_check")]
    return structure + keys


def copy(source: Connection, target: Path, key: bytes) -> None:
    """Write everything that a connection sees into a new file, encrypted with the key. Raises the storage errors."""
    with storage_errors(target):
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with closing(connect(target, key)) as copied, database_errors(cipher()):
        source.backup(copied)  # in one step: in several it begins anew with every write
        copied.execute("PRAGMA journal_mode = DELETE")


def abandon(connection: Connection) -> None:
    """Leave a connection open as long as the process lives: the last one to close removes the log under its name.

    That may be the log of another database by now, with what was written there and nowhere else.
    """
    import ctypes

    ctypes.pythonapi.Py_IncRef(ctypes.py_object(connection))  # else Python would close it with the last reference


def new_database(path: Path, key: bytes) -> None:
    """Write a new, empty, encrypted database, whole and synced. Raises FileExistsError and the storage errors."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))  # the engine would make it readable to others
    with closing(connect(path, key)) as connection, database_errors(cipher()):
        connection.execute("CREATE TABLE vault_meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID")
        connection.execute("INSERT INTO vault_meta VALUES ('generation', 1)")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with storage_errors(path), path.open("rb") as file:
        if file.read(len(_PLAINTEXT)) == _PLAINTEXT:
            raise CipherMissing
