"""What the store promises about files, kills and errors (docs/SECURITY.md)."""

import os
import random
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from journal.errors import EntryNotFound, NewerFormat, ReculError
from journal.errors.storage import ReadOnlyDisk, StorageFailed
from journal.model.draft import Draft
from journal.model.entry import Entry, NewEntry
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.model.person import Person
from journal.store import captures, drafts, entries, entry_writing, people, preferences, revisions, searching
from journal.store.store import Store
from journal.vault.vault import OpenVault, unlock

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
Keep = Callable[..., Entry]
Hits = Callable[[Path, str], list[Path]]
CANARY = "zygomorphe-7f3ac21b-confidentiel"


@pytest.mark.slow_proof
def test_nothing_that_was_written_can_be_read_in_the_files(
    vault: OpenVault,
    store: Store,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    proof_count: Callable[[int, int], int],
    hits: Hits,
) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    (tmp_path / "control").write_text(f"{CANARY}")
    assert hits(tmp_path, CANARY) == [tmp_path / "control"]
    (tmp_path / "control").unlink()
    canary = CANARY
    for number in range(proof_count(150, 1000)):
        with store.writing() as tx:
            new = NewEntry(
                kind=Kind.SITUATION,
                title=f"{canary} {number}",
                body=f"{canary} " * 40,
                tags=(f"{canary}-tag",),
                people=(f"{canary} Person",),
                happened_at=NOON,
            )
            entry = entry_writing.add(tx, new, NOON)
            drafts.keep(tx, Draft(key=f"entry:{entry.ref}", text=canary * 20, saved_at=NOON))
            if number % 7 == 0:
                entry_writing.change(tx, entry.with_(body=f"autre {canary}"), NOON)
            preferences.put(tx, f"k{number % 5}", canary)
        with store.reading() as tx:
            assert searching.search(tx, "zygomorphe", Filter(), 5)
            tx.rows("SELECT body FROM entry ORDER BY body || title DESC")  # makes the engine sort in a temporary place
    assert hits(vault.folder, canary) == []
    assert hits(temporary, canary) == []
    store.close()
    assert hits(tmp_path, canary) == []


_WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from journal.model.entry import NewEntry
from journal.model.kind import Kind
from journal.store import entries, entry_writing
from journal.store.store import Store
from journal.vault.vault import unlock

store = Store.open(unlock(Path(sys.argv[1]), sys.stdin.readline().rstrip("\\n")))
at = datetime(2026, 11, 24, 12, tzinfo=UTC)
while True:
    with store.writing() as tx:
        ref = entry_writing.add(tx, NewEntry(kind=Kind.SITUATION, body=sys.argv[2] * 30, happened_at=at), at).ref
    sys.stdout.write(f"{ref}\\n")
    sys.stdout.flush()
"""


@pytest.mark.slow_proof
def test_what_was_acknowledged_survives_a_kill_and_no_kill_leaves_anything_readable(
    vault: OpenVault, passphrase: str, tmp_path: Path, proof_count: Callable[[int, int], int], hits: Hits
) -> None:
    vault.close()
    choose = random.Random(7)
    acknowledged = 0
    for _ in range(proof_count(4, 1000)):
        child = subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(vault.folder), CANARY],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=os.environ | {"TMPDIR": str(tmp_path)},
        )  # fmt: skip
        assert child.stdin
        assert child.stdout
        child.stdin.write(passphrase + "\n")
        child.stdin.flush()
        for _ in range(choose.randint(1, 40)):
            acknowledged = int(child.stdout.readline())
        child.kill()
        rest, _ = child.communicate()
        acknowledged = max([acknowledged, *map(int, rest.split("\n")[:-1])])
        assert hits(tmp_path, CANARY) == []
        opened = unlock(vault.folder, passphrase)
        store = Store.open(opened)
        with store.reading() as tx:
            assert entries.get(tx, acknowledged).ref == acknowledged
            assert tx.value("SELECT count(*) FROM entry") >= acknowledged
            assert tx.value("PRAGMA integrity_check") == "ok"
        store.close()
        opened.close()


def test_a_transaction_that_fails_leaves_nothing(store: Store, keep: Keep) -> None:
    keep(title="avant")
    with pytest.raises(EntryNotFound), store.writing() as tx:
        entry_writing.add(tx, NewEntry(kind=Kind.SITUATION, title="pendant", happened_at=NOON), NOON)
        entries.get(tx, 4711)
    with store.reading() as tx:
        assert [line.title for line in entries.newest(tx, Filter(), 9)] == ["avant"]


def test_errors_of_the_engine_carry_no_content(store: Store) -> None:
    canary = "zygomorphe-confidentiel"
    with store.writing() as tx:
        people.keep_person(tx, Person(name=canary, alias="P1"))
    with pytest.raises(StorageFailed) as caught, store.writing() as tx:
        tx.run("INSERT INTO person(name, folded, alias, forms) VALUES (?, ?, ?, ?)", (canary, canary, canary, canary))
    told = "".join(traceback.format_exception(caught.value))
    assert canary not in told
    assert "INSERT" not in told


def test_values_are_silent_when_printed(keep: Keep) -> None:
    entry = keep(title="zygomorphe", body="zygomorphe")
    assert "zygomorphe" not in f"{entry!r} {entry} {[entry]}"


def test_readers_see_the_journal_as_it_was_while_somebody_writes(store: Store, keep: Keep) -> None:
    keep(title="avant")
    seen: list[int] = []
    with store.writing() as tx:
        entry_writing.add(tx, NewEntry(kind=Kind.SITUATION, title="pendant", happened_at=NOON), NOON)

        def look() -> None:
            with store.reading() as other:
                seen.append(len(entries.newest(other, Filter(), 9)))

        thread = threading.Thread(target=look)
        thread.start()
        thread.join()
    assert seen == [1]


def test_many_writers_wait_for_each_other_and_none_fails(store: Store, keep: Keep) -> None:
    kept = keep(body="0")
    failures: list[Exception] = []

    def count() -> None:
        for _ in range(20):
            try:
                with store.writing() as tx:
                    entry = entries.get(tx, kept.ref)
                    entry_writing.change(tx, entry.with_(body=str(int(entry.body) + 1)), NOON, keep_revision=False)
            except ReculError as error:
                failures.append(error)

    threads = [threading.Thread(target=count) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with store.reading() as tx:
        assert entries.get(tx, kept.ref).body == "160"


def test_a_capture_is_taken_over_once_even_after_it_was_destroyed(store: Store) -> None:
    new = NewEntry(kind=Kind.SITUATION, body="vu", happened_at=NOON)
    with store.writing() as tx:
        entry = captures.take_over(tx, "abc", new, NOON)
        assert entry is not None
        assert captures.take_over(tx, "abc", new, NOON) is None
        entries.purge(tx, entry.ref)
        assert captures.take_over(tx, "abc", new, NOON) is None


def test_a_clock_set_back_and_forth_changes_no_order(store: Store) -> None:
    clocks = [NOON, NOON.replace(year=2016), NOON.replace(year=2036), datetime.fromisoformat("2026-10-25T02:30+02:00")]
    clocks.append(datetime.fromisoformat("2026-10-25T02:30+01:00"))  # the hour that comes twice
    with store.writing() as tx:
        refs = [
            entry_writing.add(tx, NewEntry(kind=Kind.SITUATION, body="x", happened_at=NOON), at).ref for at in clocks
        ]
        for number, at in enumerate(clocks):
            entry_writing.change(tx, entries.get(tx, refs[0]).with_(body=f"wording {number}"), at)
    assert refs == sorted(refs)
    with store.reading() as tx:
        assert entries.get(tx, refs[0]).body == "wording 4"
        told = [revision.body for revision in revisions.of_entry(tx, refs[0])]
        assert [line.ref for line in entries.newest(tx, Filter(), 9)] == refs[::-1]
    assert told == ["wording 3", "wording 2", "wording 1", "wording 0", "x"]


def test_a_newer_journal_is_refused_and_left_alone(vault: OpenVault, store: Store) -> None:
    with store.writing() as tx:
        tx.run("PRAGMA user_version = 9999")
    store.close()
    with pytest.raises(NewerFormat):
        Store.open(vault)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.name == "nt", reason="needs POSIX permissions")
def test_a_journal_that_cannot_be_written_can_be_read(
    vault: OpenVault, store: Store, keep: Keep, passphrase: str
) -> None:
    kept = keep(title="lu")
    store.close()
    vault.close()
    reader = unlock(vault.folder, passphrase)
    reader.close()
    reading = Store.open(_as_read_only(vault.folder, passphrase))
    with reading.reading() as tx:
        assert entries.get(tx, kept.ref).title == "lu"
    with pytest.raises(ReadOnlyDisk), reading.writing() as tx:
        entries.set_trashed(tx, kept.ref, NOON)
    reading.close()


def _as_read_only(folder: Path, passphrase: str) -> OpenVault:
    """Return a vault opened as one whose place cannot be written to; root may write anywhere, so access is asked."""
    from unittest.mock import patch

    with patch("journal.vault.vault.os.access", return_value=False):
        return unlock(folder, passphrase)
