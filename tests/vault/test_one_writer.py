"""One writer at a time, and a passphrase change that survives every kill."""

import errno
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from journal.errors import VaultBusy, WrongPassphrase
from journal.vault import lock
from journal.vault.keys import KdfCost
from journal.vault.vault import OpenVault, create, unlock

Count = Callable[[int, int], int]

OPENING = """
import sys
from pathlib import Path
from journal.errors import VaultBusy
from journal.vault.vault import unlock
sys.stdin.readline()
try:
    vault = unlock(Path(sys.argv[1]), sys.argv[2])
except VaultBusy as error:
    print("busy", error.exit_code, flush=True)
else:
    print("writer", flush=True)
sys.stdin.readline()
"""

CHANGING = """
import sys
from pathlib import Path
from journal.vault.keys import KdfCost
from journal.vault.vault import unlock
vault = unlock(Path(sys.argv[1]), "first")
print("open", flush=True)
for _ in range(10_000):
    vault.change_passphrase("second", KdfCost(64, 1, 1))
    vault.change_passphrase("first", KdfCost(64, 1, 1))
"""


def test_a_second_opening_is_refused_at_once(vault: OpenVault, passphrase: str) -> None:
    begun = time.perf_counter()
    with pytest.raises(VaultBusy):
        unlock(vault.folder, passphrase)
    assert time.perf_counter() - begun < 1


@pytest.mark.skipif(sys.platform == "win32", reason="there `filelock` is what holds it")
def test_an_earlier_release_and_this_one_keep_each_other_out(vault: OpenVault, passphrase: str) -> None:
    earlier = FileLock(vault.folder / lock.NAME, timeout=0)  # as releases before took it
    with pytest.raises(Timeout):
        earlier.acquire()
    vault.close()
    with earlier, pytest.raises(VaultBusy):
        unlock(vault.folder, passphrase)
    unlock(vault.folder, passphrase).close()
    assert (vault.folder / lock.NAME).stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="there `filelock` is what holds it")
def test_a_disk_without_such_locks_has_one_writer_all_the_same(
    vault: OpenVault, passphrase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_descriptor: int, _operation: int) -> None:
        raise OSError(errno.ENOSYS, "no such locks")

    vault.close()
    (vault.folder / lock.NAME).unlink()
    monkeypatch.setattr("fcntl.flock", missing)
    with pytest.warns(UserWarning, match="not supported"):
        opened = unlock(vault.folder, passphrase)
    with pytest.raises(VaultBusy):
        unlock(vault.folder, passphrase)
    opened.close()
    unlock(vault.folder, passphrase).close()


@pytest.mark.slow_proof
def test_of_many_starts_at_once_one_writes(vault: OpenVault, passphrase: str, proof_count: Count) -> None:
    vault.close()
    starts = [
        subprocess.Popen(
            [sys.executable, "-c", OPENING, str(vault.folder), passphrase],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for _ in range(proof_count(6, 50))
    ]  # fmt: skip
    for start in starts:
        assert start.stdin is not None
        start.stdin.write("go\n")
        start.stdin.flush()
    said = [start.stdout.readline().strip() for start in starts if start.stdout is not None]
    for start in starts:
        start.kill()
        start.communicate()
    assert sorted(said) == ["busy 6"] * (len(starts) - 1) + ["writer"]
    unlock(vault.folder, passphrase).close()  # the writer's death released the lock


@pytest.mark.slow_proof
def test_a_passphrase_change_killed_at_any_moment_leaves_one_that_opens(
    vault_folder: Path, cost: KdfCost, proof_count: Count
) -> None:
    vault, _ = create(vault_folder, "first", cost=cost)
    vault.close()
    dice = random.Random(8)
    for _ in range(proof_count(6, 150)):
        process = subprocess.Popen([sys.executable, "-c", CHANGING, str(vault_folder)], stdout=subprocess.PIPE)
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"open"
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(dice.random() * 0.05)
        process.kill()
        process.communicate()
        try:
            opened = unlock(vault_folder, "first")
        except WrongPassphrase:
            opened = unlock(vault_folder, "second")
            opened.change_passphrase("first", cost)
        opened.close()
    assert not list(vault_folder.glob(".*part"))


CHANGING_ONCE = """
import sys
from pathlib import Path
from journal.vault.keys import KdfCost
from journal.vault.vault import unlock
unlock(Path(sys.argv[1]), "first").change_passphrase("second", KdfCost(64, 1, 1))
"""


@pytest.mark.slow_proof
def test_a_passphrase_change_killed_at_each_change_of_the_disk_leaves_one_that_opens(
    vault_folder: Path, cost: KdfCost, tmp_path: Path, killed: Callable[..., Iterator[int]]
) -> None:
    create(vault_folder, "first", cost=cost)[0].close()
    whole = Path(shutil.copytree(vault_folder, tmp_path / "whole"))

    def reset() -> None:
        shutil.rmtree(vault_folder)
        shutil.copytree(whole, vault_folder)

    opened_by = set()
    for _at in killed(CHANGING_ONCE, [str(vault_folder)], reset, small=8):
        for passphrase in ("first", "second"):
            try:
                unlock(vault_folder, passphrase).close()
            except WrongPassphrase:
                continue
            opened_by.add(passphrase)
            break
        else:
            pytest.fail("neither passphrase opens")
        assert not list(vault_folder.glob(".*part"))
    assert opened_by == {"first", "second"}
