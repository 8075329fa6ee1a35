"""What leaves, as the programs of those who receive it read it; each is asked where it is installed."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from journal.model.audience import Audience
from journal.model.disclosure import FileFormat, Protection
from journal.model.kind import Kind
from journal.sharing.document import Document, Item, Row, Rows
from journal.sharing.previewing import Material, compose
from journal.sharing.protecting import Encryption, protect
from journal.sharing.rendering import render
from journal.sharing.selecting import Selection

pytestmark = pytest.mark.outside

BODY = (
    """## Les faits

Il a dit : « non » !
— Tu viens ?

- [ ] dire
- [x] oser

| option | coûte |
|---|---|
| parler | peu |

#### Dont

1. un
   - deux

https://example.org/"""
    + "a/b-c?d=" * 30
)


def program(name: str) -> str:
    """Return where a program is; skip where it is not installed."""
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not installed")
    return path


def said(*command: str | Path, home: Path) -> str:
    """Return what a program says, kept from the settings of whoever runs the tests."""
    done = subprocess.run(
        [str(each) for each in command], capture_output=True, text=True, timeout=180, check=False,
        env={"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def document(entry: Callable[..., Any]) -> Document:
    entries = tuple(entry(ref, title=f"Scène {ref} ?", body=BODY) for ref in range(1, 13))
    refs = tuple(each.ref for each in entries)
    return compose(Material(entries), Selection(refs=refs, audience=Audience.PRACTITIONER, language="fr")).document


@pytest.fixture
def written(document: Document, tmp_path: Path) -> Callable[[FileFormat], Path]:
    def write(form: FileFormat) -> Path:
        path = tmp_path / f"it.{form.value}"
        path.write_bytes(render(document, form))
        return path

    return write


def test_poppler_reads_a_tagged_pdf_whose_lines_stay_in_their_column(
    written: Callable[[FileFormat], Path], tmp_path: Path
) -> None:
    path = written(FileFormat.PDF)
    about = said(program("pdfinfo"), path, home=tmp_path)
    assert re.search(r"Tagged:\s+yes", about)
    assert re.search(r"JavaScript:\s+no", about)
    boxes = said(program("pdftotext"), "-bbox", path, "-", home=tmp_path)
    assert max(float(each) for each in re.findall(r'xMax="([\d.]+)"', boxes)) < 595 - 6.2 / 2.54 * 72 + 1
    text = said(program("pdftotext"), path, "-", home=tmp_path)
    assert "Scène 7" in text
    assert "\u200b" not in text


@pytest.mark.parametrize(("name", "arguments"), [("qpdf", ("--check",)), ("mutool", ("info",))])
def test_a_pdf_is_sound_open_and_protected(
    document: Document, tmp_path: Path, name: str, arguments: tuple[str, ...]
) -> None:
    content = render(document, FileFormat.PDF)
    path = tmp_path / "it.pdf"
    path.write_bytes(content)
    said(program(name), *arguments, path, home=tmp_path)
    path.write_bytes(
        protect(content, Encryption(Protection.PDF, "six-mots-plus-longs-que-trente-deux-signes"), document)
    )
    password = ("--password=" if name == "qpdf" else "-p", "six-mots-plus-longs-que-trente-deux-signes")
    given = ("".join(password),) if name == "qpdf" else password
    said(program(name), *arguments, *given, path, home=tmp_path)


def test_pandoc_finds_headings_lists_and_tables_in_a_docx(
    written: Callable[[FileFormat], Path], tmp_path: Path
) -> None:
    path = written(FileFormat.DOCX)
    told = said(program("pandoc"), "--from", "docx", "--to", "gfm", path, home=tmp_path)
    assert re.findall(r"^(#+) ", told, re.MULTILINE)[:3] == ["#", "##", "###"]
    assert re.search(r"^\| *option *\| *coûte *\|", told, re.MULTILINE)
    assert "☑" in told or "[x]" in told
    assert "»\u00a0!" in told


def test_pandoc_reads_our_markdown_as_it_was_meant(written: Callable[[FileFormat], Path], tmp_path: Path) -> None:
    told = said(program("pandoc"), "--from", "gfm", "--to", "html", written(FileFormat.MARKDOWN), home=tmp_path)
    assert re.search(r"» !<br ?/>\s*— Tu viens \?", told)
    assert told.count('type="checkbox"') == 24
    assert told.count("<table>") == 12
    assert "<a " not in re.sub(r'<a href="https://example[^>]*>', "", told)


def test_libreoffice_numbers_the_pages_of_a_docx(written: Callable[[FileFormat], Path], tmp_path: Path) -> None:
    path = written(FileFormat.DOCX)
    said(program("soffice"), "--headless", "--convert-to", "pdf", "--outdir", tmp_path / "lo", path, home=tmp_path)
    pages = said(program("pdftotext"), "-layout", tmp_path / "lo" / "it.pdf", "-", home=tmp_path).split("\f")[:-1]
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        assert re.search(rf"^ *{number} ?/ ?{len(pages)} *$", page, re.MULTILINE)


def printed(document: Document, folder: Path) -> list[str]:
    """Return what stands on each page of a document printed from a browser."""
    name = next((each for each in ("chromium", "chromium-browser", "google-chrome") if shutil.which(each)), "chromium")
    browser, pdftotext = program(name), program("pdftotext")
    page, paper = folder / "it.html", folder / "it.pdf"
    page.write_bytes(render(document, FileFormat.HTML))
    quiet = ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
    profile = f"--user-data-dir={folder / 'profile'}"
    said(browser, *quiet, profile, f"--print-to-pdf={paper}", page.as_uri(), home=folder)
    return said(pdftotext, "-layout", paper, "-", home=folder).split("\f")[:-1]


def test_no_heading_is_alone_at_the_foot_of_a_page_printed_from_a_browser(
    entry: Callable[..., Any], tmp_path: Path
) -> None:
    body = "\n\n".join(f"## Partie HEADING\n\n{'mot ' * (30 + 17 * part % 90)}" for part in range(1, 9))
    entries = tuple(entry(ref, title=f"Scène {ref} HEADING", body=body) for ref in range(1, 9))
    selection = Selection(refs=tuple(range(1, 9)), audience=Audience.PRACTITIONER, language="fr")
    pages = printed(compose(Material(entries), selection).document, tmp_path)
    assert len(pages) > 3
    for number, told in enumerate(pages, 1):
        lines = [line for line in told.splitlines() if line.strip()]
        assert lines[-1].strip() == f"{number} / {len(pages)}"
        assert "HEADING" not in lines[-2]


@pytest.mark.parametrize("label", ["Angle", ""])
def test_who_offered_a_line_is_printed_on_its_page(label: str, tmp_path: Path) -> None:
    rows = tuple(Row(label=label, text=f"Told-{n}.", note=f"Noted-{n}.") for n in range(150))
    told = Item(ref=1, kind=Kind.CASE, kind_words="", title="Offered", body="", parts=(Rows(rows=rows),))
    document = Document(title="T", audience=Audience.GROUP, audience_words="g", language="en", items=(told,))
    pages = printed(document, tmp_path)
    assert len(pages) > 3
    for page in pages:
        assert re.findall(r"Told-(\d+)\.", page) == re.findall(r"Noted-(\d+)\.", page)
