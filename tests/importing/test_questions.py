"""Questions that come back: read from lines or JSON, closed or not, and kept as a note of the right session."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from journal.errors import ReculError
from journal.errors.imports import DamagedImport, ImportTooLarge, RepeatedAnswer, UnrecognisedImport
from journal.errors.refusals import UnsafeTarget
from journal.importing.questions import LARGEST, content_of, read
from journal.model.entry import Link, NewEntry, Rel
from journal.model.kind import Kind, State
from journal.model.returned import Returned, ReturnedLine, ReturnedText
from journal.model.session import SessionDetails
from journal.practice import capturing, coming_up, framing, reading, scheduling
from journal.practice import returned_questions as asked_back
from journal.practice.notebook import Notebook, open_notebook
from journal.practice.returned_lines import lines_of, taken_for_greetings
from journal.vault.vault import OpenVault


def never(_content: bytes) -> bytes:
    raise AssertionError


def asked(content: bytes, opened: Callable[[bytes], bytes] = never) -> list[str]:
    (came,) = read(content, "", opened).found
    assert isinstance(came, Returned)
    return [line.text for line in lines_of(came) if line.ticked]


@pytest.fixture
def notebook(vault: OpenVault) -> Notebook:
    return open_notebook(vault)


def test_lines_and_json_are_read_alike() -> None:
    lines = "\ufeff- Qu’a-t-elle vu ?\n\n2. Et \x1b[31mvous ?\n".encode()
    assert asked(lines) == ["Qu’a-t-elle vu ?", "Et ␛[31mvous ?"]
    told = json.dumps({"questions": ["Qu’a-t-elle vu ?"], "from": "Mme Lenoir"}).encode()
    assert asked(told) == ["Qu’a-t-elle vu ?"]
    (came,) = read(told, "", never).found
    assert isinstance(came, Returned)
    assert came.sender == "Mme Lenoir"


def test_an_age_file_is_opened_first() -> None:
    assert asked(b"age-encryption.org/v1\n...", lambda _closed: b"Une ?") == ["Une ?"]


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
        read(content, "", never)


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


def line(text: str, **fields: Any) -> ReturnedLine:
    return ReturnedLine(text, ticked=True, **fields)


def test_questions_wait_for_the_next_session_else_the_last_and_know_their_passage(notebook: Notebook) -> None:
    assert asked_back.session_for(notebook) is None
    engagement, now = framing.begin(notebook, "Poste").ref, notebook.clock()
    held = scheduling.plan_one(notebook, engagement, now - timedelta(days=3), SessionDetails(number=1, notes="Dit."))
    scheduling.hold(notebook, held)
    assert getattr(asked_back.session_for(notebook), "ref", None) == held.ref
    coming = scheduling.plan_one(notebook, engagement, now + timedelta(days=3), SessionDetails(number=2))
    assert getattr(asked_back.session_for(notebook), "ref", None) == coming.ref
    assert getattr(asked_back.session_for(notebook, held.ref), "ref", None) == held.ref
    scene = capturing.write(notebook, NewEntry(kind=Kind.SITUATION, title="Le CODIR", happened_at=now))
    thought = capturing.write(
        notebook,
        NewEntry(kind=Kind.REFLECTION, title="De loin", happened_at=now, links=(Link(rel=Rel.ABOUT, ref=scene.ref),)),
    )
    came = Returned((), sender="Mme Lenoir", disclosure=3)
    one, two = asked_back.keep(
        notebook, came, (line("Une ?", passage=thought.ref, title="De loin"), line("Deux ?" * 30)), coming.ref
    )
    assert (one.kind, one.state, one.title, one.audience.value) == (Kind.QUESTION, State.WAITING, "Une ?", "me")
    assert [(link.rel, link.ref) for link in one.links] == [(Rel.ABOUT, thought.ref), (Rel.PART_OF, coming.ref)]
    assert asked_back.situation_of(notebook, one) == scene.ref
    assert asked_back.words_of(two) == "Deux ?" * 30
    assert [each.ref for each in coming_up.waiting(notebook)] == [one.ref, two.ref]
    asked_back.put(notebook, one, State.LAID_ASIDE)
    assert [each.ref for each in coming_up.waiting(notebook)] == [two.ref]


def test_what_came_in_is_known_when_it_comes_again_even_destroyed(notebook: Notebook) -> None:
    came = Returned((ReturnedText("Bonjour,\nUne ?\nDeux ?\nMerci"),), sender="Mme Lenoir")
    offered = asked_back.offered(notebook, came)
    assert [(each.text, each.ticked) for each in offered] == [
        ("Bonjour,", False), ("Une ?", True), ("Deux ?", True), ("Merci", False)
    ]  # fmt: skip
    (kept,) = asked_back.keep(notebook, came, [offered[1]])
    assert [(each.known, each.ticked) for each in asked_back.offered(notebook, came)][1:3] == [
        (True, False), (False, True)
    ]  # fmt: skip
    asked_back.keep(notebook, came, [offered[2]])
    reading.trash(notebook, kept.ref)
    reading.purge(notebook, kept.ref)
    with pytest.raises(RepeatedAnswer):
        asked_back.offered(notebook, came)
    assert [each.ticked for each in asked_back.offered(notebook, came, again=True)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("text", "every", "ticked"),
    [
        ("Bonjour, comment allez-vous ?", False, []),
        ("Qu’avez-vous vu ? Merci", False, ["Qu’avez-vous vu ? Merci"]),
        ("Bonjour, qu’avez-vous senti quand il a fermé ?", False, ["Bonjour, qu’avez-vous senti quand il a fermé ?"]),
        ("« Et vous ? »", False, ["« Et vous ? »"]),
        ("Décrivez ce que vous avez senti.\nMme Lenoir\nÀ mardi", True, ["Décrivez ce que vous avez senti."]),
        ("Décrivez ce que vous avez senti.", False, []),
        ("At what moment did you know that you would put your papers\naway, and what then?", False,
         ["At what moment did you know that you would put your papers away, and what then?"]),
        ("Hi,\nWhat did you see?\nThanks\nKind regards", True, ["What did you see?"]),
    ],
)  # fmt: skip
def test_a_greeting_is_never_a_question_and_a_line_that_a_mail_broke_is_one(
    text: str, every: bool, ticked: list[str]
) -> None:
    came = Returned((ReturnedText(text),), all_ask=every)
    assert [each.text for each in lines_of(came) if each.ticked] == ticked


def test_what_asks_and_is_not_proposed_is_told_unless_it_came_in_before(notebook: Notebook) -> None:
    came = Returned((ReturnedText("Bonjour, comment allez-vous ?\nUne ?\nDeux ?\nMerci\nÇa va ?"),))
    offered = asked_back.offered(notebook, came)
    told = ["Bonjour, comment allez-vous ?", "Ça va ?"]
    assert [each.text for each in taken_for_greetings(offered)] == told
    asked_back.keep(notebook, came, [each for each in offered if each.text == "Une ?"])
    assert [each.text for each in taken_for_greetings(asked_back.offered(notebook, came))] == told
