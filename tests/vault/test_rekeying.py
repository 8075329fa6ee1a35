"""A new data key: everything comes along, the old secrets open nothing, and a kill at any step loses nothing."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from journal.errors import ReculError, WrongPassphrase, WrongRecoveryCode
from journal.vault import inbox, rekeyed, rekeying
from journal.vault.keys import KdfCost, RecoveryCode
from journal.vault.vault import OpenVault, create, unlock, unlock_with_code

OLD, NEW = "correct horse battery staple", "girafe velours tambour octobre"
ROWS = 400
CHEAP = KdfCost(64, 1, 1)


@pytest.fixture
def made(tmp_path: Path) -> tuple[Path, RecoveryCode]:
    """A closed vault with rows, a full-text index and one capture that nobody has taken over."""
    folder = tmp_path / "vault"
    vault, code = create(folder, OLD, cost=CHEAP)
    with closing(vault.connect()) as database:
        database.execute("CREATE VIRTUAL TABLE words USING fts5(body)")
        database.executemany("INSERT INTO words VALUES (?)", ((f"number {row} " + "x" * 500,) for row in range(ROWS)))
    vault.close()
    inbox.seal(folder, b"sealed to the old key")
    return folder, code


def rows(vault: OpenVault) -> int:
    with closing(vault.connect()) as database:
        return int(database.execute("SELECT count(*) FROM words WHERE words MATCH 'number'").fetchone()[0])


def whole(folder: Path, passphrase: str, captures: list[bytes]) -> None:
    vault = unlock(folder, passphrase)
    assert rows(vault) == ROWS
    assert [capture.payload for capture in vault.captures()] == captures
    vault.close()
    assert not [path.name for path in folder.iterdir() if path.name.startswith("rekey")]


def test_everything_comes_along_and_the_old_secrets_open_nothing(made: tuple[Path, RecoveryCode]) -> None:
    folder, old_code = made
    vault = unlock(folder, OLD)
    old_key, shown = vault.database_key(), list[RecoveryCode]()
    rekeying.rekey(vault, NEW, CHEAP, shown.append)
    vault.close()
    inbox.seal(folder, b"sealed before the new files are in place")
    whole(folder, NEW, [b"sealed to the old key", b"sealed before the new files are in place"])
    with pytest.raises(WrongPassphrase):
        unlock(folder, OLD)
    with pytest.raises(WrongRecoveryCode):
        unlock_with_code(folder, old_code)
    (code,) = shown
    fresh = unlock_with_code(folder, code)
    assert fresh.database_key() != old_key
    fresh.close()


def test_what_was_never_decided_is_swept_and_the_old_vault_stays(made: tuple[Path, RecoveryCode]) -> None:
    folder, _code = made
    vault = unlock(folder, OLD)

    def stop(_shown: RecoveryCode) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rekeying.rekey(vault, NEW, CHEAP, stop)
    vault.close()
    assert (folder / rekeyed.PREPARING).exists()
    whole(folder, OLD, [b"sealed to the old key"])


def test_a_capture_sealed_while_the_key_changes_is_sealed_to_the_new_one(
    made: tuple[Path, RecoveryCode], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, _code = made
    before = inbox._header(folder)
    vault = unlock(folder, OLD)
    rekeying.rekey(vault, NEW, CHEAP, lambda _shown: None)
    vault.close()
    unlock(folder, NEW).close()
    known: Iterator[object] = iter([before])
    now = inbox._header
    monkeypatch.setattr(inbox, "_header", lambda at: next(known, None) or now(at))
    inbox.seal(folder, b"late")
    whole(folder, NEW, [b"sealed to the old key", b"late"])


_KILLED = """
import os, sys
from pathlib import Path
from journal.vault import rekeying, vault
from journal.vault.keys import KdfCost
left, folder = int(sys.argv[1]), Path(sys.argv[2])

def count(event, arguments):
    global left
    touches = event in ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "shutil.rmtree")
    if touches or event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR):
        left -= 1
        if left < 0:
            os._exit(9)

opened = vault.unlock(folder, sys.argv[3])
sys.addaudithook(count)
rekeying.rekey(opened, sys.argv[4], KdfCost(64, 1, 1), print)
opened.close()
vault.unlock(folder, sys.argv[4]).close()
"""


@pytest.mark.slow_proof
def test_killed_at_any_step_the_old_or_the_new_passphrase_opens_everything(
    made: tuple[Path, RecoveryCode], tmp_path: Path, proof_count: Callable[[int, int], int]
) -> None:
    folder, _code = made
    opened_by = set()
    stride = 1 if proof_count(0, 1) else 3
    for step in range(0, 300, stride):
        copy = tmp_path / f"copy-{step}"
        shutil.copytree(folder, copy)
        command = [sys.executable, "-c", _KILLED, str(step), str(copy), OLD, NEW]
        done = subprocess.run(command, capture_output=True, env=os.environ, timeout=60, check=False)
        assert done.returncode in (0, 9), done.stderr
        try:
            unlock(copy, OLD).close()
        except WrongPassphrase:
            which = NEW
        except ReculError as error:
            raise AssertionError(step) from error
        else:
            which = OLD
        whole(copy, which, [b"sealed to the old key"])
        opened_by.add(which)
        shutil.rmtree(copy)
        if done.returncode == 0:
            break
    else:
        raise AssertionError("never ran to its end")
    assert opened_by == {OLD, NEW}
