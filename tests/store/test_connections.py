"""Keyed connections: lent, kept for the next reader, and gone when the store is closed."""

import threading

import pytest

from journal.errors.storage import StorageFailed
from journal.store import columns, columns_beside
from journal.store.store import Store, Tx
from journal.store.tables import statements


def test_the_connection_used_last_serves_the_next_reader(store: Store) -> None:
    with store._connected() as first, store._connected() as second:
        assert first is not second
    with store._connected() as again:
        assert again is first


def test_a_connection_lent_while_the_store_closes_is_closed_when_it_comes_back(store: Store) -> None:
    lent, closed = threading.Event(), threading.Event()
    connections = []

    def read() -> None:
        with store._connected() as connection:
            connections.append(connection)
            lent.set()
            closed.wait(10)

    reader = threading.Thread(target=read)
    reader.start()
    assert lent.wait(10)
    store.close()
    closed.set()
    reader.join()
    with pytest.raises(Exception, match="closed"):
        connections[0].execute("SELECT 1")


def test_a_transaction_that_was_left_open_ends_before_the_connection_serves_another(store: Store) -> None:
    with store._connected() as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO preference (key, value) VALUES ('half', '1')")
    with store.reading() as tx:
        assert tx.value("SELECT count(*) FROM preference WHERE key = 'half'") == 0
    with store.writing() as tx:  # nobody holds the lock, and the files are known as the same
        tx.value("SELECT 1")


def test_many_readers_at_once_leave_few_connections(store: Store) -> None:
    ready = threading.Barrier(12)

    def read() -> None:
        with store.reading() as tx:
            ready.wait(10)
            assert tx.value("SELECT count(*) FROM entry") == 0

    readers = [threading.Thread(target=read) for _ in range(12)]
    for each in readers:
        each.start()
    for each in readers:
        each.join()
    assert len(store._idle) == 5


def test_a_failed_statement_names_no_text_and_leaves_the_store_usable(store: Store) -> None:
    with pytest.raises(StorageFailed) as told, store.reading() as tx:
        tx.rows("SELECT nothing FROM nowhere WHERE x = ?", ("zygomorphe",))
    assert "zygomorphe" not in str(told.value)
    with store.reading() as tx:
        assert tx.value("SELECT 1") == 1


def test_the_tables_have_the_columns_that_rows_carry(store: Store) -> None:
    rows = [row for name, row in (vars(columns) | vars(columns_beside)).items() if name.endswith("Row")]
    with store.reading() as tx:
        tables = {tuple(tx.column("SELECT name FROM pragma_table_info(?)", (name,))) for name in _tables(tx)}
        for row in rows:
            assert tuple(columns.fields(row)) in tables
            assert columns.selected(row) == ", ".join(columns.fields(row))
    assert len(rows) == len([each for each in statements() if "CREATE TABLE" in each])


def _tables(tx: Tx) -> list[str]:
    return tx.column("SELECT name FROM sqlite_master WHERE type = 'table'")
