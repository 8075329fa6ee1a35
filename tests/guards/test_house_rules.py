"""House rules that a reader relies on: a module says first what it is, and holds one idea in 300 lines, tests too."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted(path for room in ("journal", "screens") for path in (ROOT / room).rglob("*.py"))
_RIDDLES = re.compile(
    r"(What|Which|How|Whether|When|Where|Why|Who|That|For|From|It|This|There"
    r"|Looking|Choosing|Keeping|Reading|Locking|Validating|Everything|Nothing|Somebody|Another's|Whose|Before|Find|No|On)\b"
    r"|[A-Z][a-z]+ing (?!of\b)"  # what one does to something, and not the thing that does it
)
LONGEST = 300  # lines


def test_a_module_says_first_what_it_is() -> None:
    told = {path: ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "" for path in MODULES}
    assert not [str(path) for path, words in told.items() if not words], "say in one line what it is"
    riddles = [f"{path.relative_to(ROOT)}: {words[:60]}" for path, words in told.items() if _RIDDLES.match(words)]
    assert not riddles, "\n".join(["the first word says what it is (Page, Service, Query, Widget …)", *riddles])


def test_a_file_is_short() -> None:
    files = (
        *MODULES,
        *(path for room in ("tests", "benchmarks", "docs", ".ci") for path in (ROOT / room).rglob("*.py")),
    )
    long = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in files}
    assert {name: lines for name, lines in long.items() if lines > LONGEST} == {}, "one idea per file"


ROOMS = {"journal", "screens", "styles", "tests", "docs", "benchmarks"}
PAPERS = {"pyproject.toml", "uv.lock", "README.md", "CHANGELOG.md", "LICENSE"}
MADE = {"build", "dist"}  # by tools, and never committed


def test_the_top_level_holds_the_rooms_and_few_papers() -> None:
    assert {path.name for path in ROOT.iterdir() if path.name[0] != "."} - MADE == ROOMS | PAPERS


def _changes_in_place(tree: ast.AST) -> list[int]:
    """Return the lines on which a function makes another that changes the journal, instead of naming a service."""
    functions = [each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)]
    return [
        inner.lineno
        for each in functions
        for inner in ast.walk(each)
        if inner is not each
        and isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef)
        and [argument.arg for argument in inner.args.args][:1] == ["notebook"]
    ]


def test_a_page_hands_a_change_to_the_save_queue_by_the_service_that_makes_it() -> None:
    found = {
        f"{path.relative_to(ROOT)}:{line}"
        for path in MODULES
        if path.is_relative_to(ROOT / "screens") and path.name != "changes.py"
        for line in _changes_in_place(ast.parse(path.read_text("utf-8")))
    }
    assert found == set(), "`screens/frame/changes.py` says how"
    assert _changes_in_place(ast.parse("def keep(self):\n    def job(notebook: Notebook) -> None: ...\n"))


@pytest.mark.parametrize(
    "riddle", ["What leaves, as it is read.", "Choosing a key.", "Writing a file.", "No key is left."]
)
def test_the_guard_sees_what_it_is_for(riddle: str) -> None:
    assert _RIDDLES.match(riddle)
    assert not _RIDDLES.match(f"Page: {riddle}")
