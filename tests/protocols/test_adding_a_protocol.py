"""A protocol is added by one file: the list, the run, the page, the command line and the export follow it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from journal.model.protocol import Protocol
from journal.model.reflection import ReflectionDetails
from journal.practice import protocols_at_hand, reading
from journal.practice.notebook import open_notebook
from journal.practice.questioning import finish, start
from journal.practice.run import answer
from journal.protocols import library
from journal.protocols.loading import read
from journal.sharing.rendering import render
from journal.sharing.rendering.formats import RENDERERS
from journal.sharing.repository import prepare
from journal.sharing.selecting import Selection
from journal.vault.vault import OpenVault

KNOT = """
code = "knot"
version = 1
source = "a test"
order = 5
minutes = 3
closure = "learning"
title.fr = "Le nœud"
title.en = "The knot"
purpose.fr = "Voir où ça coince."
purpose.en = "See where it is stuck."

[[prompts]]
id = "where"
question.fr = "Où est le nœud ?"
question.en = "Where is the knot?"

[[prompts]]
id = "kept"
role = "learning"
question.fr = "Que gardez-vous ?"
question.en = "What do you keep?"
"""
_SHELL = """
import sys
from pathlib import Path
from journal.protocols import library
library.SHIPPED = Path(sys.argv.pop(1))
from journal.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the protocols that ship, and one more."""
    shutil.copytree(library.SHIPPED, tmp_path / "shipped")
    (tmp_path / "shipped" / "knot.toml").write_text(KNOT, "utf-8")
    return tmp_path / "shipped"


def test_it_stands_in_its_place_and_is_proposed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "SHIPPED", folder)
    library.shipped.cache_clear()
    try:
        codes = [each.code for each in library.shipped().protocols]
        assert codes.index("knot") == sum(each.order < 5 for each in library.shipped().protocols)
        assert library.shipped().get("knot").title.here == "The knot"
        assert "knot" in [row["code"] for row in protocols_at_hand.listing(library.shipped())]
    finally:
        library.shipped.cache_clear()


def test_the_command_line_lists_it_and_checks_it(folder: Path, tmp_path: Path) -> None:
    def recul(*arguments: str) -> str:
        command = [sys.executable, "-c", _SHELL, str(folder), *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path).stdout

    assert "The knot" in recul("protocols")
    french = "\n".join(line for line in KNOT.splitlines() if ".en = " not in line)
    (folder / "knot.toml").write_text(french, "utf-8")
    assert "Le nœud (in French)" in recul("--lang", "en", "protocols")  # and never as if it asked in English


def test_it_is_run_read_and_leaves_with_its_questions(
    folder: Path, monkeypatch: pytest.MonkeyPatch, vault: OpenVault
) -> None:
    monkeypatch.setattr(library, "SHIPPED", folder)
    library.shipped.cache_clear()
    notebook = open_notebook(vault)
    try:
        run = start(notebook, library.shipped().get("knot"))
        for words in ("Between two teams.", "To ask before I answer."):
            run = answer(run, words)
        reflection = finish(notebook, run)
        assert reflection is not None
        assert reading.entry(notebook, reflection.ref).details_as(ReflectionDetails).protocol == "knot"
        for form in RENDERERS:
            if form.format.value in ("md", "html", "jsonl"):
                left = render(prepare(notebook, Selection(refs=(reflection.ref,))).document, form.format).decode()
                assert "Where is the knot?" in left
                assert "Between two teams." in left
    finally:
        library.shipped.cache_clear()


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("title.en", "title.en"),
        ("purpose.fr", "purpose.fr"),
        ("closure", "closure"),
        ("minutes", "minutes"),
        ('role = "learning"', "learning"),
        ("question.en", "question.en"),
    ],
)
def test_a_part_that_is_left_out_is_named(folder: Path, part: str, told: str) -> None:
    lines = [line for line in KNOT.splitlines() if not line.startswith(part)]
    (folder / "knot.toml").write_text("\n".join(lines), "utf-8")
    faults = read(folder / "knot.toml")
    assert not isinstance(faults, Protocol)
    assert any(told in fault.reason for fault in faults)
