"""What was said to be kept is on the disk, whatever the power or the disk does (docs/SECURITY.md, promises 12 and 13).

A writer runs under strace, which notes every write and every sync. The disk after a power cut is then built anew from
that note: of each file only what had been synced by the time an entry was acknowledged.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from journal.store.store import Store
from journal.vault.vault import OpenVault, unlock

if shutil.which("strace") is None:
    pytest.skip("needs strace", allow_module_level=True)

pytestmark = pytest.mark.outside

WRITER = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from journal.errors import ReculError
from journal.model.entry import NewEntry
from journal.model.kind import Kind
from journal.store import entry_writing
from journal.store.store import Store
from journal.vault import connection
from journal.vault.vault import unlock

if sys.argv[3] == "careless":
    prepare = connection._prepare
    def careless(opened):
        prepare(opened)
        opened.execute("PRAGMA synchronous = OFF")
    connection._prepare = careless
store = Store.open(unlock(Path(sys.argv[1]), sys.stdin.readline().rstrip("\\n")))
at = datetime(2026, 11, 24, 12, tzinfo=UTC)
def say(*words):
    os.write(1, " ".join(map(str, words)).encode() + b"\\n")

say("open")
for _ in range(int(sys.argv[2])):
    try:
        with store.writing() as tx:
            ref = entry_writing.add(tx, NewEntry(kind=Kind.SITUATION, body="mot " * 300, happened_at=at), at).ref
    except ReculError as error:
        say(type(error).__name__, error.exit_code)
    else:
        say("kept", ref)
"""

_CALL = re.compile(r'^\d+\s+(\w+)\(\d+<([^>]*)>(?:, "([^"]*)"(?:\.\.\.)?, (\d+)(?:, (\d+))?)?.*\) += (\d+)')
Count = Callable[[int, int], int]


def written(folder: Path, passphrase: str, entries: int, *, how: str = "", strace: tuple[str, ...]) -> list[str]:
    """Run the writer under strace and return what it said."""
    done = subprocess.run(
        ["strace", "-f", "--seccomp-bpf", "-qq", *strace, sys.executable, "-c", WRITER, str(folder), str(entries), how],
        input=passphrase + "\n", capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def _plain(told: str) -> bytes:
    return bytes.fromhex(told.replace("\\x", ""))


def disks(trace: Path, before: Path) -> Iterator[tuple[int, dict[str, bytearray]]]:
    """Yield each acknowledged entry with what the files hold after a power cut at that moment."""
    cached = {path.name: bytearray(path.read_bytes()) for path in before.iterdir() if path.is_file()}
    synced = {name: bytearray(content) for name, content in cached.items()}
    for line in trace.read_text("ascii", "replace").splitlines():
        call = _CALL.match(line)
        if call is None:
            continue
        name, path, data, _length, at, _result = call.groups()
        file, content = Path(_plain(path).decode()).name, _plain(data or "")
        if name == "pwrite64":
            kept = cached.setdefault(file, bytearray())
            start = int(at)
            kept.extend(bytes(max(0, start + len(content) - len(kept))))
            kept[start : start + len(content)] = content
        elif name in ("fsync", "fdatasync") and file in cached:
            synced[file] = bytearray(cached[file])
        elif name == "ftruncate":
            cached[file] = cached.setdefault(file, bytearray())[: int(line.rpartition(", ")[2].split(")")[0])]
        elif name == "write" and content.startswith(b"kept "):
            yield int(content.split()[1]), synced


def lost(trace: Path, before: Path, place: Path, passphrase: str) -> list[int]:
    """Return the acknowledged entries that a power cut right after their acknowledgement would have taken."""
    missing, seen = [], 0
    for ref, files in disks(trace, before):
        seen += 1
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(before, place)
        for name, content in files.items():
            if not name.endswith("-shm"):
                (place / name).write_bytes(content)
        opened = unlock(place, passphrase)
        store = Store.open(opened)
        with store.reading() as tx:
            if tx.value("SELECT count(*) FROM entry WHERE ref = ?", (ref,)) != 1:
                missing.append(ref)
            assert tx.value("PRAGMA integrity_check") == "ok"
        store.close()
        opened.close()
    assert seen
    return missing


@pytest.fixture
def filled(vault: OpenVault) -> OpenVault:
    """A closed vault whose tables are there."""
    Store.open(vault).close()
    vault.close()
    return vault


@pytest.mark.slow_proof
@pytest.mark.parametrize(("how", "loses"), [("", False), ("careless", True)])
def test_a_power_cut_takes_nothing_that_was_acknowledged_while_a_careless_writer_loses(
    filled: OpenVault, passphrase: str, tmp_path: Path, proof_count: Count, how: str, *, loses: bool
) -> None:
    before, trace = tmp_path / "before", tmp_path / "trace"
    shutil.copytree(filled.folder, before)
    calls = "trace=pwrite64,write,fsync,fdatasync,ftruncate"
    options = ("-y", "-xx", "-s", "65536", "-e", calls, "-e", "signal=none", "-o", str(trace))
    entries = proof_count(6, 200)
    said = written(filled.folder, passphrase, entries, how=how, strace=options)
    assert said == ["open", *(f"kept {ref}" for ref in range(1, entries + 1))]
    assert bool(lost(trace, before, tmp_path / "cut", passphrase)) is loses


@pytest.mark.parametrize(
    ("calls", "first", "refusal", "told"),
    [
        ("pwrite64", 60, "ENOSPC", "DiskFull 9"),
        ("pwrite64", 60, "EIO", "StorageFailed 9"),
        ("pwrite64", 60, "EROFS", "StorageFailed 9"),
        ("fsync", 6, "EIO", "StorageFailed 9"),
    ],
)
def test_a_disk_that_refuses_is_told_and_nothing_is_called_kept_that_is_not(
    filled: OpenVault, passphrase: str, calls: str, first: int, refusal: str, told: str
) -> None:
    refusing = f"inject={calls}:error={refusal}:when={first}..{first + 30}"
    said = written(filled.folder, passphrase, 12, strace=("-o", os.devnull, "-e", f"trace={calls}", "-e", refusing))
    assert said[0] == "open"
    kept = {int(line.split()[1]) for line in said if line.startswith("kept")}
    assert kept
    assert {line for line in said[1:] if not line.startswith("kept")} == {told}
    opened = unlock(filled.folder, passphrase)
    store = Store.open(opened)
    with store.reading() as tx:
        assert kept <= {row[0] for row in tx.rows("SELECT ref FROM entry")}
        assert tx.value("PRAGMA integrity_check") == "ok"
    store.close()
    opened.close()
