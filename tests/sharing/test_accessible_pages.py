"""Pages that leave, looked at by axe-core: no violation in any state, in both languages, light and dark.

`RECUL_AXE` names its script (`npm pack axe-core`, then package/axe.min.js); without it these tests are left out.
"""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from journal.language import Language, choose
from journal.model.audience import Audience
from journal.model.disclosure import FileFormat
from journal.sharing import phone
from journal.sharing.document import Document
from journal.sharing.previewing import Material, compose
from journal.sharing.rendering import render
from journal.sharing.repository import prepare
from journal.sharing.selecting import Selection
from tests.sharing.chromium import Browser, chromium
from tests.sharing.departures import SECRET, left
from tests.sharing.test_in_a_browser import TYPE
from tests.sharing.test_phone_page import LANGUAGES, READY, opened, sealed
from tests.sharing.test_way_back_in_a_browser import written

BODY = "## Un titre\n\nDes mots **forts**.\n\n- un\n- deux\n\n> Une phrase.\n\n| a | b |\n|---|---|\n| 1 | 2 |"
AXE = Path(os.environ.get("RECUL_AXE", "") or "nowhere")
pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="the browser is spoken to through pipes of POSIX"),
    pytest.mark.skipif(not AXE.is_file(), reason="RECUL_AXE names no script of axe-core"),
]

LOOK = """
axe.run(document, {resultTypes: ["violations"]}).then(found => JSON.stringify(
  found.violations.map(each => [each.id, each.nodes.map(node => node.html + " " + node.failureSummary)])))
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start one browser for all tests of this file."""
    started = Browser(chromium(), tmp_path_factory.mktemp("profile"))
    yield started
    started.close()


def violations(browser: Browser) -> list[Any]:
    if browser.ask("typeof axe") != "object":
        browser.call("Runtime.evaluate", expression=AXE.read_text("utf-8"))
    found: list[Any] = json.loads(browser.ask(LOOK))
    return found


def document(entry: Callable[..., Any], language: Language) -> Document:
    entries = tuple(entry(ref, title=f"Le CODIR {ref}", body=BODY) for ref in (1, 2, 3, 4))
    selection = Selection(refs=(1, 2, 3, 4), audience=Audience.PRACTITIONER, language=language, opening="Voici.")
    return compose(Material(entries), selection).document


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_for_the_phone(
    keeper: Any, tmp_path: Path, browser: Browser, language: Language, *, dark: bool
) -> None:
    page, _words = phone.write(keeper, tmp_path, language)
    opened(browser, page, dark=dark)
    browser.ask(READY)
    assert violations(browser) == []
    browser.ask("document.querySelector('details').open = true")
    assert violations(browser) == []
    sealed(browser, "Le hall", "hier")
    assert violations(browser) == []
    without = "Object.defineProperty(globalThis, 'crypto', {value: {getRandomValues: (all) => all}})"
    opened(browser, page, dark=dark, before=without)
    assert violations(browser) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_locked_page_at_its_door_refused_open_and_answered(
    keeper: Any, tmp_path: Path, browser: Browser, language: Language, *, dark: bool
) -> None:
    choose(language)
    refs = tuple(keeper.write(title=title, body=BODY).ref for title in ("Le CODIR", "Le planning"))
    page = tmp_path / "a.html"
    left(keeper, prepare(keeper, Selection(refs=refs, audience=Audience.PRACTITIONER, language=language)), page)
    opened(browser, page, dark=dark)
    assert violations(browser) == []
    browser.ask(TYPE.replace("PASSPHRASE", json.dumps("wrong")))
    assert violations(browser) == []
    browser.ask(TYPE.replace("PASSPHRASE", json.dumps(SECRET)))
    assert browser.ask("document.querySelectorAll('article').length") == 2
    assert violations(browser) == []
    written(browser, "copy", "Et vous ?", "Et après ?")
    assert violations(browser) == []


def test_a_page_with_a_fault_is_found_out(keeper: Any, tmp_path: Path, browser: Browser) -> None:
    page, _words = phone.write(keeper, tmp_path, "fr")
    opened(browser, page)
    browser.ask(READY)
    browser.ask("document.documentElement.removeAttribute('lang')")
    assert [name for name, _nodes in violations(browser)] == ["html-has-lang"]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_open_page(
    entry: Callable[..., Any], tmp_path: Path, browser: Browser, language: Language, *, dark: bool
) -> None:
    choose(language)
    page = tmp_path / "a.html"
    page.write_bytes(render(document(entry, language), FileFormat.HTML))
    opened(browser, page, dark=dark)
    assert violations(browser) == []
