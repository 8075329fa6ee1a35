"""A database that a synced folder replaces or takes away while it is open: nothing is called kept that is lost."""

import gc
import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from journal.errors import FolderMissing
from journal.errors.refusals import FolderNotEmpty, VaultExists
from journal.errors.storage import DiskFull, VaultReplaced
from journal.model.entry import NewEntry
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.practice import capturing, moving_on, reading
from journal.practice.notebook import Notebook, open_notebook
from journal.vault.check import check
from journal.vault.presence import exists
from journal.vault.vault import OpenVault, unlock

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
@pytest.mark.parametrize("name", ["journal.db", "journal.db-wal"])
@pytest.mark.parametrize("replaced", REPLACEMENTS)
def test_all_of_an_open_journal_goes_on_in_a_new_folder(
    notebook: Notebook, tmp_path: Path, replaced: Callable[[Path], None], name: str, passphrase: str
) -> None:
    write(notebook, "avant")
    replaced(notebook.vault.folder / name)
    elsewhere = moving_on.into_new_vault(notebook, tmp_path / "new")
    write(elsewhere, "après")
    elsewhere.close()
    again = open_notebook(unlock(tmp_path / "new", passphrase), clock=lambda: WHEN)
    assert [line.title for line in reading.newest(again, Filter(), 5)] == ["après", "avant"]
    assert check(again.vault) == []
    again.close()


def test_a_folder_in_which_something_is_takes_no_new_vault(notebook: Notebook, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").touch()
    with pytest.raises(FolderNotEmpty):
        moving_on.into_new_vault(notebook, tmp_path / "full")
    with pytest.raises(VaultExists):
        moving_on.into_new_vault(notebook, notebook.vault.folder)
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["mine.txt"]


def test_a_new_vault_that_cannot_be_written_leaves_nothing_that_looks_like_one(
    notebook: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_target: Path, _key: bytes) -> None:
        raise DiskFull

    monkeypatch.setattr(notebook.store, "copy_to", full)
    with pytest.raises(DiskFull):
        moving_on.into_new_vault(notebook, tmp_path / "new")
    assert not exists(tmp_path / "new")


def test_texts_are_sealed_into_a_folder_and_come_back_through_the_inbox(
    notebook: Notebook, tmp_path: Path, hits: Callable[[Path, str], list[Path]]
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    files = moving_on.into_sealed_notes(notebook, ["un texte que personne ne lit", "un autre"], stick)
    assert sorted(stick.iterdir()) == sorted(files)
    assert hits(stick, "un texte que personne") == []
    for file in files:
        file.rename(notebook.vault.folder / "inbox" / file.name)
    assert capturing.take_over_captures(notebook) == 2
    titles = {line.title for line in reading.newest(notebook, Filter(), 5)}
    assert titles == {"un texte que personne ne lit", "un autre"}
    with pytest.raises(FolderMissing):
        moving_on.into_sealed_notes(notebook, ["un mot"], tmp_path / "none")


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


@pytest.mark.skipif("os.name == 'nt'", reason="Windows lets nobody replace a file that is open")
def test_the_log_of_the_file_that_came_is_left_to_it(notebook: Notebook) -> None:
    write(notebook, "avant")
    for name in ("journal.db", "journal.db-wal"):
        put_another(notebook.vault.folder / name)
    (notebook.vault.folder / "journal.db-wal").write_bytes(b"written elsewhere")
    with notebook.store.reading():  # a page still reads while the journal is closed
        notebook.store.close()
    gc.collect()
    assert (notebook.vault.folder / "journal.db-wal").read_bytes() == b"written elsewhere"


def test_nobody_is_troubled_by_a_vault_that_stays_where_it_is(notebook: Notebook) -> None:
    for number in range(50):
        write(notebook, f"mot {number}")
    with closing(notebook.vault.connect()) as beside:
        beside.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    write(notebook, "encore un")
