"""A form in which documents leave is added in one place: the table of renderers."""

import subprocess
import sys
from pathlib import Path

import pytest

from journal.errors import UnknownFormat
from journal.model.audience import Audience
from journal.model.disclosure import FileFormat, Protection
from journal.model.recipient import Recipient
from journal.sharing.document import Document
from journal.sharing.protecting import Encryption
from journal.sharing.rendering import formats, render
from journal.sharing.rendering.formats import RENDERERS, Renderer
from screens.sharing.sharing_page import form_choices, form_words

KNOTS = Renderer(
    FileFormat("knots"), "Knots", "Knots, protected", lambda document: document.title.encode(), is_text=True
)


_ASKED = """
from journal.sharing.rendering import formats
from journal.model.disclosure import FileFormat

formats.RENDERERS += (formats.Renderer(FileFormat("knots"), "Knots", "Knots, protected", lambda _document: b""),)
from journal.cli.export_options import form_of
from journal.cli.recul import run

print(form_of({"to": "x.knots", "form": None}))
run(["export", "--help"])
"""


@pytest.fixture
def document() -> Document:
    return Document(title="Two entries", audience=Audience.ME, audience_words="for me", language="en")


@pytest.fixture
def knots(monkeypatch: pytest.MonkeyPatch) -> FileFormat:
    monkeypatch.setattr(formats, "RENDERERS", (*RENDERERS, KNOTS))
    monkeypatch.setattr("screens.sharing.sharing_page.RENDERERS", (*RENDERERS, KNOTS))
    return KNOTS.format


def test_it_is_rendered_offered_in_words_and_protected_as_it_allows(knots: FileFormat, document: Document) -> None:
    assert render(document, knots) == document.title.encode()
    assert ("knots", "Knots") in form_choices()
    assert form_words(knots, Protection.AGE) == "Knots, protected"
    Encryption(Protection.AGE, passphrase="four words are enough").check(knots)
    assert Recipient(name="Mme Lenoir", format="knots").format == knots


def test_the_command_line_takes_it_by_its_name_and_by_the_ending_of_a_file(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", _ASKED], capture_output=True, text=True, check=True, cwd=tmp_path
    ).stdout
    assert told.startswith("knots\n")
    assert "|knots]" in told.replace("\n", "").replace(" ", "")


def test_a_form_that_nobody_renders_is_refused_and_never_written_as_another(document: Document) -> None:
    with pytest.raises(UnknownFormat):
        render(document, FileFormat("scroll"))


def test_every_form_has_words_and_a_renderer_of_its_own() -> None:
    assert len({each.format for each in RENDERERS}) == len({each.render for each in RENDERERS}) == len(RENDERERS)
    assert all(each.words and each.protected_words for each in RENDERERS)
