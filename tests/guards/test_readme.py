"""The README says what the program does: its commands, its keys, and the two lines that begin everything."""

import re
from pathlib import Path

import pytest

from journal.cli.recul import COMMANDS
from screens.frame.command import EVERYWHERE, READING
from screens.frame.key_names import key_name
from screens.keys import TABLE

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def _table(name: str) -> list[tuple[str, ...]]:
    """Return the rows of the table under a mark, without its head."""
    found = re.search(rf"<!-- {name} -->\n(.*?)\n\n", README, re.DOTALL)
    assert found, name
    rows = [line.strip("|").split("|") for line in found[1].splitlines()]
    return [tuple(cell.strip() for cell in row) for row in rows[2:]]


def test_the_commands_are_those_of_the_program() -> None:
    assert _table("the commands") == [(f"`recul {name}`", text) for name, (_module, text) in COMMANDS.items()]


def test_the_keys_are_those_of_the_program() -> None:
    wanted = dict.fromkeys((f"`{key_name(each.keys)}`", each.help) for each in TABLE.of(EVERYWHERE, READING))
    assert _table("the keys") == list(wanted)


@pytest.mark.parametrize(
    "line",
    [
        "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/recul",
        "python3 -m venv .venv && .venv/bin/pip install '.[test]' && .venv/bin/pytest",
    ],
)
def test_the_two_lines_that_begin_everything_stand_there_whole(line: str) -> None:
    assert f"\n{line}\n" in README


def test_the_run_finds_the_test_command() -> None:
    found = re.search(r"<!-- the test command -->\n```sh\n(.*)\n```", README)
    assert found
    assert found[1].endswith("pytest")


def test_no_link_of_the_readme_leads_nowhere() -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)]+)\)", README):
        if not target.startswith("docs/pictures/"):  # made from the running app, and looked at by a person
            assert (ROOT / target).exists(), target
