"""Leaving, killed at any step: a complete archive or none, a vault that opens whole or that no key opens."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from journal.errors import DamagedVault, VaultNotFound
from journal.importing.formats import ImportOptions
from journal.importing.reading import read_source
from journal.importing.saving import save_entries
from journal.model.entry import Entry
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.practice import fictitious_year, framing, reading
from journal.practice.notebook import Notebook, open_notebook
from journal.vault.keys import KdfCost
from journal.vault.vault import create, unlock

PASSPHRASE = "girafe velours tambour octobre"
CHEAP = KdfCost(64, 1, 1)
ENTRIES = 232  # of the fictitious year, about

_LEAVING = """
import os, sys
from datetime import datetime
from pathlib import Path
from journal.practice import framing, withdrawing
from journal.practice.notebook import open_notebook
from journal.sharing.taking_along import take_along
from journal.vault.vault import unlock
left, way, folder, archive = int(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4])

def count(event, arguments):
    global left
    touches = event in ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link")
    if touches or event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR):
        left -= 1
        if left < 0:
            os._exit(9)

notebook = open_notebook(unlock(folder, sys.argv[5]), lambda: datetime.fromisoformat("2026-11-24T18:42:00+01:00"))
engagement = framing.engagements(notebook)[0].ref
sys.addaudithook(count)
if way == "take":
    take_along(notebook, archive)
    withdrawing.withdraw(notebook, engagement)
else:
    withdrawing.destroy(notebook)
"""


@pytest.fixture
def lived(tmp_path: Path, clock: Any) -> Path:
    """A closed vault that holds the fictitious year."""
    folder = tmp_path / "vault"
    vault, _code = create(folder, PASSPHRASE, cost=CHEAP)
    notebook = open_notebook(vault, clock)
    fictitious_year.live(notebook, "fr")
    notebook.close()
    return folder


def killed_at(step: int, way: str, folder: Path, archive: Path) -> bool:
    """Leave this way in a process that dies before its file operation number `step`; return whether it did."""
    command = [sys.executable, "-c", _LEAVING, str(step), way, str(folder), str(archive), PASSPHRASE]
    done = subprocess.run(command, capture_output=True, env=os.environ, timeout=60, check=False)
    assert done.returncode in (0, 9), done.stderr
    return done.returncode == 9


def everything(notebook: Notebook) -> list[Entry]:
    return [reading.entry(notebook, line.ref) for line in reading.newest(notebook, Filter(), 1000)]


# Leaving changes the first two after they were written, and no validation of a statement comes in.
CHANGED = (Kind.ENGAGEMENT, Kind.SESSION, Kind.STATEMENT)


def told(entries: list[Entry]) -> list[tuple[Any, ...]]:
    """Return what entries say, without numbers, which another journal gives anew."""
    places = {entry.ref: (entry.kind, entry.title, entry.happened_at) for entry in entries}
    return sorted(
        (
            entry.kind.value, entry.title, entry.body, entry.happened_at, entry.created_at, entry.state.value,
            entry.audience.value, entry.tags, entry.people, entry.patterns,
            [(link.rel, places.get(link.ref)) for link in entry.links],
            entry.details.model_dump_json(exclude={"offers": {"__all__": {"session"}}}),
        )
        for entry in entries
    )  # fmt: skip


@pytest.mark.slow_proof
def test_an_archive_is_there_whole_or_not_at_all_and_the_vault_keeps_everything(
    lived: Path, tmp_path: Path, clock: Any, proof_count: Callable[[int, int], int]
) -> None:
    seen = set()
    for step in range(0, 100, proof_count(4, 1)):
        copy, archive = tmp_path / f"copy-{step}", tmp_path / f"{step}.jsonl"
        shutil.copytree(lived, copy)
        killed = killed_at(step, "take", copy, archive)
        notebook = open_notebook(unlock(copy, PASSPHRASE), clock)
        before = everything(notebook)
        assert len(before) >= ENTRIES
        gone = framing.engagements(notebook, ended=True)[0].state is State.WITHDRAWN
        notebook.close()
        assert archive.exists() or not gone
        if archive.exists():
            other, _code = create(tmp_path / f"other-{step}", PASSPHRASE, cost=CHEAP)
            elsewhere = open_notebook(other, clock)
            source = read_source(str(archive), ImportOptions(clock()))
            save_entries(elsewhere.store, [source], clock(), source.people())
            came, stays = (
                told([each for each in entries if each.kind not in CHANGED])
                for entries in (everything(elsewhere), before)
            )
            assert came == stays
            elsewhere.close()
        seen.add(archive.exists())
        shutil.rmtree(copy)
        if not killed:
            break
    else:
        raise AssertionError("never ran to its end")
    assert seen == {True, False}


@pytest.mark.slow_proof
def test_keys_being_destroyed_leave_a_whole_vault_or_one_that_nothing_opens(
    lived: Path, tmp_path: Path, clock: Any, proof_count: Callable[[int, int], int]
) -> None:
    seen = set()
    for step in range(0, 100, proof_count(2, 1)):
        copy = tmp_path / f"copy-{step}"
        shutil.copytree(lived, copy)
        killed = killed_at(step, "destroy", copy, tmp_path / "none")
        try:
            notebook = open_notebook(unlock(copy, PASSPHRASE), clock)
        except (VaultNotFound, DamagedVault):
            seen.add("nothing opens it")
        else:
            assert len(everything(notebook)) >= ENTRIES
            notebook.close()
            seen.add("whole")
        shutil.rmtree(copy)
        if not killed:
            break
    else:
        raise AssertionError("never ran to its end")
    assert seen == {"whole", "nothing opens it"}
