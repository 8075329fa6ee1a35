"""Levels of headings and of lists, in every form: none is left out, and long documents have a list of contents."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from journal.model.audience import Audience
from journal.model.disclosure import FileFormat
from journal.model.entry import Link, Rel
from journal.model.kind import Kind
from journal.model.reflection import ReflectionDetails
from journal.sharing.previewing import Material, compose
from journal.sharing.rendering import render
from journal.sharing.rendering.outline import months
from journal.sharing.rendering.plain import to_json
from journal.sharing.selecting import Selection


def test_headings_leave_out_no_level_and_an_only_entry_gives_the_document_its_title(entry: Callable[..., Any]) -> None:
    only = compose(Material((entry(1, title="Un cas", body="### Les faits\n\noui\n\n##### Dont\n\nnon"),)),
                   Selection(refs=(1,))).document  # fmt: skip
    told = render(only, FileFormat.MARKDOWN).decode()
    assert [line for line in told.splitlines() if line.startswith("#")] == ["# Un cas", "## Les faits", "### Dont"]
    assert render(only, FileFormat.HTML).decode().count("Un cas</h") == 1


LEVELS = """##### Un

a

###### Deux

b

## Trois

c

#### Quatre

d

# Cinq

e
"""


def levels(told: list[int]) -> bool:
    """Whether each heading is at most one level below the one before it."""
    return told[:1] == [1] and all(after <= before + 1 for before, after in pairwise(told))


@pytest.mark.parametrize("count", [1, 2, 12])
@pytest.mark.parametrize("titled", [True, False])
def test_headings_leave_out_no_level_in_any_form(entry: Callable[..., Any], count: int, titled: bool) -> None:
    entries = tuple(entry(ref, title=f"T{ref}" if titled else "", body=LEVELS) for ref in range(1, count + 1))
    refs = tuple(range(1, count + 1))
    document = compose(Material(entries), Selection(refs=refs, audience=Audience.PRACTITIONER)).document
    page = render(document, FileFormat.HTML).decode()
    assert levels([int(each) for each in re.findall(r"<h([1-6])", page)])
    text = render(document, FileFormat.MARKDOWN).decode()
    assert levels([len(each) for each in re.findall(r"^(#+) ", text, re.MULTILINE)])
    mine = compose(Material(entries), Selection(refs=refs)).document
    text = render(mine, FileFormat.MARKDOWN).decode()
    assert levels([len(each) for each in re.findall(r"^(#+) ", text, re.MULTILINE)])
    word = docx_styles(render(document, FileFormat.DOCX))
    assert levels([int(style.removeprefix("Heading ")) for style in word if style.startswith("Heading")])
    assert "Caption" not in word


def docx_styles(content: bytes) -> list[str]:
    import docx

    return [each.style.name for each in docx.Document(io.BytesIO(content)).paragraphs if each.style]


def test_levels_below_the_sixth_stay_apart_in_markdown(entry: Callable[..., Any]) -> None:
    body = "\n\n".join(f"{'#' * level} N{level}\n\nx" for level in range(1, 7))
    for audience in (Audience.ME, Audience.PRACTITIONER):
        selection = Selection(refs=(1, 2), audience=audience)
        document = compose(Material((entry(1, title="T", body=body), entry(2, title="U"))), selection).document
        told = render(document, FileFormat.MARKDOWN).decode().splitlines()
        assert [line for line in told if re.search(r"N\d", line)] == [
            "### N1", "#### N2", "##### N3", "###### N4", "**N5**", "*N6*",
        ]  # fmt: skip


def test_typed_lines_tasks_and_nested_lists_stay_in_markdown(entry: Callable[..., Any]) -> None:
    body = "— Tu viens ?\n— Non.\n\n- [ ] dire\n- [x] oser\n  - demain\n- rien\n\n| a | b |\n|---|---|\n| 1 | 2 |"
    selection = Selection(refs=(1,), audience=Audience.PRACTITIONER)
    told = render(
        compose(Material((entry(1, title="T", body=body),)), selection).document, FileFormat.MARKDOWN
    ).decode()
    assert "— Tu viens ?  \n— Non.\n" in told
    assert "- [ ] dire\n- [x] oser\n  - demain\n- rien\n" in told
    assert "| a | b |\n| --- | --- |\n| 1 | 2 |\n" in told


def test_long_documents_have_a_linked_list_of_contents(entry: Callable[..., Any]) -> None:
    entries = tuple(entry(ref, title=f"Scène {ref}", body="x") for ref in range(1, 13))
    document = compose(Material(entries), Selection(refs=tuple(range(1, 13)), language="fr")).document
    page = render(document, FileFormat.HTML).decode()
    assert re.findall(r'href="#(n\d+)"', page) == re.findall(r'<h2 id="(n\d+)"', page) != []
    assert "Sommaire" in page
    with zipfile.ZipFile(io.BytesIO(render(document, FileFormat.DOCX))) as archive:
        main = archive.read("word/document.xml").decode()
    anchors = re.findall(r'<w:hyperlink w:anchor="(n\d+)"', main)
    assert anchors == re.findall(r'<w:bookmarkStart w:id="\d+" w:name="(n\d+)"', main) != []
    short = compose(Material(entries[:3]), Selection(refs=(1, 2, 3))).document
    assert "<nav" not in render(short, FileFormat.HTML).decode()


def test_the_contents_of_a_book_stand_under_their_months_in_every_form(entry: Callable[..., Any]) -> None:
    begin = datetime(2026, 10, 12, 9, tzinfo=UTC)
    entries = tuple(
        entry(ref, title=f"Scène {ref}", body="x", happened_at=begin + timedelta(days=ref)) for ref in range(1, 46)
    )
    document = compose(Material(entries), Selection(refs=tuple(range(1, 46)), language="fr")).document
    told = re.findall(r'<p class="about">(\w+ 2026)</p>', render(document, FileFormat.HTML).decode())
    assert told == ["Octobre 2026", "Novembre 2026"]
    with zipfile.ZipFile(io.BytesIO(render(document, FileFormat.DOCX))) as archive:
        assert archive.read("word/document.xml").decode().count("Novembre 2026") == 1
    assert [each["month"] for each in to_json(document)["items"] if each["month"]] == told
    out_of_order = document.model_copy(update={"items": document.items[::-1]})
    assert not any(months(out_of_order))
    assert not any(months(document.model_copy(update={"items": document.items[:39]})))


def test_runs_of_one_name_say_what_they_are_about(entry: Callable[..., Any]) -> None:
    about = Link(rel=Rel.ABOUT, ref=1)
    runs = [entry(ref, kind=Kind.REFLECTION, title="À chaud", details=ReflectionDetails(), links=links)
            for ref, links in ((2, (about,)), (3, ()))]  # fmt: skip
    material = Material((entry(1, title="Le 20, au siège"), *runs))
    told = compose(material, Selection(refs=(1, 2, 3), language="fr")).document
    assert [each.title for each in told.items] == ["Le 20, au siège", "À chaud · Le 20, au siège", "À chaud"]
