"""A vault that is there in part: its creation was killed, or a piece of it is gone or another; nothing is replaced."""

from pathlib import Path

import pytest

from journal.errors import DamagedVault
from journal.errors.refusals import VaultExists
from journal.vault import connection, header
from journal.vault.keys import KdfCost
from journal.vault.vault import OpenVault, create, unlock
from tests.vault.conftest import files


def test_an_existing_vault_is_left_as_it_is(vault: OpenVault, cost: KdfCost) -> None:
    before = files(vault.folder)
    with pytest.raises(VaultExists):
        create(vault.folder, "another", cost=cost)
    assert files(vault.folder) == before


def test_a_database_without_its_header_is_never_replaced(vault: OpenVault, cost: KdfCost) -> None:
    vault.close()
    for name in (header.NAME, header.MIRROR):
        (vault.folder / name).unlink()
    with pytest.raises(VaultExists):
        create(vault.folder, "another", cost=cost)
    with pytest.raises(DamagedVault):
        unlock(vault.folder, "another")


@pytest.mark.parametrize("content", [b"", b"Dear diary, " * 1000, b"SQLite format 3\0" + bytes(5000)])
def test_another_file_in_place_of_the_database_is_damage(vault: OpenVault, passphrase: str, content: bytes) -> None:
    vault.close()
    (vault.folder / connection.NAME).write_bytes(content)
    with pytest.raises(DamagedVault):
        unlock(vault.folder, passphrase)
    assert (vault.folder / connection.NAME).read_bytes() == content


def test_a_missing_database_is_damage_and_none_is_made(vault: OpenVault, passphrase: str) -> None:
    vault.close()
    (vault.folder / connection.NAME).unlink()
    with pytest.raises(DamagedVault):
        unlock(vault.folder, passphrase)
    assert not (vault.folder / connection.NAME).exists()


def test_a_creation_killed_before_its_last_step_is_finished_by_unlocking(vault: OpenVault, passphrase: str) -> None:
    vault.close()
    (vault.folder / connection.NAME).rename(vault.folder / "new-journal.db")
    (vault.folder / header.MIRROR).unlink()
    unlock(vault.folder, passphrase).close()
    assert (vault.folder / connection.NAME).exists()


def test_a_creation_killed_before_the_header_can_be_begun_again(vault_folder: Path, cost: KdfCost) -> None:
    vault_folder.mkdir()
    (vault_folder / "new-journal.db").write_bytes(b"cut short")
    vault, _ = create(vault_folder, "again", cost=cost)
    vault.connect().close()
    vault.close()


def test_what_killed_processes_left_is_swept_away(vault: OpenVault, passphrase: str) -> None:
    vault.close()
    left = vault.folder / ".vault.json.0011.part"
    left.write_bytes(b"half a header")
    unlock(vault.folder, passphrase).close()
    assert not left.exists()
