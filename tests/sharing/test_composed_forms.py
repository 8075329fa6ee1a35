"""Parts of a composed page in every form: labels beside their text, small tables, room to write, ends of scenes."""

import io
import re
from collections.abc import Callable, Iterator

import pikepdf
import pytest

from journal.model.audience import Audience
from journal.model.disclosure import FileFormat
from journal.model.kind import Kind
from journal.sharing.document import Document, Head, Item, Prose, Room, Row, Rows, Table
from journal.sharing.rendering import render
from journal.sharing.rendering.formats import names

WORDS = (
    "Where I stand", "6 sessions of 10", "C. V.", "not to be passed on", "What I kept", "I ask before I answer",
    "done, looked at on 12 November", "Option", "Costs", "Say no", "some unease", "A scene", "A reflection",
    "After all",
)  # fmt: skip


def _item(title: str, *parts: Prose | Rows | Table | Room, **fields: bool) -> Item:
    return Item.model_validate(
        {"ref": 1, "kind": Kind.SESSION, "kind_words": "", "title": title, "body": "", "parts": parts} | fields
    )


def _pages(content: bytes) -> Iterator[bytes]:
    """Yield each page of a PDF as a file of its own."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            with pikepdf.new() as alone:
                alone.pages.append(page)
                alone.save(told := io.BytesIO())
            yield told.getvalue()


@pytest.fixture
def composed() -> Document:
    """Return a page with every part."""
    kept = Row(label="What I kept", text="I ask *before* I answer.", note="done, looked at on 12 November")
    return Document(
        title="Where I stand",
        audience=Audience.PRACTITIONER,
        audience_words="for the coach",
        language="en",
        head=Head(told="6 sessions of 10", signature="C. V.", keep="not to be passed on"),
        items=(
            _item("Since", Rows(rows=(kept, Row(text="- one\n- two")))),
            _item("A plan", Table(columns=("Option", "Costs"), rows=(("Say no", "some unease | <b>"),))),
            _item("A scene", Prose(text="It was.\n\n## After all\n\nYes.")),
            _item("A reflection", Prose(text="Slowly."), nested=True, closes=True),
            _item("Notes", Room(lines=3)),
        ),
    )


@pytest.mark.parametrize("form", names())
def test_every_form_shows_every_part(
    composed: Document, form: str, layers: Callable[[bytes], bytes], pdf_text: Callable[..., str]
) -> None:
    content = render(composed, FileFormat(form))
    shown = pdf_text(content) if form == FileFormat.PDF else layers(content).decode(errors="replace")
    plain = re.sub(r"</?(?:em|w:[^>]*)>|\*|\\", "", shown)
    assert [words for words in WORDS if words not in plain] == []


def test_a_table_and_its_columns_are_told_as_such(composed: Document, layers: Callable[[bytes], bytes]) -> None:
    assert "| Say no | some unease \\| \\<b> |" in render(composed, FileFormat.MARKDOWN).decode()
    assert '<th scope="col">Option</th>' in render(composed, FileFormat.HTML).decode()
    assert b"<w:tblHeader/>" in layers(render(composed, FileFormat.DOCX))


def test_what_stands_under_a_scene_is_one_level_below_it_and_a_rule_ends_it(composed: Document) -> None:
    told = render(composed, FileFormat.HTML).decode()
    assert "<h2>A scene</h2>" in told
    assert "<h3>A reflection</h3>" in told
    assert told.count('<hr class="ending">') == 1


def test_the_rule_that_ends_a_scene_opens_no_page(composed: Document) -> None:
    for lines in (31, 32, 33):  # the page is full with one of these
        scene = _item("A scene", Prose(text="\n\n".join("x" * lines)))
        told = [composed.with_(opening="", items=(scene.with_(closes=closes),)) for closes in (False, True)]
        assert len({len([*_pages(render(each, FileFormat.PDF))]) for each in told}) == 1


def test_rows_without_any_label_keep_no_column_free_for_one(composed: Document) -> None:
    item = composed.items[0].with_(parts=(Rows(rows=(Row(text="Prendre ma place", note="signes"), Row(text="Deux"))),))
    told = render(composed.with_(items=(item,)), FileFormat.HTML).decode()
    assert "<dt>" not in told
    first = '<div><p>Prendre ma place</p>\n<p class="note">signes</p></div>'
    assert f'<div class="lines">{first}<div><p>Deux</p></div></div>' in told


def test_sections_of_a_composed_page_do_not_push_its_question_down_by_a_list_of_contents(composed: Document) -> None:
    sections = tuple(_item(f"Section {place}", Prose(text="x")) for place in range(12))
    assert "<nav" not in render(composed.with_(items=sections), FileFormat.HTML).decode()
    scenes = tuple(each.with_(dated="12 November") for each in sections)
    assert "<nav" in render(composed.with_(items=scenes), FileFormat.HTML).decode(), "many scenes want one"


@pytest.mark.parametrize("labelled", [True, False])
def test_who_offered_a_line_stands_on_its_page_however_the_pages_turn(
    composed: Document, pdf_text: Callable[..., str], labelled: bool
) -> None:
    rows = tuple(Row(label="Angle" * labelled, text=f"Told-{n}.", note=f"Noted-{n}.") for n in range(60))
    told = []
    for lines in range(4):
        before = Prose(text="\n\n".join(["x"] * lines))
        made = render(composed.with_(items=(_item("Offered", before, Rows(rows=rows)),)), FileFormat.PDF)
        pages = [pdf_text(page) for page in _pages(made)]
        assert len(pages) > 1
        told += [(set(re.findall(r"Told-(\d+)\.", page)), set(re.findall(r"Noted-(\d+)\.", page))) for page in pages]
    assert [each for each in told if each[0] != each[1]] == []


def test_a_long_row_turns_the_page_and_loses_nothing(composed: Document, pdf_text: Callable[..., str]) -> None:
    lines = Row(label="Angle", text="\n".join(f"Line-{n}." for n in range(150)), note="Noted")
    shown = pdf_text(render(composed.with_(items=(_item("Offered", Rows(rows=(lines,))),)), FileFormat.PDF))
    assert len(set(re.findall(r"Line-(\d+)\.", shown))) == 150
