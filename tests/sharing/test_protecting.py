"""What is closed opens elsewhere: with other people's programs, with the right passphrase, and not without."""

import io
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from journal.errors import UnknownRecipientKey
from journal.language import LANGUAGES
from journal.model.audience import Audience
from journal.model.disclosure import FileFormat, Protection
from journal.sharing.document import Document
from journal.sharing.previewing import Material, compose
from journal.sharing.protecting import Closing, ending, passphrases, protect
from journal.sharing.rendering import render
from journal.sharing.selecting import Selection
from journal.sharing.words import common

SECRET = "lampe-prince-été-bureau-savon-clé"


def program(*names: str) -> str:
    """Return the path of a program; skip the test and say what is missing when there is none."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    return found or pytest.skip(f"{' or '.join(names)} is not installed")


@pytest.fixture
def document(entry: Callable[..., Any]) -> Document:
    material = Material((entry(12, title="Le CODIR", body="Le secret <b>n’est pas</b> dit."),))
    return compose(material, Selection(refs=(12,), audience=Audience.PRACTITIONER, language="fr")).document


def closed(document: Document, form: FileFormat, closing: Closing) -> bytes:
    return protect(render(document, form), closing, document)


def test_age_to_a_key_opens_with_the_age_program(document: Document, tmp_path: Path) -> None:
    age, keygen = program("age", "rage"), program("age-keygen", "rage-keygen")
    made = subprocess.run([keygen, "-o", tmp_path / "key"], capture_output=True, text=True, check=True)
    key = re.search(r"age1[0-9a-z]+", made.stderr + (tmp_path / "key").read_text())
    assert key
    content = closed(document, FileFormat.DOCX, Closing(Protection.AGE, age_key=key.group()))
    opened = subprocess.run([age, "-d", "-i", tmp_path / "key"], input=content, capture_output=True, check=True)
    assert opened.stdout == render(document, FileFormat.DOCX)
    cut = subprocess.run([age, "-d", "-i", tmp_path / "key"], input=content[:-20], capture_output=True, check=False)
    assert cut.returncode != 0


@pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal of POSIX")
@pytest.mark.parametrize(("typed", "opens"), [(SECRET, True), ("wrong-words", False)])
def test_age_to_a_passphrase_opens_with_the_age_program(
    document: Document, tmp_path: Path, typed: str, opens: bool
) -> None:
    import pty

    age = program("age")
    (tmp_path / "a.age").write_bytes(closed(document, FileFormat.MARKDOWN, Closing(Protection.AGE, SECRET)))
    child, terminal = pty.fork()
    if child == 0:
        os.execv(  # noqa: S606 -- age asks a terminal for the passphrase, so it is given one
            age, [age, "-d", "-o", str(tmp_path / "a.md"), str(tmp_path / "a.age")]
        )
    told = b""
    while b"assphrase" not in told:
        told += os.read(terminal, 1000)
    os.write(terminal, typed.encode() + b"\n")
    try:
        while os.read(terminal, 1000):
            pass
    except OSError:
        pass  # Linux tells the end of a pseudo-terminal so
    _pid, status = os.waitpid(child, 0)
    os.close(terminal)
    assert (os.waitstatus_to_exitcode(status) == 0) is opens
    if opens:
        assert (tmp_path / "a.md").read_bytes() == render(document, FileFormat.MARKDOWN)


def test_a_text_that_is_no_age_key_is_refused(document: Document) -> None:
    with pytest.raises(UnknownRecipientKey):
        closed(document, FileFormat.MARKDOWN, Closing(Protection.AGE, age_key="age1nonsense"))


def test_a_closed_pdf_is_aes_256_and_opens_with_qpdf_and_pdftotext(document: Document, tmp_path: Path) -> None:
    qpdf, pdftotext = program("qpdf"), program("pdftotext")
    path = tmp_path / "a.pdf"
    path.write_bytes(closed(document, FileFormat.PDF, Closing(Protection.PDF, "six-words-of-plain-letters")))
    shown = subprocess.run(
        [qpdf, "--show-encryption", "--password=six-words-of-plain-letters", path],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert "R = 6" in shown
    assert "AESv3" in shown
    subprocess.run([qpdf, "--check", "--password=six-words-of-plain-letters", path], capture_output=True, check=True)
    text = subprocess.run(
        [pdftotext, "-upw", "six-words-of-plain-letters", path, "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "Le secret <b>n’est pas</b> dit." in text
    for wrong in ("", "wrong"):
        assert subprocess.run(
            [qpdf, "--check", f"--password={wrong}", path], capture_output=True, check=False
        ).returncode


def test_a_closed_pdf_shows_neither_text_nor_title_without_the_passphrase(document: Document) -> None:
    import pikepdf

    content = closed(document, FileFormat.PDF, Closing(Protection.PDF, SECRET))
    for word in ("CODIR", "choisie", "praticien", "Typst"):
        assert word.encode() not in content
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(content))
    with pikepdf.open(io.BytesIO(content), password=SECRET) as pdf:
        assert len(pdf.pages) == 1


def test_the_page_that_asks_holds_no_word_of_the_text_and_allows_only_its_own_script(document: Document) -> None:
    told = closed(document, FileFormat.HTML, Closing(Protection.HTML, SECRET)).decode()
    assert "CODIR" not in told
    assert "default-src 'none'" in told
    assert "unsafe" not in told
    assert told.count("<script") == 1
    for way in ("localStorage", "sessionStorage", "fetch(", "XMLHttpRequest", "cookie", "http:", "https:"):
        assert way not in told
    rounds = re.search(r'data-rounds="(\d+)"', told)
    assert rounds
    assert int(rounds.group(1)) >= 600_000


class Browser:
    """A headless Chromium without network, spoken to through a pipe (Chrome DevTools Protocol)."""

    def __init__(self, path: str, home: Path) -> None:
        to_child, ours_out = os.pipe()
        ours_in, from_child = os.pipe()
        self._out, self._in, self._id, self._session = ours_out, ours_in, 0, ""
        self.requests: list[str] = []
        self.complaints: list[str] = []

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

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            got = os.read(self._in, 65536)
            assert got, "the browser went away"
            self._buffer += got
        one, _, self._buffer = self._buffer.partition(b"\0")
        return json.loads(one)  # type: ignore[no-any-return]  # JSON of the protocol

    def open(self, page: Path) -> None:
        """Open a page in a tab of its own, with every emulated network switched off."""
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


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    path = program("chromium", "chromium-browser", "google-chrome")
    started = Browser(path, tmp_path / "profile")
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


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
def test_the_page_opens_in_a_browser_offline_and_says_when_the_passphrase_is_wrong(
    document: Document, tmp_path: Path, browser: Browser
) -> None:
    page = tmp_path / "a.html"
    page.write_bytes(closed(document, FileFormat.HTML, Closing(Protection.HTML, SECRET)))
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_generated_passphrases_are_six_common_words_that_any_keyboard_types(language: Any) -> None:
    words = common(language)
    assert len(words) == len(set(words)) >= 2048
    assert all(word.isascii() and word.islower() and word.isalpha() and 3 <= len(word) <= 11 for word in words)
    assert len({passphrases.generate(language) for _time in range(20)}) == 20
    assert len(passphrases.generate(language).split("-")) == 6
    assert passphrases.bits(language) >= 66


def test_endings_tell_form_and_protection() -> None:
    assert ending(FileFormat.PDF, Protection.PDF) == "pdf"
    assert ending(FileFormat.DOCX, Protection.AGE) == "docx.age"
