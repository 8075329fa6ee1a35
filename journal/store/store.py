"""The open store: one writer, readers beside it, every statement's errors named without its values."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Self

import sqlalchemy.dialects.sqlite  # noqa: F401 -- the engine would import it, after the passphrase and not before
from sqlalchemy import Engine, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from journal.errors import ReadOnlyDisk, StorageFailed
from journal.store import migrating
from journal.vault.connection import Connection, cipher, database_errors
from journal.vault.vault import OpenVault


class Tx:
    """A transaction; only this room looks inside."""

    def __init__(self, connection: Connection) -> None:
        # The driver itself: the engine would prepare, log and wrap every statement, which takes longer than most do.
        self._run = connection.execute

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        """Return all rows of a query."""
        found: list[Any] = self._run(sql, tuple(values)).fetchall()
        return found

    def row(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """Return the first row of a query, or None."""
        return self._run(sql, tuple(values)).fetchone()

    def run(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Run a statement; return how many rows it changed."""
        return int(self._run(sql, tuple(values)).rowcount)

    def insert(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Run an insert; return the number the new row was given."""
        return int(self._run(sql, tuple(values)).lastrowid)


class Store:
    """The journal's database, open."""

    def __init__(self, engine: Engine, *, read_only: bool) -> None:
        self._engine = engine
        self._read_only = read_only
        self._writer = threading.Lock()  # waiting here is fair and silent; waiting in the engine ends in "locked"

    @classmethod
    def open(cls, vault: OpenVault) -> Self:
        """Open the database of a vault, made or brought to this version first.

        Raises NewerFormat when a newer version wrote it, DamagedVault, StorageFailed and its kinds.
        """
        engine = create_engine(
            "sqlite://",
            module=cipher(),
            creator=vault.connect,
            poolclass=QueuePool,
            pool_use_lifo=True,
            hide_parameters=True,
        )
        try:
            with named_errors():
                migrating.bring_up(engine, vault)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, read_only=vault.read_only)

    @contextmanager
    def reading(self) -> Iterator[Tx]:
        """Give a consistent view of the journal."""
        with self._connected() as connection:
            connection.execute("BEGIN")
            try:
                yield Tx(connection)
            finally:
                connection.execute("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[Tx]:
        """Give the only transaction that writes; it is on the disk when the block is left, or nothing of it is.

        Raises ReadOnlyDisk, DiskFull, StorageFailed.
        """
        if self._read_only:
            raise ReadOnlyDisk
        with self._writer, self._connected() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield Tx(connection)
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        """Lend a keyed connection of the pool."""
        with named_errors():
            lent = self._engine.raw_connection()
            try:
                if lent.dbapi_connection is None:  # a connection given back meanwhile, which nobody here does
                    raise StorageFailed
                yield lent.dbapi_connection
            finally:
                lent.close()

    def close(self) -> None:
        """Close all connections; the log is written into the database by the last one."""
        self._engine.dispose()


@contextmanager
def named_errors() -> Iterator[None]:
    """Turn the engine's errors into those a person can read; neither statement nor values are carried along."""
    with database_errors(cipher()):
        try:
            yield
        except DBAPIError as error:  # from the engine, when it opens a connection
            if error.orig is None:
                raise
            raise error.orig from None
