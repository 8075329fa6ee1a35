"""What leaves as a page, in a real browser without network: opened by the right words alone, inert whatever it says."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from journal.model.audience import Audience
from journal.model.disclosure import FileFormat, Protection
from journal.sharing.document import Document
from journal.sharing.previewing import Material, compose
from journal.sharing.protecting import Encryption, protect
from journal.sharing.rendering import render
from journal.sharing.selecting import Selection
from tests.sharing.chromium import Browser, chromium

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the browser is spoken to through pipes of POSIX")

SECRET = "lampe-prince-été-bureau-savon-clé"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start one browser for all tests of this file, each with tabs of its own."""
    started = Browser(chromium(), tmp_path_factory.mktemp("profile"))
    yield started
    started.close()


TYPE = """
new Promise(done => {
  const status = document.querySelector("[role=status]");
  const asking = () => document.getElementById("open");
  const settled = () => document.querySelector("article") || (status.textContent && !asking().disabled);
  const watch = new MutationObserver(() => { if (settled()) { watch.disconnect(); done(1); } });
  watch.observe(document.body, {childList: true, subtree: true, attributes: true, characterData: true});
  document.getElementById("passphrase").value = PASSPHRASE;
  document.querySelector("form").requestSubmit();
})
"""


def composed(entry: Callable[..., Any], *bodies: str) -> Document:
    entries = tuple(
        entry(ref, title="Le CODIR" if len(bodies) == 1 else body.replace("\n", " ")[:300], body=body)
        for ref, body in enumerate(bodies, 1)
    )
    refs = tuple(range(1, len(bodies) + 1))
    selection = Selection(refs=refs, audience=Audience.PRACTITIONER, language="fr", opening=bodies[0])
    return compose(Material(entries), selection).document


def closed(document: Document) -> bytes:
    return protect(render(document, FileFormat.HTML), Encryption(Protection.HTML, SECRET), document)


@pytest.mark.usefixtures("rounds_as_shipped")
def test_the_page_opens_offline_and_says_when_the_passphrase_is_wrong(
    entry: Callable[..., Any], tmp_path: Path, browser: Browser
) -> None:
    page = tmp_path / "a.html"
    page.write_bytes(closed(composed(entry, "Le secret <b>n’est pas</b> dit.")))
    browser.open(page)
    browser.ask(TYPE.replace("PASSPHRASE", json.dumps("wrong")))
    assert "n’ouvre pas le document" in browser.ask("document.querySelector('[role=status]').textContent")
    assert browser.ask("document.querySelector('article')") is None
    browser.ask(TYPE.replace("PASSPHRASE", json.dumps(SECRET)))
    assert (
        browser.ask("document.querySelector('article p:last-child').textContent") == "Le secret <b>n’est pas</b> dit."
    )
    assert browser.ask("document.title") == "Le CODIR"
    assert browser.requests == [page.as_uri()]
    assert browser.complaints == []
    assert browser.ask("document.cookie") == ""
    assert browser.ask("Object.keys(localStorage).length + Object.keys(sessionStorage).length") == 0


@pytest.mark.slow_proof
@pytest.mark.parametrize("protection", [Protection.NONE, Protection.HTML])
def test_hostile_texts_run_nothing_and_ask_for_nothing(
    entry: Callable[..., Any],
    hostile: Callable[[int], list[str]],
    proof_count: Callable[[int, int], int],
    tmp_path: Path,
    browser: Browser,
    protection: Protection,
) -> None:
    texts = hostile(proof_count(48, 1000))
    document = composed(entry, *texts)
    page = tmp_path / "hostile.html"
    page.write_bytes(closed(document) if protection is Protection.HTML else render(document, FileFormat.HTML))
    browser.open(page)
    if protection is Protection.HTML:
        browser.ask(TYPE.replace("PASSPHRASE", json.dumps(SECRET)))
    assert browser.ask("document.querySelectorAll('article').length") == len(texts)
    alive = "script, img, svg, a, iframe, object, embed, link, form, base, [src], [href], [onerror], [onload]"
    within = "nav a[href^='#n']"  # the list of contents, which leads nowhere else
    assert browser.ask(f"document.querySelectorAll({json.dumps(within)}).length") == len(texts)
    browser.ask("document.querySelector('nav').remove()")
    assert browser.ask(f"document.querySelectorAll({json.dumps(alive)}).length") == 0
    shown = browser.ask("document.body.textContent")
    assert all(f"{number:04}" in shown for number in range(len(texts)))
    assert browser.requests == [page.as_uri()]
    assert browser.dialogs == 0
    assert browser.complaints == []


def test_a_page_without_protection_fits_a_phone_and_prints_beside_a_margin(
    entry: Callable[..., Any], tmp_path: Path, browser: Browser
) -> None:
    page = tmp_path / "a.html"
    page.write_bytes(render(composed(entry, "mot " * 40 + "x" * 400), FileFormat.HTML))
    browser.open(page)
    browser.call("Emulation.setDeviceMetricsOverride", width=360, height=740, deviceScaleFactor=2, mobile=True)
    assert browser.ask("document.documentElement.scrollWidth <= innerWidth")
    assert browser.ask("parseFloat(getComputedStyle(document.body).fontSize) >= 16")
    browser.call("Emulation.setEmulatedMedia", media="print")
    assert browser.ask("parseFloat(getComputedStyle(document.querySelector('main')).paddingRight) > 180")
