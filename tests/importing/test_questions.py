"""Questions that come back: read from lines or JSON, closed or not, and kept as a note of the right session."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from journal.errors import NoSession, ReculError
from journal.errors.imports import DamagedImport, ImportTooLarge, UnrecognisedImport
from journal.errors.refusals import UnsafeTarget
from journal.importing.questions import LARGEST, Questions, content_of, read
from journal.model.session import SessionDetails
from journal.practice import framing, reading, scheduling
from journal.practice import returned_questions as asked_back
from journal.practice.notebook import Notebook, open_notebook
from journal.vault.vault import OpenVault


def never(_content: bytes) -> bytes:
    raise AssertionError


@pytest.fixture
def notebook(vault: OpenVault) -> Notebook:
    return open_notebook(vault)


def test_lines_and_json_are_read_alike() -> None:
    lines = "\ufeff- Qu’a-t-elle vu ?\n\n2. Et \x1b[31mvous ?\n".encode()
    assert read(lines, never).asked == ("Qu’a-t-elle vu ?", "Et ␛[31mvous ?")
    told = json.dumps({"questions": ["Qu’a-t-elle vu ?"], "from": "Mme Lenoir"}).encode()
    assert read(told, never) == Questions(("Qu’a-t-elle vu ?",), "Mme Lenoir")


def test_an_age_file_is_opened_first() -> None:
    assert read(b"age-encryption.org/v1\n...", lambda _closed: b"Une ?").asked == ("Une ?",)


@pytest.mark.parametrize(
    ("content", "refused"),
    [
        (b"\n \n", DamagedImport),
        (b'{"questions": "one"}', DamagedImport),
        (b'{"questions": [1]}', DamagedImport),
        (b'{"questions": ["a"], "from": 3}', DamagedImport),
        (b'{"questions": [' + b"[" * 9000, DamagedImport),
        (b"\xff\xfe", UnrecognisedImport),
        (b"a\n" * 101, ImportTooLarge),
        (b"a" * 2001, ImportTooLarge),
    ],
)
def test_what_holds_no_questions_is_refused(content: bytes, refused: type[ReculError]) -> None:
    with pytest.raises(refused):
        read(content, never)


def test_only_files_of_questions_are_taken_for_some(tmp_path: Path) -> None:
    path = tmp_path / "a"
    for content, taken in ((b'{"kind": "situation"}', False), (b'{ "questions": []}', True), (b"Une ?", False)):
        path.write_bytes(content)
        assert (content_of(str(path), told=False) is not None) is taken
        assert content_of(str(path), told=True) == content
    assert content_of(str(tmp_path), told=False) is None
    with pytest.raises(UnsafeTarget):
        content_of(str(tmp_path), told=True)
    path.write_bytes(b"a" * (LARGEST + 1))
    with pytest.raises(ImportTooLarge):
        content_of(str(path), told=True)


def test_questions_stand_below_the_notes_of_the_next_session_else_the_last(notebook: Notebook) -> None:
    with pytest.raises(NoSession):
        asked_back.session_for(notebook)
    engagement, now = framing.begin(notebook, "Poste").ref, notebook.clock()
    held = scheduling.plan_one(notebook, engagement, now - timedelta(days=3), SessionDetails(number=1, notes="Dit."))
    scheduling.hold(notebook, held)
    assert asked_back.session_for(notebook).ref == held.ref
    kept = asked_back.note(notebook, asked_back.session_for(notebook), ("Une ?", "Deux ?"), "Mme Lenoir")
    notes = "Dit.\n\nQuestions from Mme Lenoir:\n\n- Une ?\n- Deux ?"
    assert kept.details_as(SessionDetails).notes == notes
    assert notes in reading.entry(notebook, held.ref).body
    coming = scheduling.plan_one(notebook, engagement, now + timedelta(days=3), SessionDetails(number=2))
    assert asked_back.session_for(notebook).ref == coming.ref
    assert asked_back.session_for(notebook, held.ref).ref == held.ref
    notebook.store.close()
