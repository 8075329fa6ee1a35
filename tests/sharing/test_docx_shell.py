"""The empty DOCX that ships is the one that its script writes, and speaks the reader's language."""

import runpy
import tomllib
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest

from journal.language import facts, languages
from journal.sharing.rendering.docx_shell import TEMPLATE, column, shell

SCRIPT = Path(__file__).parents[2] / ".ci" / "docx_shell.py"


LOCK = tomllib.loads((Path(__file__).parents[2] / "uv.lock").read_text("utf-8"))
LOCKED = {each["name"]: each.get("version") for each in LOCK["package"]}["python-docx"]


@pytest.mark.skipif(version("python-docx") != LOCKED, reason="another release of python-docx may write it otherwise")
def test_the_file_that_ships_is_what_the_script_writes() -> None:
    with zipfile.ZipFile(TEMPLATE) as archive:
        shipped = {name: archive.read(name) for name in archive.namelist()}
    assert shipped == runpy.run_path(str(SCRIPT))["parts"]()


@pytest.mark.parametrize("language", languages())
def test_it_speaks_the_readers_language_and_leaves_them_room(language: str) -> None:
    narrow, wide = (shell(language, with_margin=asked) for asked in (True, False))
    assert f'w:val="{facts(language)["tag"]}"'.encode() in narrow["word/styles.xml"]
    margins = [int(each["word/document.xml"].partition(b'w:right="')[2].partition(b'"')[0]) for each in (narrow, wide)]
    assert margins[0] - margins[1] == column(with_margin=False) - column(with_margin=True)
