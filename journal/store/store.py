"""The open store: one writer, readers beside it, every statement's errors named without its values."""

from _thread import allocate_lock  # what `threading.Lock` is: the rest of `threading` is for the app
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from functools import lru_cache
from itertools import starmap
from pathlib import Path
from typing import Any, Self, TypeVar

from journal.errors.storage import ReadOnlyDisk, VaultReplaced
from journal.store import migrating
from journal.store.columns import fields, selected
from journal.store.folding import fold
from journal.vault.connection import Connection, abandon, cipher, copy, database_errors
from journal.vault.opened_files import OpenedFiles
from journal.vault.vault import OpenVault

Row = TypeVar("Row")
Beside = TypeVar("Beside")
_fold = lru_cache(maxsize=4096)(fold)
_IDLE = 5  # keyed connections that wait for the next reader


class Tx:
    """A transaction; only this room looks inside."""

    def __init__(self, connection: Connection) -> None:
        # The driver itself: SQLAlchemy would prepare, log and wrap every statement, which takes longer than most do.
        self._run = connection.execute
        self._connection = connection

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        """Return all rows of a query, as the driver tells them; a text that is no UTF-8 with marks for what is not."""
        try:
            found: list[Any] = self._run(sql, tuple(values)).fetchall()
        except cipher().OperationalError as error:
            if "decode" not in str(error):
                raise
            self._connection.text_factory = _leniently
            try:
                found = self._run(sql, tuple(values)).fetchall()
            finally:
                self._connection.text_factory = str
        return found

    def all(self, row: Callable[..., Row], rest: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return what all rows of a query are made into; `rest` is what follows the columns, from FROM on."""
        return list(starmap(row, self.rows(f"SELECT {selected(row)} {rest}", values)))

    def pairs(
        self, row: Callable[..., Row], beside: Callable[..., Beside], rest: str, values: Sequence[Any] = ()
    ) -> list[tuple[Row, Beside]]:
        """Return what the rows of a query are made into, two things of each row."""
        width = len(fields(row))
        found = self.rows(f"SELECT {selected(row)}, {selected(beside)} {rest}", values)
        return [(row(*each[:width]), beside(*each[width:])) for each in found]

    def first(self, row: Callable[..., Row], rest: str, values: Sequence[Any] = ()) -> Row | None:
        """Return what the first row is made into, None when there is none."""
        return next(iter(self.all(row, f"{rest} LIMIT 1", values)), None)

    def column(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        """Return the values of a query's only column."""
        return [value for (value,) in self.rows(sql, values)]

    def value(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """Return the only column of a query's first row, None when there is none."""
        return next(iter(self.column(sql, values)), None)

    def run(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Run a statement; return how many rows it changed."""
        return int(self._run(sql, tuple(values)).rowcount)

    def insert(self, table: str, values: Mapping[str, Any], *, instead: bool = False) -> int:
        """Put a row of named values into a table, in the place of one with its key or not; return its number."""
        verb = "INSERT OR REPLACE" if instead else "INSERT"
        sql = f"{verb} INTO {table}({', '.join(values)}) VALUES ({', '.join('?' * len(values))})"
        return int(self._run(sql, tuple(values.values())).lastrowid)

    def update(self, table: str, values: Mapping[str, Any], key: str, of: Any) -> int:
        """Set named values of the rows whose key is `of`; return how many there were."""
        sql = f"UPDATE {table} SET {', '.join(f'{name} = ?' for name in values)} WHERE {key} = ?"  # noqa: S608 -- names
        return self.run(sql, (*values.values(), of))


def _leniently(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


class Store:
    """The journal's database, open."""

    def __init__(self, connect: Callable[[], Connection], *, read_only: bool, alone: bool = False) -> None:
        self._connect = connect
        self._read_only = read_only
        self._files: OpenedFiles | None = None
        self.has_written = False
        """Whether anything was kept since it was opened."""
        self._turn: AbstractContextManager[object] = allocate_lock() if alone else nullcontext()
        self._idle: list[Connection] = []
        self._closed = False
        self._lending = allocate_lock()
        self._writer = allocate_lock()  # waiting here is fair and silent; waiting in the engine ends in "locked"

    @classmethod
    def open(cls, vault: OpenVault) -> Self:
        """Open the database of a vault, made or brought to this version first.

        Raises NewerFormat when a newer version wrote it, DamagedVault, StorageFailed and its kinds.
        """
        store = cls(vault.connect, read_only=vault.read_only, alone=vault.disk_full)
        with store._connected() as connection:
            migrating.bring_up(connection, vault)
            store._files = vault.opened_files()
        if not (vault.read_only or vault.disk_full):
            store._bring_index_up()
        return store

    def _bring_index_up(self) -> None:
        """Make the search index anew when words are folded otherwise than it was made with."""
        from journal.store import search_index

        with self.reading() as tx:
            current = search_index.is_current(tx)
        if not current:
            with self.writing() as tx:
                search_index.rebuild(tx)

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

        Raises ReadOnlyDisk, DiskFull, VaultReplaced, StorageFailed.
        """
        if self._read_only:
            raise ReadOnlyDisk
        with self._writer, self._connected() as connection:
            self._require_same_files()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield Tx(connection)
                connection.execute("COMMIT")
                self.has_written = True
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            self._require_same_files()  # what went into a file that was taken away meanwhile is not kept

    def _require_same_files(self) -> None:
        if self._files is not None:
            self._files.require_same()

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        """Lend a keyed connection; the one used last is lent first, its pages are still in memory."""
        with database_errors(cipher()), self._turn:
            with self._lending:
                connection = self._idle.pop() if self._idle else None
            connection = connection or self._new()
            try:
                yield connection
            finally:
                self._take_back(connection)

    def _new(self) -> Connection:
        connection = self._connect()
        try:
            self._require_same_files()  # one of another file would tell another journal
        except BaseException:
            connection.close()
            raise
        connection.create_function("fold", 1, _fold, deterministic=True)
        return connection

    def _take_back(self, connection: Connection) -> None:
        if (
            connection.in_transaction
        ):  # rolled back, not closed: with the last one the log would go, and be another then
            with suppress(cipher().Error):
                connection.execute("ROLLBACK")
        with self._lending:
            if not self._closed and not connection.in_transaction and len(self._idle) < _IDLE:
                self._idle.append(connection)
                return
        self._end([connection])

    def copy_to(self, target: Path, key: bytes) -> None:
        """Write the journal as it is open here into a new file, even when its own was taken away meanwhile."""
        with self._connected() as connection:
            copy(connection, target, key)

    def close(self) -> None:
        """Close all connections, those lent out when they come back; the last one writes the log into the database."""
        with self._lending:
            self._closed = True
            idle, self._idle = self._idle, []
        self._end(idle)

    def _end(self, connections: Iterable[Connection]) -> None:
        """Close connections, but those of a file that was replaced: see `abandon`."""
        try:
            self._require_same_files()
        except VaultReplaced:
            for connection in connections:
                abandon(connection)
        else:
            for connection in connections:
                connection.close()
