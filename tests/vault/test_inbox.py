"""Captures sealed without a passphrase."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.errors import VaultNotFound
from journal.errors.storage import DiskFull
from journal.vault import header, inbox
from journal.vault.vault import OpenVault, unlock

Count = Callable[[int, int], int]

SEALING = """
import sys
from pathlib import Path
from journal.vault.inbox import seal
for number in range(100_000):
    name = seal(Path(sys.argv[1]), f"capture {number}".encode())
    print(name, flush=True)
"""


def names(folder: Path) -> set[str]:
    return {path.name for path in (folder / inbox.FOLDER).iterdir()}


@pytest.mark.parametrize("payload", [b"", b"x", bytes(1020), bytes(1021), "à 😀".encode() * 50_000])
def test_what_is_sealed_opens_whole(vault: OpenVault, payload: bytes) -> None:
    name = inbox.seal(vault.folder, payload)
    assert list(vault.captures()) == [inbox.Capture(name, payload)]
    vault.captured(name)
    assert list(vault.captures()) == []


def test_a_sealed_file_tells_neither_text_nor_exact_length(vault: OpenVault) -> None:
    for payload in (b"canary", b"canary" * 150):
        inbox.seal(vault.folder, payload)
    sealed = [path.read_bytes() for path in inbox.sealed_files(vault.folder)]
    assert len({len(raw) for raw in sealed}) == 1
    assert not any(b"canary" in raw for raw in sealed)


def test_sealing_needs_neither_passphrase_nor_a_closed_vault(vault: OpenVault, passphrase: str) -> None:
    inbox.seal(vault.folder, b"while open")
    vault.close()
    inbox.seal(vault.folder, b"while closed")
    again = unlock(vault.folder, passphrase)
    assert {capture.payload for capture in again.captures()} == {b"while open", b"while closed"}
    again.close()


def test_sealing_uses_the_mirror_of_a_damaged_header(vault: OpenVault) -> None:
    (vault.folder / header.NAME).write_bytes(b"cut")
    inbox.seal(vault.folder, b"kept")
    assert [capture.payload for capture in vault.captures()] == [b"kept"]


def test_without_a_vault_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(VaultNotFound):
        inbox.seal(tmp_path / "nowhere", b"text")
    assert list(tmp_path.iterdir()) == []


def test_captures_that_do_not_open_are_put_aside_and_kept(vault: OpenVault) -> None:
    good, cut, renamed = (inbox.seal(vault.folder, text) for text in (b"good", b"cut", b"renamed"))
    place = vault.folder / inbox.FOLDER
    (place / f"{cut}.sealed").write_bytes((place / f"{cut}.sealed").read_bytes()[:-1])
    (place / f"{renamed}.sealed").rename(place / "another.sealed")
    (place / "folder.sealed").mkdir()
    (place / "empty.sealed").write_bytes(b"")
    if os.name == "posix":
        os.mkfifo(place / "pipe.sealed")
        (place / "link.sealed").symlink_to("/etc/hostname")
    with (place / "huge.sealed").open("wb") as huge:
        huge.truncate(inbox.LARGEST * 100)
    assert [capture.payload for capture in vault.captures()] == [b"good"]
    assert names(vault.folder) == {f"{good}.sealed", inbox.UNREADABLE}
    assert (place / inbox.UNREADABLE / f"{cut}.sealed").stat().st_size > 1024


def test_a_full_disk_is_told_and_leaves_nothing(vault: OpenVault, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("journal.files.os.write", full)
    with pytest.raises(DiskFull):
        inbox.seal(vault.folder, b"text")
    assert names(vault.folder) == set()


def test_only_old_unfinished_captures_are_swept(vault: OpenVault, passphrase: str) -> None:
    vault.close()
    place = vault.folder / inbox.FOLDER
    for name, age in ((".old.part", inbox.STALE_SECONDS + 60), (".young.part", 0)):
        (place / name).write_bytes(b"half")
        os.utime(place / name, (time.time() - age,) * 2)
    unlock(vault.folder, passphrase).close()
    assert names(vault.folder) == {".young.part"}


@pytest.mark.slow_proof
def test_a_kill_loses_and_doubles_no_acknowledged_capture(vault: OpenVault, proof_count: Count) -> None:
    acknowledged: set[str] = set()
    for turn in range(proof_count(3, 100)):
        process = subprocess.Popen([sys.executable, "-c", SEALING, str(vault.folder)], stdout=subprocess.PIPE)
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(turn % 5 + 1)]
        process.kill()
        said += process.stdout.readlines()
        process.communicate()
        acknowledged |= {line.decode().strip() for line in said if line.endswith(b"\n")}
    opened = [capture.id for capture in vault.captures()]
    assert len(opened) == len(set(opened))
    assert acknowledged <= set(opened)
    assert not (vault.folder / inbox.FOLDER / inbox.UNREADABLE).exists()


def test_sealing_imports_nothing_slow() -> None:
    program = "import sys, journal.cli.log, journal.vault.inbox; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    slow = {"click", "sqlalchemy", "sqlmodel", "pydantic", "textual", "sqlcipher3", "platformdirs", "dataclasses"}
    assert slow.isdisjoint(done.stdout.split())
