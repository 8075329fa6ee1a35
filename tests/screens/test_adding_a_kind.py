"""A kind of entry is added by its details and the row that describes it: lists, pages, exports, commands follow it."""

import importlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import journal.model
from journal.model import kind_spec
from journal.model.audience import Audience
from journal.model.entry import NewEntry
from journal.model.kind import Kind
from journal.model.kind_spec import spec_of, specs
from journal.practice import capturing
from journal.sharing.repository import prepare
from journal.sharing.selecting import Selection
from screens.pages import SHOWS, WRITES
from screens.reading.filter_bar import FilterChoice

HABIT = '''
"""A habit: what one does without thinking of it."""

from journal.model.details import Details
from journal.model.kind import Kind, State
from journal.model.kind_spec import _SPECS, KindSpec

HABIT = Kind.register("habit")
_SPECS[HABIT] = KindSpec(
    HABIT, "habit", "Habit of mine", (State.OPEN, State.DONE), "habit.HabitDetails", reflectable=True
)


class HabitDetails(Details):
    """How often it comes."""

    times: int = 0
'''
SHELL = """
import sys, journal.model
journal.model.__path__.append(sys.argv.pop(1))
import journal.model.habit
from journal.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder that holds the file of the kind."""
    place = tmp_path / "more"
    place.mkdir()
    (place / "habit.py").write_text(HABIT, "utf-8")
    return place


@pytest.fixture
def habit(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Kind]:
    """Return the kind, known as long as the test lasts."""
    monkeypatch.setattr(journal.model, "__path__", [*journal.model.__path__, str(folder)])
    yield importlib.import_module("journal.model.habit").HABIT
    sys.modules.pop("journal.model.habit")
    kind_spec._SPECS.pop(Kind._known.pop("habit"))
    kind_spec._details_at.cache_clear()


async def test_it_stands_in_the_lists_and_opens_and_is_questioned(vaulted: Any, habit: Kind) -> None:
    notebook = vaulted.notebook()
    new = NewEntry(
        kind=habit, title="I answer first", body="As soon as somebody looks at me.", happened_at=vaulted.hands.at
    )
    ref = capturing.write(notebook, new.with_(details=spec_of(habit).details(times=3))).ref
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        assert "I answer first" in vaulted.shown(pilot)  # on Today, since it was written to be looked at
        await pilot.press("2")
        await vaulted.settle(pilot)
        assert "habit" in vaulted.shown(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert vaulted.shown(pilot).splitlines()[0].strip().startswith(f"Habit {ref}")
        assert "As soon as somebody looks at me." in vaulted.shown(pilot)
        await pilot.press("q")
        await vaulted.settle(pilot)
        assert pilot.app.screen.name_in_table == "choose_protocol"
        await pilot.press("escape", "escape", "f")
        await vaulted.settle(pilot)
        assert habit in [value for value, _words in pilot.app.screen.query_one("#filter-kind", FilterChoice)._options]


def test_it_leaves_under_its_heading(vaulted: Any, habit: Kind) -> None:
    notebook = vaulted.notebook()
    ref = capturing.write(notebook, NewEntry(kind=habit, body="Again.", happened_at=vaulted.hands.at)).ref
    (item,) = prepare(notebook, Selection(refs=(ref,), audience=Audience.PRACTITIONER)).document.items
    assert item.title == "Habit", "without a title, the kind stands above"
    notebook.close()


def test_the_command_line_takes_it_in_lists_it_shows_it_and_lets_it_leave(
    vaulted: Any, folder: Path, tmp_path: Path
) -> None:
    passphrase = tmp_path / "passphrase"
    passphrase.write_text(vaulted.passphrase)

    def recul(*arguments: str) -> str:
        common = ["--vault", str(vaulted.environment.folder), "--passphrase-file", str(passphrase)]
        command = [sys.executable, "-c", SHELL, str(folder), *arguments, *common]
        return subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path).stdout

    line = {"kind": "habit", "body": "I answer first.", "details": {"times": 3}}
    (tmp_path / "in.jsonl").write_text(json.dumps(line))
    recul("import", str(tmp_path / "in.jsonl"))
    (entry,) = json.loads(recul("list", "--kind", "habit", "--json"))
    assert entry["details"] == {"times": 3}
    assert recul("show", str(entry["ref"])).startswith("# I answer first.")
    assert "habit" in recul("export", str(entry["ref"]), "--for", "me", "--format", "jsonl", "--dry-run")


def test_every_kind_is_described_and_every_page_is_one_of_a_kind() -> None:
    assert [spec.kind for spec in specs()] == list(Kind.all()), "a kind that is not described"
    assert all(spec.word and spec.heading and spec.states for spec in specs())
    assert len({spec.details for spec in specs()}) == len(specs()), "details of its own, which are there"
    names = {"", "captured", "unread", *Kind.all()}
    assert set(SHOWS) <= names
    assert set(WRITES) <= names
