"""What is closed opens elsewhere: with other people's programs, with the right passphrase, and not without."""

import io
import os
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from journal.errors import UnknownRecipientKey
from journal.language import languages
from journal.model.audience import Audience
from journal.model.disclosure import FileFormat, Protection
from journal.sharing.document import Document
from journal.sharing.previewing import Material, compose
from journal.sharing.protecting import Encryption, age, ending, passphrases, protect
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


def closed(document: Document, form: FileFormat, encryption: Encryption) -> bytes:
    return protect(render(document, form), encryption, document)


@pytest.mark.outside
def test_age_to_a_key_opens_with_the_age_program(document: Document, tmp_path: Path) -> None:
    opener, keygen = program("age", "rage"), program("age-keygen", "rage-keygen")
    made = subprocess.run([keygen, "-o", tmp_path / "key"], capture_output=True, text=True, check=True)
    key = re.search(r"age1[0-9a-z]+", made.stderr + (tmp_path / "key").read_text())
    assert key
    content = closed(document, FileFormat.DOCX, Encryption(Protection.AGE, age_key=key.group()))
    opened = subprocess.run([opener, "-d", "-i", tmp_path / "key"], input=content, capture_output=True, check=True)
    assert opened.stdout == render(document, FileFormat.DOCX)
    cut = subprocess.run([opener, "-d", "-i", tmp_path / "key"], input=content[:-20], capture_output=True, check=False)
    assert cut.returncode != 0


@pytest.fixture(scope="module")
def age_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file closed with a passphrase, once for all: age makes each guess cost a second, ours too."""
    program("age")
    path = tmp_path_factory.mktemp("age") / "a.md.age"
    path.write_bytes(age.encrypt(b"# Le CODIR\n", passphrase=SECRET))
    return path


@pytest.mark.outside
@pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal of POSIX")
@pytest.mark.parametrize(("typed", "opens"), [(SECRET, True), ("wrong-words", False)])
def test_age_to_a_passphrase_opens_with_the_age_program(
    age_file: Path, tmp_path: Path, typed: str, opens: bool
) -> None:
    import pty

    path = program("age")
    child, terminal = pty.fork()
    if child == 0:
        os.execv(  # noqa: S606 -- age asks a terminal for the passphrase, so it is given one
            path, [path, "-d", "-o", str(tmp_path / "a.md"), str(age_file)]
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
    assert (tmp_path / "a.md").exists() is opens
    assert not opens or (tmp_path / "a.md").read_bytes() == b"# Le CODIR\n"


def test_a_text_that_is_no_age_key_is_refused(document: Document) -> None:
    with pytest.raises(UnknownRecipientKey):
        closed(document, FileFormat.MARKDOWN, Encryption(Protection.AGE, age_key="age1nonsense"))


@pytest.mark.outside
def test_a_closed_pdf_is_aes_256_and_opens_with_qpdf_and_pdftotext(document: Document, tmp_path: Path) -> None:
    qpdf, pdftotext = program("qpdf"), program("pdftotext")
    path = tmp_path / "a.pdf"
    path.write_bytes(closed(document, FileFormat.PDF, Encryption(Protection.PDF, "six-words-of-plain-letters")))
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

    decomposed = unicodedata.normalize("NFD", SECRET)  # as a file written on a Mac may hold it
    content = closed(document, FileFormat.PDF, Encryption(Protection.PDF, decomposed))
    for word in ("CODIR", "choisie", "praticien", "Typst"):
        assert word.encode() not in content
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(content))
    with pikepdf.open(io.BytesIO(content), password=SECRET) as pdf:
        assert len(pdf.pages) == 1


@pytest.mark.usefixtures("rounds_as_shipped")
def test_the_page_that_asks_holds_no_word_of_the_text_and_allows_only_its_own_script(document: Document) -> None:
    told = closed(document, FileFormat.HTML, Encryption(Protection.HTML, SECRET)).decode()
    assert "CODIR" not in told
    assert "default-src 'none'" in told
    assert "unsafe" not in told
    assert told.count("<script") == 1
    for way in ("localStorage", "sessionStorage", "fetch(", "XMLHttpRequest", "cookie", "http:", "https:"):
        assert way not in told
    rounds = re.search(r'data-rounds="(\d+)"', told)
    assert rounds
    assert int(rounds.group(1)) >= 600_000


def test_a_page_of_ones_own_says_of_nobody_that_they_sent_it(document: Document) -> None:
    sent = {"reached you separately", "who sent you this file"}
    for audience, expected in ((Audience.ME, set()), (Audience.PRACTITIONER, sent)):
        leaving = document.model_copy(update={"audience": audience, "language": "en"})
        told = closed(leaving, FileFormat.HTML, Encryption(Protection.HTML, SECRET)).decode()
        assert {words for words in sent if words in told} == expected


@pytest.mark.parametrize("language", languages())
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


def test_the_identifier_of_a_closed_pdf_tells_nothing_of_its_text(document: Document) -> None:
    content = render(document, FileFormat.PDF)
    found = [set(re.findall(rb"/ID ?\[ ?<([0-9a-f]+)> ?<([0-9a-f]+)>", _closed(content))) for _turn in range(2)]
    assert [len(each) for each in found] == [1, 1]
    (first,), (second,) = found
    assert not {*first} & {*second}


def _closed(content: bytes) -> bytes:
    from journal.sharing.protecting import pdf

    return pdf.encrypt(content, SECRET)
