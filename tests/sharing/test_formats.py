"""Each form holds what was shown, whole and inert, and nothing of the machine or the moment it was made."""

import getpass
import html.parser
import io
import json
import re
import socket
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from journal.model.audience import Audience
from journal.model.disclosure import FileFormat
from journal.sharing.document import Document
from journal.sharing.previewing import Material, compose
from journal.sharing.rendering import render
from journal.sharing.rendering.formats import RENDERERS
from journal.sharing.selecting import Selection

FORMS = [each.format for each in RENDERERS]

BODY = """# Le fond

Karim a dit **non**, *deux fois*, `ainsi`.

- un
- deux
  1. trois

> cité

```
code <b>
```

[lien](https://example.org/x) ![une image](https://example.org/i.png)
"""


@pytest.fixture
def document(entry: Callable[..., Any], known: Any) -> Document:
    entries = (entry(12, title="Le CODIR & moi", body=BODY), entry(13, title="Ensuite", body="1. encore\n\n   suite"))
    selection = Selection(refs=(12, 13), audience=Audience.PRACTITIONER, language="fr")
    return compose(Material(entries, known), selection).document


def docx_text(content: bytes) -> str:
    import docx

    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs)


def test_markdown_holds_the_whole_and_only_our_own_markup(document: Document) -> None:
    told = render(document, FileFormat.MARKDOWN).decode()
    assert told.startswith("# 2 situations\n\n◆ pour le praticien · à ne pas transmettre\n\n## Le CODIR & moi\n")
    assert "N-1 A a dit **non**, *deux fois*, `ainsi`." in told
    assert "lien (https://example.org/x) une image" in told
    assert "](" not in told


def test_html_is_one_page_without_script_or_anything_from_elsewhere(document: Document) -> None:
    told = render(document, FileFormat.HTML).decode()
    assert "<h2>Le CODIR &amp; moi</h2>" in told
    assert "default-src 'none'" in told
    assert "unsafe" not in told
    assert re.findall(r"<(?:script|img|link|iframe|object|embed|a)\b|\s(?:src|href|on\w+)=", told) == []


def test_pdf_shows_every_word_on_a4(document: Document, pdf_text: Callable[..., str]) -> None:
    import pikepdf

    content = render(document, FileFormat.PDF)
    told = pdf_text(content).replace(" ", "").replace("\u00a0", "")
    for words in ("LeCODIR&moi", "N-1Aaditnon", "trois", "code<b>", "(https://example.org/x)"):
        assert words in told
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert [round(float(each)) for each in pdf.pages[0].mediabox] == [0, 0, 595, 842]
        assert set(pdf.docinfo.keys()) <= {"/Title", "/Creator"}


def test_docx_has_real_styles_and_no_properties_but_its_title(document: Document) -> None:
    import docx

    content = render(document, FileFormat.DOCX)
    file = docx.Document(io.BytesIO(content))
    styles = {paragraph.text: paragraph.style.name for paragraph in file.paragraphs if paragraph.style}
    assert styles["Le CODIR & moi"] == "Heading 1"
    assert styles["Le fond"] == "Heading 2"
    assert styles["suite"] == "List Continue"
    assert styles["un"] == "List Bullet"
    assert styles["trois"] == "List Number 2"
    assert styles["cité"] == "Quote"
    properties = file.core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert (properties.created, properties.modified) == (None, None)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {part.date_time[0] for part in archive.infolist()} == {1980}
        assert not {"docProps/app.xml", "docProps/thumbnail.jpeg"} & set(archive.namelist())
        assert b'w:val="fr-FR"' in archive.read("word/styles.xml")
        starts = re.findall(rb'<w:startOverride w:val="(\d+)"', archive.read("word/numbering.xml"))
    assert starts == [b"1", b"1"]  # the second list does not go on counting from the first


def test_json_lines_for_myself_hold_the_whole_entry(entry: Callable[..., Any]) -> None:
    kept = entry(12, title="T", body=BODY, tags=("a",), details={"intensity": 7})
    document = compose(Material((kept,)), Selection(refs=(12,))).document
    record = json.loads(render(document, FileFormat.JSON_LINES))
    assert list(record) == [
        "ref", "kind", "title", "happened_at", "created_at", "updated_at", "tags", "people", "patterns", "audience",
        "state", "links", "body", "details",
    ]  # fmt: skip
    assert (record["body"], record["details"]["intensity"]) == (BODY, 7)


@pytest.mark.parametrize("form", FORMS)
def test_no_form_tells_of_the_machine_the_person_or_the_hour(
    document: Document, form: FileFormat, layers: Callable[[bytes], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("USER", "LOGNAME", "USERNAME", "LNAME"):
        monkeypatch.setenv(name, "somebody-here")
    content = layers(render(document, form))
    for trace in (getpass.getuser(), socket.gethostname(), str(Path.home()), str(Path.cwd()), "site-packages"):
        if len(trace) > 3:
            assert trace.encode() not in content
    assert b"CreationDate" not in content
    assert b"ModDate" not in content


@pytest.mark.parametrize("form", FORMS)
def test_the_same_document_makes_the_same_file(document: Document, form: FileFormat) -> None:
    assert render(document, form) == render(document, form)


# fmt: off
OURS = {
    "html", "head", "meta", "title", "style", "body", "main", "header", "h1", "h2", "h3", "h4", "h5", "h6", "p",
    "article", "blockquote", "ul", "ol", "li", "pre", "code", "br", "em", "strong", "hr", "div", "nav", "a", "dl", "dt",
    "dd", "table", "thead", "tbody", "tr", "th", "td",
}
# fmt: on


class Tags(html.parser.HTMLParser):
    """Collects what a browser would make of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _value in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.slow_proof
def test_hostile_texts_are_inert_in_every_form_and_shown_as_text(
    entry: Callable[..., Any],
    hostile: Callable[[int], list[str]],
    proof_count: Callable[[int, int], int],
    pdf_text: Callable[..., str],
) -> None:
    import pikepdf
    from markdown_it import MarkdownIt

    count = proof_count(32, 1000)
    texts = hostile(count)
    entries = tuple(
        entry(n, title=text[:250].replace("\n", " "), body=text, tags=(text[:80],)) for n, text in enumerate(texts, 1)
    )
    selection = Selection(refs=tuple(each.ref for each in entries), audience=Audience.PRACTITIONER, opening=texts[0])
    document = compose(Material(entries), selection).document

    page = render(document, FileFormat.HTML).decode()
    tags = Tags()
    tags.feed(page)
    assert tags.tags <= OURS
    ours = {"lang", "charset", "http-equiv", "content", "name", "class", "start", "id", "href", "aria-label", "scope"}
    assert tags.attributes <= ours
    assert all(address.startswith("#n") for address in re.findall(r'href="([^"]*)"', page))
    assert "\x1b" not in page
    assert "\u202e" not in page

    lenient = MarkdownIt("commonmark", {"html": True}).enable("table")
    tokens = list(lenient.parse(render(document, FileFormat.MARKDOWN).decode()))
    inline = [child for token in tokens for child in token.children or []]
    assert {token.type for token in [*tokens, *inline]} & {"html_block", "html_inline", "image", "link_open"} == set()

    pdf = render(document, FileFormat.PDF)
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for name in ("/OpenAction", "/AA", "/AcroForm"):
            assert name not in file.Root
        assert set(file.Root.get("/Names", {}).keys()) <= {"/Dests"}
        links = [link for page_ in file.pages for link in page_.get("/Annots", [])]
        assert all(link.Subtype == "/Link" and "/A" not in link and "/Dest" in link for link in links)
    shown = pdf_text(pdf)
    assert "root:x:" not in shown

    word = render(document, FileFormat.DOCX)
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        main = archive.read("word/document.xml").decode()
        relations = archive.read("word/_rels/document.xml.rels").decode()
    assert re.search(r"<w:(?:fldSimple|instrText|object)|<w:hyperlink (?!w:anchor=)", main) is None
    assert "External" not in relations

    lines = render(document, FileFormat.JSON_LINES).decode().splitlines()
    assert all(json.loads(line) for line in lines)
    for number in range(count):
        for told in (tags.text, shown, docx_text(word)) if number < 32 else (tags.text,):
            assert f"{number:04}" in told


@pytest.mark.parametrize("form", FORMS)
def test_characters_that_a_form_cannot_hold_do_not_stop_it(entry: Callable[..., Any], form: FileFormat) -> None:
    odd = "".join(map(chr, [*range(0x250), 0x200B, 0x200D, 0xFEFF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF, 0x1F600, 0xE000]))
    document = compose(
        Material((entry(1, title=f"T {odd[:200]}", body=odd, tags=(odd[-9:],)),)), Selection(refs=(1,))
    ).document
    assert render(document, form)


def test_an_empty_entry_and_a_very_long_one_are_told(entry: Callable[..., Any]) -> None:
    material = Material((entry(1), entry(2, title="x" * 300, body="mot " * 20_000)))
    document = compose(material, Selection(refs=(1, 2))).document
    for form in FORMS:
        assert render(document, form)


def test_spaces_before_french_signs_become_no_break_on_paper_and_nowhere_else(
    entry: Callable[..., Any], pdf_text: Callable[..., str]
) -> None:
    body = "Il a dit : « non » ! Vraiment ? Oui ; `a : b` http://x.fr/?a **là** !"
    kept = "Il a dit\u00a0: «\u00a0non\u00a0»\u00a0! Vraiment\u00a0? Oui\u00a0;"
    material = Material((entry(1, title="Et alors ?", body=body),))
    for language in ("fr", "en"):
        selection = Selection(refs=(1,), audience=Audience.PRACTITIONER, language=language)
        document = compose(material, selection).document
        told = {
            FileFormat.HTML: render(document, FileFormat.HTML).decode(),
            FileFormat.DOCX: docx_text(render(document, FileFormat.DOCX)),
            FileFormat.PDF: pdf_text(render(document, FileFormat.PDF)),
        }
        for text in told.values():
            assert (kept in text) is (language == "fr")
            assert ("Et alors\u00a0?" in text) is (language == "fr")
        assert "<code>a : b</code>" in told[FileFormat.HTML]
        assert "\u00a0" not in render(document, FileFormat.MARKDOWN).decode()
        assert "\u00a0" not in render(document, FileFormat.JSON_LINES).decode()
