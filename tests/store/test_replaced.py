"""A database that a synced folder replaces or takes away while it is open: nothing is called kept that is lost."""

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from journal.errors import VaultReplaced
from journal.model.entry import NewEntry
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.practice import capturing, reading
from journal.practice.notebook import Notebook, open_notebook
from journal.vault.vault import OpenVault

WHEN = datetime(2026, 11, 29, 9, tzinfo=UTC)


@pytest.fixture
def notebook(vault: OpenVault) -> Any:
    book = open_notebook(vault, clock=lambda: WHEN)
    yield book
    book.store.close()


def write(book: Notebook, text: str) -> None:
    capturing.write(book, NewEntry(kind=Kind.SITUATION, body=text, happened_at=WHEN))


def put_another(path: Path) -> None:
    beside = path.with_suffix(".incoming")
    shutil.copyfile(path, beside)
    beside.replace(path)


def take_away(path: Path) -> None:
    path.unlink()


def move_away(path: Path) -> None:
    path.rename(path.with_suffix(".away"))


def put_an_empty_one(path: Path) -> None:
    path.unlink()
    path.touch()


def take_the_folder_away(path: Path) -> None:
    path.parent.rename(path.parent.with_name("elsewhere"))


REPLACEMENTS = [put_another, take_away, move_away, put_an_empty_one, take_the_folder_away]


@pytest.mark.skipif("os.name == 'nt'", reason="Windows lets nobody replace a file that is open")
@pytest.mark.parametrize("name", ["journal.db", "journal.db-wal"])
@pytest.mark.parametrize("replaced", REPLACEMENTS)
def test_nothing_is_called_kept_once_another_file_stands_there(
    notebook: Notebook, replaced: Callable[[Path], None], name: str
) -> None:
    write(notebook, "avant")
    replaced(notebook.vault.folder / name)
    with pytest.raises(VaultReplaced):
        write(notebook, "après")
    assert [line.title for line in reading.newest(notebook, Filter(), 5)] == ["avant"]


@pytest.mark.skipif("os.name == 'nt'", reason="Windows lets nobody replace a file that is open")
@pytest.mark.parametrize("replaced", REPLACEMENTS)
def test_what_is_replaced_between_the_first_word_and_the_last_is_noticed_before_it_is_called_kept(
    notebook: Notebook, replaced: Callable[[Path], None]
) -> None:
    with pytest.raises(VaultReplaced), notebook.store.writing():
        replaced(notebook.vault.database)


@pytest.mark.skipif("os.name == 'nt'", reason="Windows lets nobody replace a file that is open")
def test_a_second_reader_never_reads_another_file(notebook: Notebook) -> None:
    write(notebook, "avant")
    with notebook.store.reading():  # the first connection is lent out
        put_another(notebook.vault.database)
        with pytest.raises(VaultReplaced):
            reading.newest(notebook, Filter(), 5)


@pytest.mark.skipif("os.name == 'nt'", reason="Windows lets nobody replace a file that is open")
def test_once_the_file_is_back_writing_goes_on(notebook: Notebook) -> None:
    move_away(notebook.vault.database)
    with pytest.raises(VaultReplaced):
        write(notebook, "un mot")
    notebook.vault.database.with_suffix(".away").rename(notebook.vault.database)
    write(notebook, "un mot")


def test_nobody_is_troubled_by_a_vault_that_stays_where_it_is(notebook: Notebook) -> None:
    for number in range(50):
        write(notebook, f"mot {number}")
    with closing(notebook.vault.connect()) as beside:
        beside.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    write(notebook, "encore un")
