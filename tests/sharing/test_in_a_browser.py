"""What leaves as a page, in a real browser without network: opened by the right words alone, inert whatever it says."""

import json
import os
import shutil
import subprocess
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

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the browser is spoken to through pipes of POSIX")

SECRET = "lampe-prince-été-bureau-savon-clé"


class Browser:
    """A headless Chromium without network, spoken to through a pipe (Chrome DevTools Protocol)."""

    def __init__(self, path: str, home: Path) -> None:
        to_child, ours_out = os.pipe()
        ours_in, from_child = os.pipe()
        self._out, self._in, self._id, self._session = ours_out, ours_in, 0, ""
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.dialogs = 0

        def wire() -> None:
            os.dup2(to_child, 103)
            os.dup2(from_child, 104)
            os.dup2(103, 3)
            os.dup2(104, 4)

        self._process = subprocess.Popen(
            [path, "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--no-first-run",
             "--disable-dev-shm-usage", "--disable-background-networking", "--proxy-server=127.0.0.1:9",
             f"--user-data-dir={home}", "about:blank"],
            preexec_fn=wire,  # noqa: PLW1509 -- the protocol wants descriptors 3 and 4, set in the child
            close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(to_child)
        os.close(from_child)
        self._buffer = b""

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Send a command, wait for its answer, and note requests and complaints on the way."""
        self._id += 1
        message: dict[str, Any] = {"id": self._id, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            told = self._read()
            if told.get("id") == self._id:
                return told["result"]  # type: ignore[no-any-return]  # JSON of the protocol
            if told.get("method") == "Network.requestWillBeSent":
                self.requests.append(told["params"]["request"]["url"])
            if told.get("method") == "Log.entryAdded":
                self.complaints.append(told["params"]["entry"]["text"])
            if told.get("method") == "Page.javascriptDialogOpening":
                self.dialogs += 1

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            got = os.read(self._in, 65536)
            assert got, "the browser went away"
            self._buffer += got
        one, _, self._buffer = self._buffer.partition(b"\0")
        return json.loads(one)  # type: ignore[no-any-return]  # JSON of the protocol

    def open(self, page: Path) -> None:
        """Open a page in a tab of its own, with every emulated network switched off."""
        self.requests, self.complaints, self.dialogs, self._session = [], [], 0, ""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.call(f"{domain}.enable")
        self.call("Network.emulateNetworkConditions", offline=True, latency=0, downloadThroughput=0, uploadThroughput=0)
        self.call("Page.navigate", url=page.as_uri())
        self.ask("new Promise(done => document.readyState === 'complete' ? done(1) : addEventListener('load', done))")

    def ask(self, expression: str) -> Any:
        """Return what an expression is in the page."""
        return self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)[
            "result"
        ].get("value")

    def close(self) -> None:
        """End the browser that was started here."""
        self._process.kill()
        self._process.wait()
        os.close(self._out)
        os.close(self._in)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start one browser for all tests of this file, each with tabs of its own."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next((found for name in names if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip(f"{' or '.join(names)} is not installed")
    started = Browser(path, tmp_path_factory.mktemp("profile"))
    yield started
    started.close()


TYPE = """
new Promise(done => {
  const status = document.querySelector("[role=status]");
  const asking = () => document.querySelector("button");
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
