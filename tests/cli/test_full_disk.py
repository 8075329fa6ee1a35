"""A disk without room: what is in the journal can be read and taken elsewhere, and nothing is called kept."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from journal.errors.storage import DiskFull, StorageFailed
from journal.vault import connection, vault

if TYPE_CHECKING:
    from tests.cli.conftest import Shell

FULL = "The disk is full"
KILLED = """
import os, sys, pathlib
from journal.clock import now
from journal.practice import capturing, reading
from journal.practice.notebook import open_notebook
from journal.vault import vault

folder, passphrase = map(pathlib.Path, sys.argv[1:])
notebook = open_notebook(vault.unlock(folder, passphrase.read_text().strip()))
capturing.rewrite(notebook, reading.entry(notebook, 1).with_(title="le mot dans le registre"))
os._exit(0)
"""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of four megabytes, where this system lets one be made."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("needs root on Linux, to mount a small file system")
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "none", str(disk)], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("needs the right to mount a small file system")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def fill(disk: Path) -> Path:
    """Leave no byte on the disk."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (4096, 1):
            try:
                while file.write(bytes(size)):
                    pass
            except OSError:
                continue
    assert shutil.disk_usage(disk).free == 0
    return filler


@pytest.mark.parametrize("killed", [False, True])
def test_a_full_disk_is_read_exported_and_backed_up_elsewhere(
    shell: "Shell", small_disk: Path, *, killed: bool
) -> None:
    shell.log("le premier mot")
    assert shell.run("list").code == 0
    folder = small_disk / "vault"
    shutil.copytree(shell.folder, folder)
    there = ("--vault", str(folder))
    if killed:  # with a log that no closing has written into the database
        subprocess.run([sys.executable, "-c", KILLED, str(folder), str(shell.passphrase_file)], check=True, timeout=60)
        assert (folder / "journal.db-wal").stat().st_size
    fill(small_disk)
    listed = shell.run("list", *there)
    assert listed.code == 0
    assert ("le mot dans le registre" if killed else "le premier mot") in listed.out
    assert FULL in listed.err
    assert shell.run("show", "1", *there).code == 0
    assert shell.run("search", "mot", *there).code == 0
    to = shell.home / "out.md"
    assert shell.run("export", "1", "--for", "me", "--plaintext", "--to", str(to), *there).code == 0
    assert "mot" in to.read_text("utf-8")
    to = shell.home / "coach.md"
    sent = shell.run("export", "1", "--for", "coach", "--plaintext", "--to", str(to), *there)
    assert sent.code == (0 if to.exists() else 9)
    registered = sent.code == 0  # the last page of a log may have held what was intended: then it is registered later
    assert shell.run("backup", "--to", str(shell.home / "kept"), *there).code == 0
    filler = fill(small_disk)  # the room of a log that was written into the database
    before = (folder / "journal.db").read_bytes()
    done = shell.bare("log", *there, stdin="un autre mot")
    assert (done.code, done.err) == (9, "The disk is full.\n")
    assert shell.run("people", "add", "Karim", "--alias", "N-1", *there).code == 9
    assert (folder / "journal.db").read_bytes() == before

    filler.unlink()
    assert shell.run("people", "add", "Karim", "--alias", "N-1", *there).code == 0
    assert FULL not in shell.run("list", *there).err
    assert [each["file"] for each in shell.run("disclosures", *there, "--json").json].count("coach.md") == registered


def refuse_what_is_shared(monkeypatch: pytest.MonkeyPatch, asked: list[bool]) -> None:
    """Let the engine open the database only alone, as on a disk without room for what connections share."""
    known = connection._unlock

    def unlocked(opened: Any, key: bytes, *, alone: bool = False) -> None:
        asked.append(alone)
        if not alone:
            raise DiskFull
        known(opened, key, alone=alone)

    monkeypatch.setattr(connection, "_unlock", unlocked)


def test_after_a_first_failure_the_database_is_opened_alone_and_stays_so(
    shell: "Shell", monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.log("un mot")
    assert shell.run("list").code == 0
    asked: list[bool] = []
    refuse_what_is_shared(monkeypatch, asked)
    done = shell.run("list")
    assert done.code == 0
    assert "un mot" in done.out
    assert FULL in done.err
    assert asked[:2] == [False, True]
    assert False not in asked[1:]


def test_what_fails_alone_too_is_told_as_it_failed_first(shell: "Shell", monkeypatch: pytest.MonkeyPatch) -> None:
    opened = vault.unlock(shell.folder, shell.passphrase_file.read_text("utf-8").strip())

    def refused(_opened: Any, _key: bytes, *, alone: bool = False) -> None:
        raise StorageFailed if alone else DiskFull

    monkeypatch.setattr(connection, "_unlock", refused)
    with closing(opened), pytest.raises(DiskFull):
        opened.connect()
    assert not opened.disk_full
