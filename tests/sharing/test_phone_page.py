"""The page for the phone in a real browser without network: it seals, forgets, and says where it cannot."""

import json
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from journal import p256
from journal.importing import phone_files
from journal.language import Language
from journal.model.entry import Entry
from journal.model.key_pair import KeyPurpose
from journal.model.sealed_note import BEGIN, END
from journal.model.situation import SituationDetails
from journal.sharing import phone
from journal.sharing.words import common
from journal.store import entries, key_pairs
from tests.sharing.chromium import Browser, chromium
from tests.sharing.firefox import Firefox

PHONE = {"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": True}
LANGUAGES: tuple[Language, ...] = ("fr", "en")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start one browser for all tests of this file."""
    if os.name == "nt":
        pytest.skip("the browser is spoken to through pipes of POSIX")
    started = Browser(chromium(), tmp_path_factory.mktemp("profile"))
    yield started
    started.close()


def written(keeper: Any, folder: Path, language: Language = "fr") -> tuple[Path, str]:
    return phone.write(keeper, folder, language)


def opened(browser: Browser, page: Path, *, dark: bool = False, **how: Any) -> None:
    browser.open(page, **how)
    browser.call("Emulation.setDeviceMetricsOverride", **PHONE)
    browser.call(
        "Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
    )


def kept(keeper: Any) -> list[Entry]:
    with keeper.store.reading() as tx:
        return [entries.get(tx, ref) for ref in entries.every_ref(tx)]


READY = """
new Promise(done => {
  const look = () => document.querySelector("form").hidden ? setTimeout(look, 10) : done(document.activeElement.id);
  look();
})
"""

SEAL = """
(async () => {
  const put = (id, said) => { document.getElementById(id).value = said; };
  put("text", TEXT);
  put("when", WHEN);
  for (const [id, said] of Object.entries(HEAT)) put(`heat-${id}`, said);
  document.querySelector("form").requestSubmit();
  const result = document.getElementById("result");
  await new Promise(done => {
    const look = () => result.hidden ? setTimeout(look, 1) : done();
    look();
  });
  return document.getElementById("block").value;
})()
"""


def sealed(browser: "Browser | Firefox", text: str, when: str = "", heat: dict[str, str] | None = None) -> str:
    script = SEAL.replace("WHEN", json.dumps(when)).replace("HEAT", json.dumps(heat or {}))
    return str(browser.ask(script.replace("TEXT", json.dumps(text))))


def press(browser: "Browser | Firefox", button: str) -> None:
    browser.ask(f"(async () => document.getElementById('{button}').click())()")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_notes_are_sealed_on_a_phone_without_network_and_each_comes_in_once(
    keeper: Any, tmp_path: Path, browser: Browser, proof_count: Any, language: Language, *, dark: bool
) -> None:
    page, words = written(keeper, tmp_path, language)
    assert page.name == {"fr": "PERSONNEL-recul-telephone.html", "en": "PERSONAL-recul-phone.html"}[language]
    opened(browser, page, dark=dark)
    assert browser.ask(READY) == "text"
    assert words in browser.ask("document.getElementById('words').textContent")
    count = proof_count(5, 2500)  # in each language and each light
    for number in range(count):
        text = f"Le hall {number}\nTout le monde a vu : é, 😀.{'!' * (number * 37 % 3000)}"
        block = sealed(browser, text, "hier 18h", {"before": "7", "facts": "Il est sorti."} if number % 2 else {})
        (taken, again) = (block, f"> {block}".replace("\n", "\r\n> ").replace("-----", "—–"))
        assert len(phone_files.take_text(keeper.store, taken, keeper.now).refs) == 1
        with pytest.raises(phone_files.RepeatedNote):
            phone_files.take_text(keeper.store, again, keeper.now)
        press(browser, "copy")
        browser.ask("new Promise(done => setTimeout(done, 0))")
        browser.ask("document.getElementById('block').dispatchEvent(new Event('copy'))")
        press(browser, "more")
    came = kept(keeper)
    assert sorted(each.title for each in came) == sorted(f"Le hall {number}" for number in range(count))
    assert {each.details_as(SituationDetails).intensity for each in came} == ({7, None} if count > 1 else {None})
    assert [url for url in browser.requests if not url.startswith("blob:")] == [page.as_uri()]
    assert browser.complaints == []
    held = "Object.keys(localStorage).length + Object.keys(sessionStorage).length + document.cookie.length"
    assert browser.ask(held) == 0


def test_once_sealed_the_text_is_gone_and_the_file_is_the_block(keeper: Any, tmp_path: Path, browser: Browser) -> None:
    page, _words = written(keeper, tmp_path)
    downloads = tmp_path / "downloads"
    downloads.mkdir()
    opened(browser, page)
    browser.allow_downloads(downloads)
    browser.ask(READY)
    block = sealed(browser, "Canari secret\nlampe", "hier", {"facts": "canari de plus"})
    assert browser.ask("document.activeElement.id") == "gone"
    held = "[...document.querySelectorAll('input,textarea')].map(each => each.value).join() + document.body.innerHTML"
    assert "anari" not in browser.ask(held)
    assert browser.ask("document.querySelector('form').hidden") is True
    press(browser, "more")
    assert browser.ask("document.getElementById('result').hidden") is False, "it was not carried yet"
    press(browser, "save")
    until = time.monotonic() + 20
    while not (found := [each for each in downloads.glob("*.txt") if each.stat().st_size]) and time.monotonic() < until:
        browser.ask("new Promise(done => setTimeout(done, 50))")
    assert found[0].read_text("utf-8") == block
    assert re.fullmatch(r"recul-note-[0-9a-f]{8}\.txt", found[0].name)
    size = len("".join(block.partition(BEGIN)[2].partition(END)[0].split())) * 3 // 4
    assert (size - 16 - 65 - 16) // 1024 == 1, "a size tells KiB and nothing finer"
    assert phone_files.look(keeper.store, tmp_path / "vault", [str(downloads)], keeper.now, remove=True) == 1
    assert list(downloads.iterdir()) == []
    (entry,) = kept(keeper)
    assert (entry.title, entry.body.splitlines()[0]) == ("Canari secret", "lampe")
    press(browser, "more")
    assert browser.ask("document.getElementById('block').value") == ""


def test_leaving_with_a_text_or_a_note_not_taken_along_asks(keeper: Any, tmp_path: Path, browser: Browser) -> None:
    page, _words = written(keeper, tmp_path)
    opened(browser, page)
    browser.ask(READY)
    asks = "(() => { const asked = new Event('beforeunload', {cancelable: true}); return !dispatchEvent(asked); })()"
    assert browser.ask(asks) is False
    browser.ask("document.getElementById('text').value = 'Un mot'")
    assert browser.ask(asks) is True
    sealed(browser, "Un mot")
    assert browser.ask(asks) is True
    browser.ask("document.getElementById('block').dispatchEvent(new Event('copy'))")
    assert browser.ask(asks) is False


def test_what_is_missing_or_no_number_is_said_and_nothing_is_lost(
    keeper: Any, tmp_path: Path, browser: Browser
) -> None:
    page, _words = written(keeper, tmp_path, "en")
    opened(browser, page)
    browser.ask(READY)
    status = "document.querySelector('[role=status]').textContent"
    browser.ask("document.querySelector('form').requestSubmit()")
    assert browser.ask(status) == "Write something first."
    browser.ask("document.getElementById('text').value = 'Kept'; document.getElementById('heat-before').value = '11'")
    browser.ask("document.querySelector('form').requestSubmit()")
    assert browser.ask(status) == "A number from 0 to 10, or nothing."
    assert browser.ask("document.activeElement.id + document.getElementById('text').value") == "heat-beforeKept"


@pytest.mark.parametrize("language", LANGUAGES)
def test_fields_ask_no_dictionary_and_remember_nothing(
    keeper: Any, tmp_path: Path, browser: Browser, language: Language
) -> None:
    page, _words = written(keeper, tmp_path, language)
    opened(browser, page)
    browser.ask(READY)
    fields = "[...document.querySelectorAll('input,textarea')]"
    assert browser.ask(f"{fields}.length") == 7
    assert browser.ask(f"{fields}.every(each => !each.spellcheck && each.autocomplete === 'off')") is True
    assert browser.ask(f"{fields}.every(each => each.labels.length === 1)") is True
    told = browser.ask("document.querySelector('form').innerText")
    assert {"fr": "Claviers et dictées peuvent envoyer", "en": "Keyboards and dictation can send on"}[language] in told
    assert browser.ask("document.documentElement.scrollWidth <= innerWidth") is True


@pytest.mark.parametrize(
    ("language", "told"),
    [("fr", "Il n’est pas scellé"), ("en", "It is not sealed")],
)
def test_where_it_cannot_seal_it_says_so_and_names_the_other_way(
    keeper: Any, tmp_path: Path, browser: Browser, language: Language, told: str
) -> None:
    page, _words = written(keeper, tmp_path, language)
    without = "Object.defineProperty(globalThis, 'crypto', {value: {getRandomValues: (all) => all}})"
    for how in ({"scripts": False}, {"before": without}):
        opened(browser, page, **how)
        assert browser.ask("getComputedStyle(document.querySelector('form')).display") == "none"
        assert told in browser.ask("document.getElementById('inert').innerText").replace("\u202f", " ")


def test_the_page_holds_no_secret_and_no_address(keeper: Any, tmp_path: Path) -> None:
    page, words = written(keeper, tmp_path)
    with keeper.store.reading() as tx:
        (pair,) = key_pairs.of_purpose(tx, KeyPurpose.PHONE)
    content = page.read_bytes()
    text = content.decode()
    for secret in (pair.private, pair.private.hex().encode(), str(int.from_bytes(pair.private, "big")).encode()):
        assert secret not in content
    assert p256.opened(pair.private, b"", b"") is None
    assert words in text
    assert all(word in common("fr") for word in words.split())
    assert not re.search(r"https?://|//[\w-]+\.|mailto:|[\w.]+@[\w-]+\.\w", text)
    assert not re.search(r"\bfetch\b|XMLHttp|WebSocket|sendBeacon|localStorage", text)
    assert not re.search(r"\s(?:src|href|action)\s*=\s*[\"']", text)
    assert "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-" in text
    assert str(tmp_path) not in text


@pytest.mark.outside
def test_the_same_in_firefox(keeper: Any, tmp_path: Path) -> None:
    page, _words = written(keeper, tmp_path)
    firefox = Firefox(tmp_path / "profile", tmp_path)
    try:
        firefox.open(page)
        assert firefox.ask(READY) == "text"
        block = sealed(firefox, "Le hall\nTout le monde a vu.", "hier 18h", {"after": "3"})
        assert len(phone_files.take_text(keeper.store, block, keeper.now).refs) == 1
        assert [each.title for each in kept(keeper)] == ["Le hall"]
        assert firefox.ask("Promise.resolve(document.getElementById('text').value)") == ""
        press(firefox, "save")
        until = time.monotonic() + 20
        while not (found := [each for each in tmp_path.glob("*.txt") if each.stat().st_size]):
            assert time.monotonic() < until
            firefox.ask("new Promise(done => setTimeout(done, 100))")
        assert found[0].read_text("utf-8") == block
    finally:
        firefox.close()
