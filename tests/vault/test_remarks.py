"""What is pointed out beside a vault: copies made by others, and who else can look in."""

import os
from pathlib import Path

import pytest

from journal.vault.remarks import Sort, about
from journal.vault.vault import OpenVault

# As these name them: Dropbox (English, French), Syncthing, iCloud, Google Drive, OneDrive, Nextcloud, and others.
COPIES = [
    "journal (conflicted copy 2026-11-29).db",
    "journal (Copie en conflit de Marie 2026-11-29).db",
    "journal.sync-conflict-20261129-081500-ABCDEFG.db",
    "journal 2.db",
    "vault (1).json",
    "vault-LAPTOP-7QK2.json",
    "journal_conflict-20261129-081500.db",
    "journal (SFConflict marie@example.org 2026-11-29-08-15-00).db",  # Seafile
    "vault.Conflict.json",  # Resilio
    "journal [conflicted].db",  # pCloud
    "vault.json.sync-conflict-20261129-081500-ABCDEFG.mirror",
    "vault.sync-conflict-20261129-081500-ABCDEFG.json.mirror",
    "journal.db (1)",
    "journal (1).db-wal",
    "Copy of journal.db",
    "Copie de vault.json",
    "journal - Copie.db",
    "JOURNAL 3.DB",
    "journal.db.orig",
    "vault.json~",
]
OWN = ["notes.txt", "backups", ".DS_Store", ".stfolder", ".vault.json.0123456789abcdef.part", "lisez-moi.md"]


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_beside_the_vault_is_pointed_out(vault: OpenVault, name: str) -> None:
    (vault.folder / name).write_bytes(b"")
    assert [(each.sort, each.path.name) for each in about(vault.folder)] == [(Sort.COPY_BESIDE, name)]


@pytest.mark.parametrize("name", OWN)
def test_what_is_no_copy_is_left_in_peace(vault: OpenVault, name: str) -> None:
    (vault.folder / name).write_bytes(b"")
    assert about(vault.folder) == []


def test_an_open_vault_with_all_its_files_is_worth_no_remark(vault: OpenVault) -> None:
    connected = vault.connect()
    assert about(vault.folder) == []
    connected.close()


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
@pytest.mark.parametrize("mode", [0o750, 0o755, 0o707, 0o770, 0o702, 0o704, 0o720])
def test_a_folder_that_others_may_list_or_change_is_pointed_out(vault: OpenVault, mode: int) -> None:
    vault.folder.chmod(mode)
    assert [(each.sort, each.path) for each in about(vault.folder)] == [(Sort.OPEN_TO_OTHERS, vault.folder)]


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
@pytest.mark.parametrize("name", ["vault.json", "journal.db", "inbox"])
def test_a_file_behind_a_folder_that_others_may_pass_is_pointed_out(vault: OpenVault, name: str) -> None:
    vault.folder.chmod(0o711)
    assert about(vault.folder) == []
    (vault.folder / name).chmod(0o744)
    assert [(each.sort, each.path.name) for each in about(vault.folder)] == [(Sort.OPEN_TO_OTHERS, name)]


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_files_behind_a_closed_folder_are_closed(vault: OpenVault) -> None:
    (vault.folder / "vault.json").chmod(0o666)
    assert about(vault.folder) == []


def test_a_folder_that_is_not_there_is_worth_no_remark(tmp_path: Path) -> None:
    assert about(tmp_path / "none") == []
