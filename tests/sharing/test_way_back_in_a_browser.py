"""The way back as a reader walks it: a locked page opened and answered in a browser without network."""

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.sharing.chromium import Browser, chromium
from tests.sharing.departures import SECRET, left, opened, shown
from tests.sharing.firefox import Firefox
from tests.sharing.test_in_a_browser import TYPE


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start one browser for all tests of this file."""
    if os.name == "nt":
        pytest.skip("the browser is spoken to through pipes of POSIX")
    started = Browser(chromium(), tmp_path_factory.mktemp("profile"))
    yield started
    started.close()


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
    for _moment in range(400):  # a busy machine takes its time to write a download
        if list(tmp_path.glob("*.txt")):
            break
        browser.ask("new Promise(done => setTimeout(done, 50))")
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
