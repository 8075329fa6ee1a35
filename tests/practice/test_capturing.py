"""Writing things down: what is kept, what is half-written, what comes in from the shell."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

import pytest

from journal.errors import EntryNotFound
from journal.errors.refusals import EntryChangedMeanwhile
from journal.model.draft import Draft
from journal.model.entry import NewEntry
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.practice import accepting, capturing, reading
from journal.practice.notebook import Notebook
from journal.vault import inbox

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


class Clock(Protocol):
    at: datetime

    def pass_(self, **amount: float) -> None: ...


def situation(**fields: object) -> NewEntry:
    return NewEntry.model_validate({"kind": Kind.SITUATION, "happened_at": NOON} | fields)


def sealed_in(folder: Path, **payload: object) -> None:
    inbox.seal(folder, json.dumps({"v": 1, **payload}).encode())


def test_the_first_line_serves_as_title_when_none_is_given(notebook: Notebook, clock: Clock) -> None:
    kept = capturing.write(notebook, situation(body="Le CODIR\n\nIl a parlé."))
    assert (kept.title, kept.body, kept.created_at) == ("Le CODIR", "Il a parlé.", clock.at)


def test_a_title_that_was_given_leaves_the_text_alone(notebook: Notebook) -> None:
    kept = capturing.write(notebook, situation(title="Titre", body="Le CODIR\n\nIl a parlé."))
    assert (kept.title, kept.body) == ("Titre", "Le CODIR\n\nIl a parlé.")


def test_several_entries_are_kept_together_or_not_at_all(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    add, calls = capturing.entry_writing.add, iter((True, False))

    def fails_second(*told: object) -> object:
        if not next(calls):
            raise EntryNotFound(ref=0)
        return add(*told)  # type: ignore[arg-type]  # handed through as it came

    monkeypatch.setattr(capturing.entry_writing, "add", fails_second)
    with pytest.raises(EntryNotFound):
        capturing.write_all(notebook, [situation(title="A"), situation(title="B")])
    assert reading.newest(notebook, Filter(), 9) == []


def test_a_change_from_an_older_reading_is_refused_and_nothing_is_lost(notebook: Notebook, clock: Clock) -> None:
    read = capturing.write(notebook, situation(title="A", body="un"))
    clock.pass_(minutes=3)
    changed = capturing.rewrite(notebook, read.with_(body="deux"))
    assert (changed.revision, changed.updated_at) == (2, clock.at)
    with pytest.raises(EntryChangedMeanwhile):
        capturing.rewrite(notebook, read.with_(body="trois"))
    assert reading.entry(notebook, read.ref).body == "deux"


def test_what_is_half_written_is_found_again_until_it_is_dropped(notebook: Notebook) -> None:
    for minutes, text in enumerate(("Il a", "Il a dit « non »")):
        saved = Draft(key="new:situation:1", text=text, fields={"heat": 7}, saved_at=NOON + timedelta(minutes=minutes))
        capturing.autosave(notebook, saved)
    capturing.autosave(notebook, Draft(key="entry:1", text="avant", saved_at=NOON))
    assert [(each.key, each.text) for each in capturing.drafts(notebook)] == [
        ("new:situation:1", "Il a dit « non »"),
        ("entry:1", "avant"),
    ]
    assert capturing.draft(notebook, "new:situation:1") == saved
    capturing.drop_draft(notebook, "new:situation:1")
    assert capturing.draft(notebook, "new:situation:1") is None


def test_a_capture_waits_to_be_looked_at_and_is_then_accepted(notebook: Notebook) -> None:
    sealed_in(notebook.vault.folder, text="vu", title="Couloir", tags=["codir"], at="2026-11-23T18:30:00+01:00")
    assert capturing.take_over_captures(notebook) == 1
    assert capturing.take_over_captures(notebook) == 0
    (line,) = reading.newest(notebook, Filter(states=(State.CAPTURED,)), 9)
    entry = reading.entry(notebook, line.ref)
    assert (entry.title, entry.body, entry.tags) == ("Couloir", "vu", ("codir",))
    assert entry.happened_at == datetime(2026, 11, 23, 17, 30, tzinfo=UTC)
    assert accepting.accept(notebook, line.ref).state is State.KEPT
    assert reading.revisions(notebook, line.ref) == []


def test_a_capture_without_a_moment_happened_when_it_was_written(notebook: Notebook) -> None:
    sealed_in(notebook.vault.folder, text="vu", at=None, written_at="2026-11-20T08:00:00+00:00")
    capturing.take_over_captures(notebook)
    assert reading.newest(notebook, Filter(), 1)[0].happened_at == datetime(2026, 11, 20, 8, tzinfo=UTC)


def test_a_discarded_capture_is_in_the_trash(notebook: Notebook) -> None:
    sealed_in(notebook.vault.folder, text="vu")
    capturing.take_over_captures(notebook)
    ref = reading.newest(notebook, Filter(), 1)[0].ref
    capturing.discard(notebook, ref)
    assert reading.newest(notebook, Filter(), 9) == []
    assert [line.ref for line in reading.newest(notebook, Filter(trashed=True), 9)] == [ref]


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"null",
        b"[1, 2]",
        b"\xff\x00bonjour",
        b'{"text": null}',
        b'{"text": 5}',
        b'{"text": "a\\ud800b"}',
        b'{"text": "x", "tags": [{"a": 1}, null, ""]}',
        b'{"text": "x", "tags": ["' + b"a" * 5000 + b'"]}',
        b'{"text": ' + b"1" * 5000 + b"}",
        b"[" * 100_000,
        b'{"a":' * 50_000,
        b'{"text": "x", "at": "0001-01-01T00:00:00"}',
        b'{"text": "x", "at": "0001-01-01T00:00:00+14:00"}',
        b'{"text": "x", "at": "9999-12-31T23:59:59-14:00"}',
    ],
    ids=range(15),
)  # fmt: skip
def test_no_capture_however_malformed_stops_the_others_or_the_journal(notebook: Notebook, payload: bytes) -> None:
    inbox.seal(notebook.vault.folder, payload)
    sealed_in(notebook.vault.folder, text="vu", title="lisible")
    assert capturing.take_over_captures(notebook) == 2
    lines = reading.newest(notebook, Filter(), 9)
    assert "lisible" in {line.title for line in lines}
    assert [line.happened_at.astimezone(UTC) for line in lines]  # every one can be told in another zone
    assert list(notebook.vault.captures()) == []


def test_a_capture_that_is_not_understood_keeps_its_words(notebook: Notebook) -> None:
    inbox.seal(notebook.vault.folder, "pas du JSON : « non »".encode())
    capturing.take_over_captures(notebook)
    assert reading.newest(notebook, Filter(), 1)[0].title == "pas du JSON : « non »"
