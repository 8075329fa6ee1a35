"""The open store: one writer, readers beside it, every statement's errors named without its values."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Self

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from journal.errors import ReadOnlyDisk
from journal.store import migrating
from journal.vault.connection import cipher, database_errors
from journal.vault.vault import OpenVault


class Tx:
    """A transaction; only this room looks inside."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rows(self, sql: str, values: Sequence[Any] = ()) -> Sequence[Any]:
        """Return all rows of a query."""
        return self._connection.exec_driver_sql(sql, tuple(values)).fetchall()

    def row(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """Return the first row of a query, or None."""
        return self._connection.exec_driver_sql(sql, tuple(values)).fetchone()

    def run(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Run a statement; return how many rows it changed."""
        return self._connection.exec_driver_sql(sql, tuple(values)).rowcount

    def insert(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Run an insert; return the number the new row was given."""
        return int(self._connection.exec_driver_sql(sql, tuple(values)).lastrowid)


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
            "sqlite://", module=cipher(), creator=vault.connect, poolclass=QueuePool, hide_parameters=True
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
        with named_errors(), self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            try:
                yield Tx(connection)
            finally:
                connection.exec_driver_sql("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[Tx]:
        """Give the only transaction that writes; it is on the disk when the block is left, or nothing of it is.

        Raises ReadOnlyDisk, DiskFull, StorageFailed.
        """
        if self._read_only:
            raise ReadOnlyDisk
        with self._writer, named_errors(), self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                yield Tx(connection)
                connection.exec_driver_sql("COMMIT")
            except BaseException:
                if connection.connection.dbapi_connection.in_transaction:  # type: ignore[union-attr]  # checked out
                    connection.exec_driver_sql("ROLLBACK")
                raise

    def close(self) -> None:
        """Close all connections; the log is written into the database by the last one."""
        self._engine.dispose()


@contextmanager
def named_errors() -> Iterator[None]:
    """Turn the engine's errors into those a person can read; neither statement nor values are carried along."""
    try:
        yield
    except DBAPIError as error:
        original = error.orig
        if original is None:
            raise
        with database_errors(cipher()):
            raise original from None
