"""The way back of a locked page: a key for its answers, opened by the vault, tied to its passages."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from journal.errors import ReculError
from journal.errors.imports import AlteredAnswer, CutAnswer, EndedAnswers, ForeignAnswer, ImportTooLarge
from journal.importing import returned
from journal.model.audience import Audience
from journal.model.disclosure import Disclosure, FileFormat, Protection
from journal.model.entry import NewEntry
from journal.model.key_pair import KeyPurpose
from journal.model.kind import Kind
from journal.practice import capturing, coming_up, fictitious_year, preparing
from journal.practice.notebook import open_notebook
from journal.practice.returned_lines import lines_of
from journal.sharing import way_back
from journal.sharing.delivering import settle_pending
from journal.sharing.protecting.html_page import Answering
from journal.sharing.rendering import render
from journal.sharing.repository import prepare
from journal.sharing.selecting import Selection
from journal.store import disclosures, entries, key_pairs
from journal.vault.vault import OpenVault
from tests.sharing.departures import left, opened, shown
from tests.sharing.sealing import RAW, block, hostile_answers, sealed


def a_disclosure(at: datetime, refs: tuple[int, ...]) -> Disclosure:
    return Disclosure(
        at=at, audience=Audience.PRACTITIONER, refs=refs, titles=(), format=FileFormat.HTML,
        protection=Protection.HTML, file_name="a.html", sha256="0" * 64, preview_digest="0" * 64,
    )  # fmt: skip


def test_a_composed_page_has_a_box_for_each_section_but_the_room_to_write(vault: OpenVault) -> None:
    notebook = open_notebook(vault)
    fictitious_year.live(notebook, "fr")
    session = coming_up.next_session(notebook)
    assert session is not None
    scene = capturing.write(notebook, NewEntry(kind=Kind.SITUATION, title="Le hall", happened_at=notebook.clock()))
    preparing.prepare(notebook, session, question="Et moi ?", expectation="", brings=(scene.ref,))
    preview = prepare(notebook, Selection(refs=(session.ref,), audience=Audience.PRACTITIONER, language="fr"))
    page = render(preview.document, FileFormat.HTML).decode()
    way = way_back.made(preview, notebook.clock())
    assert page.count("<article") == len(way.answering.marks) == len(preview.document.items)
    assert way.answering.marks.count(way_back.NO_BOX) == 1
    assert scene.ref in preview.passages
    passages = json.loads(way.pair.details["passages"])
    (mark,) = [mark for mark, (ref, _title) in passages.items() if ref == scene.ref]
    with notebook.store.writing() as tx:
        disclosure = disclosures.add(tx, a_disclosure(notebook.clock(), preview.refs))
        way_back.keep(tx, way.intent, disclosure)
    came = opened(notebook, block(sealed(way.answering, [(mark, "Une ?")])))
    assert (came.texts[0].passage, came.session) == (scene.ref, session.ref)
    notebook.store.close()


def test_only_a_locked_page_for_a_reader_who_may_answer_holds_a_key(keeper: Any, tmp_path: Path) -> None:
    preview = shown(keeper)
    open_page = left(keeper, preview, tmp_path / "open.html", Protection.NONE)
    assert "dans un mail" in (tmp_path / "open.html").read_text("utf-8")
    assert not way_back.is_open(keeper, open_page)
    for_me = left(keeper, shown(keeper, Audience.ME), tmp_path / "me.html")
    assert not way_back.is_open(keeper, for_me)
    locked = left(keeper, preview, tmp_path / "locked.html")
    assert way_back.is_open(keeper, locked)
    written_there = (tmp_path / "locked.html").read_text("utf-8")
    assert "BEGIN RECUL ANSWER" not in written_there, "all of the way back is inside the ciphertext"


@pytest.fixture
def way(keeper: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Disclosure, Answering]:
    """Return a departure, and what its page holds to answer with."""
    made: list[way_back.WayBack] = []
    make = way_back.made
    monkeypatch.setattr(way_back, "made", lambda *given: made.append(make(*given)) or made[-1])
    return left(keeper, shown(keeper), tmp_path / "a.html"), made[0].answering


def test_what_is_cut_altered_foreign_ended_or_huge_is_refused_in_words(
    keeper: Any, way: tuple[Disclosure, Answering]
) -> None:
    disclosure, page = way
    good = block(sealed(page, [("", "Une ?")]))
    assert [each.text for each in opened(keeper, good).texts] == ["Une ?"]
    for text, refused in (
        (good[: len(good) // 2], CutAnswer),
        (good.replace(good[200:204], "AAAA"), AlteredAnswer),
        (good.replace("\n", "\n?", 3), AlteredAnswer),
        (block(b"x" * 300), ForeignAnswer),
        (block(sealed(page, [])), AlteredAnswer),
        (block(sealed(page, [("", "a" * 9000)])), AlteredAnswer),
        (block(sealed(page, [("", "a")] * 201)), AlteredAnswer),
        (block(b"x" * 500_000), ImportTooLarge),
        ("a" * (returned.LARGEST_TEXT + 1), ImportTooLarge),
    ):
        with pytest.raises(refused) as failure:
            opened(keeper, text)
        assert failure.value.message()
    way_back.end(keeper, disclosure)
    with pytest.raises(EndedAnswers):
        opened(keeper, good)
    assert not way_back.is_open(keeper, disclosure)


def test_a_mark_that_nobody_gave_ties_a_text_to_nothing(keeper: Any, way: tuple[Disclosure, Answering]) -> None:
    _disclosure, page = way
    came = opened(keeper, block(sealed(page, [(page.marks[0], "Une ?"), ("1", "Deux ?"), ("00" * 8, "Trois ?")])))
    assert [each.passage is None for each in came.texts] == [False, True, True]
    assert len(set(page.marks)) == 3
    assert all(len(mark) == 16 for mark in page.marks)


def test_a_departure_that_a_kill_left_unregistered_keeps_its_way_back(
    keeper: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from journal.sharing import delivering

    preview, made = shown(keeper), list[way_back.WayBack]()
    make = way_back.made
    monkeypatch.setattr(way_back, "made", lambda *given: made.append(make(*given)) or made[-1])
    with monkeypatch.context() as killed:
        killed.setattr(delivering, "_register", lambda *_given: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            left(keeper, preview, tmp_path / "a.html")
    assert settle_pending(keeper) == 1
    assert [each.text for each in opened(keeper, block(sealed(made[0].answering, [("", "Une ?")]))).texts] == ["Une ?"]


@pytest.mark.slow_proof
def test_hostile_answers_change_nothing_and_none_reaches_a_terminal_raw(
    keeper: Any, way: tuple[Disclosure, Answering], proof_count: Any
) -> None:
    def content() -> list[Any]:
        with keeper.store.reading() as tx:
            return [entries.every_ref(tx), disclosures.all(tx), key_pairs.of_purpose(tx, KeyPurpose.ANSWER)]

    before = content()
    for text in hostile_answers(way[1], proof_count(200, 5000)):
        try:
            told = [line.text for line in lines_of(opened(keeper, text))]
        except ReculError as error:
            told = [error.message()]
        for words in told:
            assert not RAW.search(words)
    assert content() == before
