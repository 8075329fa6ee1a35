"""Creating, opening and closing a vault."""

import os
import shutil
import stat
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

import pytest

from journal.errors import ReculError, VaultNotFound, WrongPassphrase, WrongRecoveryCode
from journal.errors.refusals import WeakPassphrase
from journal.errors.storage import CipherMissing, DiskFull, ReadOnlyDisk
from journal.vault import connection, header
from journal.vault.keys import STANDARD, KdfCost
from journal.vault.vault import OpenVault, create, exists, unlock, unlock_with_code
from tests.vault.conftest import files


def test_what_is_written_is_read_again_after_unlocking(vault: OpenVault, passphrase: str) -> None:
    database = vault.connect()
    database.execute("CREATE TABLE kept (text)")
    database.execute("INSERT INTO kept VALUES ('Karim')")
    database.close()
    vault.close()
    again = unlock(vault.folder, passphrase)
    assert again.vault_id == vault.vault_id
    assert again.connect().execute("SELECT text FROM kept").fetchall() == [("Karim",)]
    again.close()


def test_nothing_readable_lies_on_the_disk(vault: OpenVault) -> None:
    database = vault.connect()
    database.execute("CREATE TABLE canary (text)")
    database.execute("INSERT INTO canary VALUES ('canary-8f2c')")
    written = b"".join(path.read_bytes() for path in vault.folder.rglob("*") if path.is_file())
    database.close()
    assert b"canary" not in written
    assert b"SQLite format" not in written


def test_the_standard_cost_is_written_into_the_slot_and_opens(vault_folder: Path) -> None:
    vault, _ = create(vault_folder, "standard")
    vault.close()
    slot = header.read(vault_folder / header.NAME).passphrase
    assert KdfCost(slot.memory_kib, slot.passes, slot.lanes) == STANDARD
    unlock(vault_folder, "standard").close()


def test_an_empty_passphrase_is_refused(vault_folder: Path, cost: KdfCost) -> None:
    with pytest.raises(WeakPassphrase):
        create(vault_folder, "", cost=cost)
    assert not vault_folder.exists()


def test_a_folder_without_a_vault_is_named_and_left_empty(tmp_path: Path) -> None:
    with pytest.raises(VaultNotFound):
        unlock(tmp_path, "any")
    assert list(tmp_path.iterdir()) == []


def test_wrong_is_not_damaged_and_changes_nothing(vault: OpenVault, passphrase: str) -> None:
    vault.close()
    before = files(vault.folder)
    for wrong in ("", " ", passphrase + " ", passphrase.upper(), "x" * 10_000, "\ud800"):
        with pytest.raises(WrongPassphrase):
            unlock(vault.folder, wrong)
    assert files(vault.folder) == before


def test_composed_and_decomposed_accents_are_one_passphrase(vault_folder: Path, cost: KdfCost) -> None:
    vault, _ = create(vault_folder, unicodedata.normalize("NFD", " été à la forêt "), cost=cost)
    vault.close()
    unlock(vault_folder, unicodedata.normalize("NFC", " été à la forêt ")).close()
    with pytest.raises(WrongPassphrase):
        unlock(vault_folder, "été à la forêt")


def test_the_recovery_code_opens_however_it_is_typed(vault_folder: Path, passphrase: str, cost: KdfCost) -> None:
    vault, code = create(vault_folder, passphrase, cost=cost)
    vault.close()
    assert [len(group) for group in code.groups] == [4] * 8
    mistyped = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    for typed in (code, mistyped, f" {code} \n"):
        opened = unlock_with_code(vault_folder, typed)
        opened.close()
    recovered = unlock_with_code(vault_folder, code)
    recovered.change_passphrase("new one", cost)
    recovered.close()
    unlock(vault_folder, "new one").close()


@pytest.mark.parametrize("wrong", ["", "0000", "0" * 32, "U" * 32, "é" * 32, "0000-" * 8])
def test_a_wrong_recovery_code_opens_nothing(vault: OpenVault, wrong: str) -> None:
    vault.close()
    with pytest.raises(WrongRecoveryCode):
        unlock_with_code(vault.folder, wrong)


def test_a_new_recovery_code_replaces_the_old_one(vault_folder: Path, passphrase: str, cost: KdfCost) -> None:
    vault, old = create(vault_folder, passphrase, cost=cost)
    new = vault.draw_recovery_code()
    vault.replace_recovery_code(new)
    vault.close()
    with pytest.raises(WrongRecoveryCode):
        unlock_with_code(vault_folder, old)
    unlock_with_code(vault_folder, new).close()


@pytest.mark.skipif(os.name != "posix", reason="permission bits are POSIX's")
def test_nothing_is_open_to_others_whatever_the_umask(vault_folder: Path, passphrase: str, cost: KdfCost) -> None:
    before = os.umask(0)
    try:
        vault, _ = create(vault_folder, passphrase, cost=cost)
        database = vault.connect()
        database.execute("CREATE TABLE t (x)")
        vault.change_passphrase("another", cost)
        for path in (vault_folder, *vault_folder.rglob("*")):
            assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path
        database.close()
        vault.close()
    finally:
        os.umask(before)


def test_without_the_cipher_nothing_is_written(tmp_path: Path) -> None:
    program = """
import sys
sys.modules["sqlcipher3"] = None
from pathlib import Path
from journal.errors.storage import CipherMissing
from journal.vault.vault import create
try:
    create(Path(sys.argv[1]), "passphrase")
except CipherMissing:
    sys.exit(9)
"""
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path / "vault")], check=False)
    assert done.returncode == CipherMissing.exit_code
    assert list(tmp_path.iterdir()) == []


def test_an_engine_without_cipher_is_refused(vault: OpenVault, monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3

    monkeypatch.setattr(connection, "cipher", lambda: sqlite3)
    with pytest.raises(CipherMissing):
        vault.connect()
    with pytest.raises(CipherMissing):
        connection.new_database(vault.folder / "plain.db", bytes(32))
    assert b"SQLite format" not in (vault.folder / "plain.db").read_bytes()


def test_a_key_of_another_length_is_never_taken_as_a_passphrase(vault: OpenVault) -> None:
    with pytest.raises(ReculError):
        connection.connect(vault.database, bytes(31))


def test_connections_are_durable_and_keep_temporary_data_in_memory(vault: OpenVault) -> None:
    database = vault.connect()
    told = {name: database.execute(f"PRAGMA {name}").fetchone()[0] for name in
            ("journal_mode", "synchronous", "temp_store", "foreign_keys")}  # fmt: skip
    database.close()
    assert told == {"journal_mode": "wal", "synchronous": 2, "temp_store": 2, "foreign_keys": 1}


def test_a_closed_vault_holds_no_key(vault: OpenVault) -> None:
    vault.close()
    vault.close()
    with pytest.raises(ReculError):
        vault.connect()


def test_a_full_disk_is_told_and_leaves_the_old_passphrase(
    vault: OpenVault, passphrase: str, cost: KdfCost, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    before = files(vault.folder)
    with monkeypatch.context() as patched:
        patched.setattr("journal.files.os.write", full)
        with pytest.raises(DiskFull):
            vault.change_passphrase("another", cost)
    assert files(vault.folder) == before
    vault.close()
    unlock(vault.folder, passphrase).close()


@pytest.mark.skipif(os.name != "posix", reason="folders are made read-only by permission bits")
def test_a_read_only_folder_opens_for_reading(vault: OpenVault, passphrase: str) -> None:
    database = vault.connect()
    database.execute("CREATE TABLE kept (text)")
    database.execute("INSERT INTO kept VALUES ('here')")
    database.close()
    vault.close()
    program = """
import os, sys
from pathlib import Path
from journal.errors.storage import ReadOnlyDisk
from journal.vault import connection, keys
from journal.vault.vault import unlock
connection.cipher()
keys.warm()  # what opens a slot is read late
Path.cwd().as_uri()  # Python 3.13 reads what it needs for this late
if os.geteuid() == 0:  # permissions mean nothing to root; everything needed is imported by now
    os.setgid(65534)
    os.setuid(65534)
vault = unlock(Path(sys.argv[1]), sys.argv[2])
assert vault.read_only
assert vault.connect().execute("SELECT text FROM kept").fetchall() == [("here",)]
try:
    vault.replace_recovery_code(vault.draw_recovery_code())
except ReadOnlyDisk:
    print("read-only")
"""
    with tempfile.TemporaryDirectory() as place:  # pytest's own folders are closed to everybody else
        Path(place).chmod(0o755)
        folder = Path(shutil.copytree(vault.folder, Path(place) / "vault"))
        for path in (*folder.rglob("*"), folder):
            path.chmod(0o555 if path.is_dir() else 0o444)
        done = subprocess.run(
            [sys.executable, "-c", program, str(folder), passphrase], capture_output=True, text=True, check=False
        )
        folder.chmod(0o755)
    assert done.stdout == "read-only\n", done.stderr


def test_writing_to_a_vault_opened_for_reading_is_refused(
    vault: OpenVault, passphrase: str, monkeypatch: pytest.MonkeyPatch, cost: KdfCost
) -> None:
    vault.close()
    monkeypatch.setattr("journal.vault.vault.can_write", lambda folder: False)
    reading = unlock(vault.folder, passphrase)
    with pytest.raises(ReadOnlyDisk):
        reading.change_passphrase("another", cost)
    with connection.database_errors(connection.cipher()), pytest.raises(connection.cipher().OperationalError):
        reading.connect().execute("CREATE TABLE t (x)")


def test_destroyed_keys_open_nothing(vault: OpenVault, passphrase: str) -> None:
    vault.destroy()
    assert not exists(vault.folder)
    with pytest.raises(VaultNotFound):
        unlock(vault.folder, passphrase)
