"""A PDF can be followed by a screen reader, however long it is; the signs that would keep it from that are named."""

import io
from collections.abc import Callable
from typing import Any

from journal.model.audience import Audience
from journal.model.disclosure import FileFormat
from journal.sharing.document import Row, Rows
from journal.sharing.previewing import Material, compose
from journal.sharing.rendering import render
from journal.sharing.rendering.outline import months
from journal.sharing.rendering.pdf import unshown
from journal.sharing.selecting import Selection


def ua_part(content: bytes) -> str:
    import pikepdf

    with pikepdf.open(io.BytesIO(content)) as pdf, pdf.open_metadata() as about:
        return str(about.get("pdfuaid:part"))


def test_a_pdf_is_tagged_shows_its_title_and_keeps_everything_in_its_column(entry: Callable[..., Any]) -> None:
    import pikepdf

    body = (
        "x" * 400
        + " https://example.org/"
        + "a/b-c?d=" * 60
        + "\n\n- [ ] a\n\n| a | b |\n|---|---|\n| 1 | "
        + "y" * 90
        + " |"
    )
    selection = Selection(refs=(1,), audience=Audience.PRACTITIONER)
    content = render(compose(Material((entry(1, title="T", body=body),)), selection).document, FileFormat.PDF)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert ua_part(content) == "1"


def test_a_pdf_with_months_in_its_list_of_contents_is_accessible_too(entry: Callable[..., Any]) -> None:
    written = tuple(entry(ref, title="T", body="b") for ref in range(1, 41))  # from forty on there are months
    document = compose(
        Material(written), Selection(refs=tuple(range(1, 41)), audience=Audience.PRACTITIONER, language="en")
    ).document
    assert any(months(document))
    assert ua_part(render(document, FileFormat.PDF)) == "1"


def test_signs_that_a_pdf_cannot_show_are_named(entry: Callable[..., Any]) -> None:
    def of(body: str) -> tuple[str, ...]:
        document = compose(Material((entry(1, title="T", body=body),)), Selection(refs=(1,))).document
        assert render(document, FileFormat.PDF).startswith(b"%PDF")
        return unshown(document)

    assert of("« été », œuvre — αβγ, привет, ☐ ☑ → 3 €…") == ()
    assert of("Fin 😀 et 漢字 😀") == ("😀", "漢", "字")
    assert len(of("".join(map(chr, range(0x4E00, 0x4F00))))) == 12
    document = compose(Material((entry(1, title="T"),)), Selection(refs=(1,))).document
    parts = (Rows(rows=(Row(label="L", text="fin 😀", note="字"),)),)
    assert unshown(document.with_(items=(document.items[0].with_(parts=parts),))) == ("😀", "字")
