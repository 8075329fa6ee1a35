"""Backups that restore."""

import os
import threading
import warnings
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from journal import language
from journal.errors import DamagedBackup, FileMissing, ReculError
from journal.errors.refusals import FolderNotEmpty, VaultExists
from journal.vault import inbox
from journal.vault.backup import backup, backups, prune, restore, verify
from journal.vault.check import check
from journal.vault.keys import KdfCost
from journal.vault.vault import OpenVault, create, unlock

NOW = datetime(2026, 11, 24, 8, 30, 5, tzinfo=UTC)
Count = Callable[[int, int], int]


@pytest.fixture
def filled(vault: OpenVault) -> OpenVault:
    with closing(vault.connect()) as database:
        database.execute("CREATE TABLE kept (number INTEGER, text)")
        database.executemany("INSERT INTO kept VALUES (?, ?)", [(n, "canary " * 50) for n in range(200)])
    return vault


@pytest.fixture
def whole(filled: OpenVault, tmp_path: Path) -> Path:
    return backup(filled, tmp_path / "backups", NOW)


def test_a_backup_restores_with_its_pending_captures(filled: OpenVault, tmp_path: Path, passphrase: str) -> None:
    inbox.seal(filled.folder, b"still sealed")
    restored = restore(backup(filled, tmp_path / "backups", NOW), tmp_path / "again")
    opened = unlock(restored, passphrase)
    with closing(opened.connect()) as database:
        assert database.execute("SELECT count(*) FROM kept").fetchone() == (200,)
    assert [capture.payload for capture in opened.captures()] == [b"still sealed"]
    assert check(opened) == []
    opened.close()


def test_a_backup_is_one_private_unreadable_file_whose_name_says_so(whole: Path) -> None:
    assert whole.name == "Recul PERSONAL 2026-11-24 083005.recul"
    assert [path.name for path in whole.parent.iterdir()] == [whole.name]
    assert b"canary" not in whole.read_bytes()
    assert os.name == "nt" or whole.stat().st_mode & 0o077 == 0


def test_the_name_speaks_the_language_and_never_overwrites(filled: OpenVault, tmp_path: Path) -> None:
    with language.speaking("fr"):
        names = [backup(filled, tmp_path, NOW).name for _ in range(2)]
    assert names == ["Recul PERSONNEL 2026-11-24 083005.recul", "Recul PERSONNEL 2026-11-24 083005 2.recul"]


@pytest.mark.slow_proof
def test_backups_taken_while_writing_all_restore(
    filled: OpenVault, tmp_path: Path, passphrase: str, proof_count: Count
) -> None:
    done = threading.Event()

    def write() -> None:
        with closing(filled.connect()) as database:
            while not done.is_set():
                database.execute("INSERT INTO kept SELECT max(number) + 1, 'more' FROM kept")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        taken = [backup(filled, tmp_path / "b", NOW) for _ in range(proof_count(4, 200))]
    finally:
        done.set()
        writer.join()
    for number, path in enumerate(taken):
        opened = unlock(restore(path, tmp_path / f"restored {number}"), passphrase)
        with closing(opened.connect()) as database:
            count, last = database.execute("SELECT count(*), max(number) FROM kept").fetchone()
        assert count == last + 1
        opened.close()


def test_a_flipped_byte_anywhere_in_the_content_is_noticed(filled: OpenVault, whole: Path) -> None:
    raw = whole.read_bytes()
    with zipfile.ZipFile(whole) as archive:  # dates and attributes of the container carry nothing and may differ
        entries = [(entry.header_offset + 30 + len(entry.filename), entry.file_size) for entry in archive.infolist()]
    for at in (start + 20 + share * (size - 21) // 12 for start, size in entries for share in range(13)):
        whole.write_bytes(raw[:at] + bytes([raw[at] ^ 0x10]) + raw[at + 1 :])
        with pytest.raises(ReculError):
            verify(whole, filled)
    whole.write_bytes(raw)
    verify(whole, filled)


@pytest.mark.parametrize("kept", [0, 10, 5000])
def test_a_cut_backup_restores_nothing(whole: Path, tmp_path: Path, kept: int) -> None:
    whole.write_bytes(whole.read_bytes()[:kept])
    with pytest.raises(DamagedBackup):
        restore(whole, tmp_path / "again")
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize("name", ["../outside", "inbox/../../outside", "/outside", "vault.lock", "vault.json"])
def test_an_archive_with_other_names_is_refused(whole: Path, tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(whole, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a name that is there twice is what this tries
        archive.writestr(name, b"hostile")
    with pytest.raises(DamagedBackup):
        restore(whole, tmp_path / "again")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["Recul PERSONAL", "backups"]


def test_a_compressed_entry_is_refused(whole: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(whole, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"inbox/{'0' * 32}.sealed", bytes(10_000_000))
    with pytest.raises(DamagedBackup):
        restore(whole, tmp_path / "again")


def test_nothing_that_stands_is_overwritten(filled: OpenVault, whole: Path, tmp_path: Path) -> None:
    with pytest.raises(VaultExists):
        restore(whole, filled.folder)
    with pytest.raises(FolderNotEmpty):
        restore(whole, whole.parent)
    with pytest.raises(FileMissing):
        restore(tmp_path / "none.recul", tmp_path / "again")


def test_a_backup_of_another_vault_does_not_verify(whole: Path, tmp_path: Path, cost: KdfCost) -> None:
    other, _ = create(tmp_path / "other", "another", cost=cost)
    with pytest.raises(DamagedBackup):
        verify(whole, other)
    other.close()


def test_pruning_keeps_the_newest_and_the_young(tmp_path: Path) -> None:
    for days in range(20):
        (tmp_path / f"Recul PERSONAL {NOW - timedelta(days=days * 10):%Y-%m-%d %H%M%S}.recul").touch()
    (tmp_path / "holiday.recul").touch()
    removed = prune(tmp_path, NOW, kept=3, days=45)
    assert len(backups(tmp_path)) == 5
    assert len(removed) == 15
    assert (tmp_path / "holiday.recul").exists()
    assert prune(tmp_path, NOW, kept=8, days=0) == []


def test_a_healthy_vault_has_no_findings_and_damage_is_found(filled: OpenVault, passphrase: str) -> None:
    assert check(filled) == []
    filled.close()
    raw = bytearray(filled.database.read_bytes())
    raw[9000] ^= 1
    filled.database.write_bytes(raw)
    (filled.folder / "vault.json.mirror").write_bytes(b"cut")
    opened = unlock(filled.folder, passphrase)
    found = {(finding.where, finding.what) for finding in check(opened)}
    assert ("vault.json.mirror", "mended") in found
    assert {where for where, _what in found} == {"journal.db", "vault.json.mirror"}
    (filled.folder / "vault.json.mirror").write_bytes(b"cut")
    assert ("vault.json.mirror", "DamagedVault") in {(each.where, each.what) for each in check(opened)}
    opened.close()
