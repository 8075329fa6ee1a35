"""The way back of a locked page: written in a browser without network, opened by the vault, tied to its passages."""

import json
import os
import time
from collections.abc import Iterator
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
from journal.model.returned import Returned
from journal.model.sealed_answer import SealedAnswer
from journal.practice import capturing, fictitious_year, preparing, scheduling
from journal.practice.notebook import open_notebook
from journal.practice.returned_lines import lines_of
from journal.sharing import way_back
from journal.sharing.delivering import Delivery, deliver, settle_pending
from journal.sharing.previewing import Preview
from journal.sharing.protecting import Encryption
from journal.sharing.protecting.html_page import Answering
from journal.sharing.rendering import render
from journal.sharing.repository import prepare
from journal.sharing.selecting import Selection
from journal.store import disclosures, entries, key_pairs
from journal.vault.vault import OpenVault
from tests.sharing.chromium import Browser, chromium
from tests.sharing.firefox import Firefox
from tests.sharing.sealing import RAW, block, hostile_answers, sealed
from tests.sharing.test_in_a_browser import TYPE

SECRET = "lampe-prince-bureau-savon-mars-cle"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start one browser for all tests of this file."""
    if os.name == "nt":
        pytest.skip("the browser is spoken to through pipes of POSIX")
    started = Browser(chromium(), tmp_path_factory.mktemp("profile"))
    yield started
    started.close()


def shown(keeper: Any, audience: Audience = Audience.PRACTITIONER) -> Preview:
    refs = tuple(
        keeper.write(title=title, body=body).ref
        for title, body in (("Le CODIR", "On a repoussé."), ("Le planning", "Je l’ai refait."), ("Le 20", "Au siège."))
    )
    return prepare(keeper, Selection(refs=refs, audience=audience, language="fr"))


def left(keeper: Any, preview: Preview, target: Path, protection: Protection = Protection.HTML) -> Disclosure:
    closing = Encryption(protection, SECRET if protection is not Protection.NONE else "")
    plain = protection is Protection.NONE
    return deliver(keeper, preview, Delivery(target, FileFormat.HTML, closing, "Mme Lenoir", plaintext=plain))


def a_disclosure(at: datetime, refs: tuple[int, ...]) -> Disclosure:
    return Disclosure(
        at=at, audience=Audience.PRACTITIONER, refs=refs, titles=(), format=FileFormat.HTML,
        protection=Protection.HTML, file_name="a.html", sha256="0" * 64, preview_digest="0" * 64,
    )  # fmt: skip


def opened(keeper: Any, text: str) -> Returned:
    (answer,) = returned.of_text(text).found
    assert isinstance(answer, SealedAnswer)
    return way_back.opened(keeper, answer)


TYPE_AND_OPEN = """
(async () => {
  const status = document.querySelector("[role=status]");
  const heard = new Promise(done => new MutationObserver(() => {
    if (status.textContent !== BUSY) done(status.textContent);
  }).observe(status, {childList: true}));
  document.getElementById("passphrase").value = PASSPHRASE;
  document.getElementById("open").click();
  return heard;
})()
""".replace("BUSY", json.dumps("Ouverture…"))

WRITE = """
(async () => {
  const put = (box, text) => { box.value = text; box.dispatchEvent(new Event("input")); };
  put(document.getElementById("answer-1"), SECOND);
  put(document.getElementById("answer-last"), LAST);
  const status = document.querySelector("[role=status]");
  const told = () => new Promise(done => new MutationObserver(() => done(status.textContent))
    .observe(status, {childList: true}));
  const heard = told();
  document.getElementById(WHICH).click();
  return [await heard, document.getElementById("block").value];
})()
"""


def written(browser: "Browser | Firefox", which: str, second: str, last: str) -> tuple[str, str]:
    script = WRITE.replace("WHICH", json.dumps(which))
    told = browser.ask(script.replace("SECOND", json.dumps(second)).replace("LAST", json.dumps(last)))
    return told[0], told[1]


def test_two_questions_come_back_from_the_page_by_block_and_by_file(
    keeper: Any, tmp_path: Path, browser: Browser
) -> None:
    preview = shown(keeper)
    page = tmp_path / "a.html"
    disclosure = left(keeper, preview, page)
    assert disclosure.preview_digest == preview.digest
    browser.open(page)
    browser.allow_downloads(tmp_path)
    browser.ask(TYPE.replace("PASSPHRASE", json.dumps("wrong words")))
    assert "n’ouvre pas le document" in browser.ask("document.querySelector('[role=status]').textContent")
    assert browser.ask("document.activeElement.id") == "passphrase"
    browser.ask(TYPE.replace("PASSPHRASE", json.dumps(f" {SECRET.upper().replace('-', ' – ')}\u00a0")))
    assert browser.ask("document.activeElement.tagName") == "H1"
    assert browser.ask("document.querySelector('[role=status]').textContent") == "Le document est ouvert."
    assert browser.ask("document.querySelectorAll('main article details.answer textarea').length") == 3
    assert browser.ask("document.querySelector('label[for=answer-1]').textContent").startswith("Votre question sur")
    heard, pasted = written(browser, "copy", "Qu’avez-vous vu ?", "Et ensuite ?\nÀ mardi")
    assert "mail" in heard
    quoted = "> " + pasted.replace("\n", "\r\n> ").replace("-----", "—–")
    for text in (pasted, quoted, f"Bonjour,\n\n{pasted}\n-- \nMme Lenoir"):
        came = opened(keeper, text)
        assert [(each.text, each.passage, each.title) for each in came.texts] == [
            ("Qu’avez-vous vu ?", preview.refs[1], "Le planning"),
            ("Et ensuite ?\nÀ mardi", None, ""),
        ]
        assert (came.sender, came.disclosure, came.all_ask) == ("Mme Lenoir", disclosure.id, True)
    _heard, saved = written(browser, "save", "Qu’avez-vous vu ?", "Et ensuite ?")
    browser.ask("new Promise(done => setTimeout(done, 500))")
    (file,) = tmp_path.glob("*.txt")
    assert file.read_text("utf-8") == saved
    assert [each.text for each in opened(keeper, saved).texts] == ["Qu’avez-vous vu ?", "Et ensuite ?"]
    assert [url for url in browser.requests if not url.startswith("blob:")] == [page.as_uri()]
    assert browser.complaints == []
    assert (
        browser.ask("Object.keys(localStorage).length + Object.keys(sessionStorage).length + document.cookie.length")
        == 0
    )


@pytest.mark.outside
def test_the_same_in_firefox(keeper: Any, tmp_path: Path) -> None:
    preview = shown(keeper)
    page = tmp_path / "a.html"
    disclosure = left(keeper, preview, page)
    firefox = Firefox(tmp_path / "profile", tmp_path)
    try:
        firefox.open(page)
        assert firefox.ask("document.activeElement.id") == "passphrase"
        assert "n’ouvre pas" in firefox.ask(TYPE_AND_OPEN.replace("PASSPHRASE", json.dumps("non")))
        typed = SECRET.upper().replace("-", " ")
        assert firefox.ask(TYPE_AND_OPEN.replace("PASSPHRASE", json.dumps(typed))) == "Le document est ouvert."
        _heard, pasted = written(firefox, "copy", "Qu’avez-vous vu ?", "Et ensuite ?")
        came = opened(keeper, pasted)
        assert [(each.text, each.passage) for each in came.texts] == [
            ("Qu’avez-vous vu ?", preview.refs[1]), ("Et ensuite ?", None)
        ]  # fmt: skip
        assert came.disclosure == disclosure.id
        _heard, saved = written(firefox, "save", "Qu’avez-vous vu ?", "Et après ?")
        until = time.monotonic() + 20
        while (
            not (found := [each for each in tmp_path.glob("*.txt") if each.stat().st_size]) and time.monotonic() < until
        ):
            firefox.ask("new Promise(done => setTimeout(done, 100))")
        assert found[0].read_text("utf-8") == saved
        assert [each.text for each in opened(keeper, saved).texts] == ["Qu’avez-vous vu ?", "Et après ?"]
    finally:
        firefox.close()


def test_an_empty_field_asks_for_words_and_an_eye_shows_them(keeper: Any, tmp_path: Path, browser: Browser) -> None:
    page = tmp_path / "a.html"
    left(keeper, shown(keeper), page)
    browser.open(page)
    assert browser.ask("document.activeElement.id") == "passphrase"
    assert browser.ask("document.getElementById('inert')") is None
    browser.ask("document.querySelector('form').requestSubmit()")
    assert browser.ask("document.querySelector('[role=status]').textContent") == "Tapez d’abord la phrase de passe."
    browser.ask("document.getElementById('eye').click()")
    assert browser.ask("document.getElementById('passphrase').type") == "text"
    browser.ask("document.getElementById('eye').click()")
    assert browser.ask("document.getElementById('passphrase').type") == "password"


def test_where_scripts_do_not_run_the_page_says_to_save_it(keeper: Any, tmp_path: Path, browser: Browser) -> None:
    page = tmp_path / "a.html"
    left(keeper, shown(keeper), page)
    browser.open(page, scripts=False)
    assert browser.ask("getComputedStyle(document.querySelector('form')).display") == "none"
    assert "enregistrez" in browser.ask("document.getElementById('inert').innerText")


def test_without_webcrypto_the_page_says_so_and_offers_no_field(keeper: Any, tmp_path: Path, browser: Browser) -> None:
    page = tmp_path / "a.html"
    left(keeper, shown(keeper), page)
    browser.open(page, before="Object.defineProperty(globalThis, 'crypto', {value: {}})")
    assert "ne peut pas ouvrir" in browser.ask("document.getElementById('inert').innerText")
    assert browser.ask("getComputedStyle(document.querySelector('form')).display") == "none"


def test_a_composed_page_has_a_box_for_each_section_but_the_room_to_write(vault: OpenVault) -> None:
    notebook = open_notebook(vault)
    fictitious_year.live(notebook, "fr")
    session = scheduling.next_session(notebook)
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
