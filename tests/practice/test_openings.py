"""An older vault put back is noticed: older copies in all combinations, other machines, files of the state folder."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest

from journal.dates.wording import full_day
from journal.practice import openings
from journal.practice.notebook import Notebook, open_notebook
from journal.vault import vault
from journal.vault.keys import KdfCost

START = datetime(2026, 11, 1, 8, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """A clock that shows another day each time it is asked."""
    days = iter(range(10_000))
    return lambda: START + timedelta(days=next(days))


@pytest.fixture
def opened(vault_folder: Path, passphrase: str, cost: KdfCost, clock: Callable[[], datetime]) -> object:
    vault.create(vault_folder, passphrase, cost=cost)[0].close()

    @contextmanager
    def go_in(folder: Path = vault_folder) -> Iterator[Notebook]:
        notebook = open_notebook(vault.unlock(folder, passphrase), clock)
        try:
            yield notebook
        finally:
            notebook.close()

    return go_in


Opened = Callable[..., "contextmanager[Notebook]"]


def visit(opened: Opened, state: Path, *folder: Path) -> datetime | None:
    """Open the vault as the app does and leave; return what it says of a later one."""
    with opened(*folder) as notebook:
        last = openings.later_one(notebook, state)
        if last is None:
            openings.count(notebook, state)
        return last


def test_older_copies_are_told_in_every_order_and_newer_ones_never(
    opened: Opened, vault_folder: Path, tmp_path: Path
) -> None:
    copies = []
    for number in range(3):
        assert visit(opened, tmp_path / "first") is None
        shutil.copytree(vault_folder, copy := tmp_path / f"copy {number}")
        copies.append(copy)
    for order in permutations(range(3)):
        state = tmp_path / "".join(map(str, order))
        for number in order:
            shutil.rmtree(again := tmp_path / "again", ignore_errors=True)
            shutil.copytree(copies[number], again)
            told = visit(opened, state, again)
            assert (told is not None) == any(number < earlier for earlier in order[: order.index(number)])


def test_the_day_told_is_the_one_of_the_later_opening(opened: Opened, vault_folder: Path, tmp_path: Path) -> None:
    shutil.copytree(vault_folder, old := tmp_path / "old")
    visit(opened, tmp_path / "state")
    last = visit(opened, tmp_path / "state", old)
    assert last is not None

    assert openings.message(last).endswith(f"on {full_day(last.date())}.")


def test_taken_as_the_latest_it_is_never_told_again(opened: Opened, vault_folder: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    shutil.copytree(vault_folder, old := tmp_path / "old")
    visit(opened, state)
    visit(opened, state)
    assert visit(opened, state, old) is not None
    assert visit(opened, state, old) is not None  # told again as long as nobody said that it was on purpose
    with opened(old) as notebook:
        openings.take_as_latest(notebook, state)
    assert visit(opened, state, old) is None


def test_two_machines_that_take_turns_raise_no_alarm(opened: Opened, tmp_path: Path) -> None:
    for turn in range(6):
        assert visit(opened, tmp_path / f"machine {turn % 2}") is None


@pytest.mark.parametrize(
    "held",
    [
        "",
        "[]",
        "{",
        "null",
        "[" * 9000,
        '{"x": 1}',
        '{"ID": {"count": true, "at": "2026-01-01T00:00:00+00:00"}}',
        '{"ID": {"count": -1, "at": "2026-01-01T00:00:00+00:00"}}',
        '{"ID": {"count": 9, "at": "2026-01-01"}}',
        '{"ID": {"count": 9, "at": 7}}',
        '{"ID": {"count": 1e400, "at": "2026-01-01T00:00:00+00:00"}}',
        "\xff",
    ],
)
def test_a_file_that_makes_no_sense_is_no_alarm_and_is_made_anew(opened: Opened, tmp_path: Path, held: str) -> None:
    state = tmp_path / "state"
    state.mkdir()
    with opened() as notebook:
        name = notebook.vault.vault_id
    (state / "openings.json").write_bytes(held.replace("ID", name).encode("latin-1"))
    assert visit(opened, state) is None
    assert json.loads((state / "openings.json").read_text())[name]["count"] == 1


def test_one_step_an_opening_and_none_for_what_is_kept(opened: Opened, tmp_path: Path) -> None:
    state = tmp_path / "state"
    visit(opened, state)
    before = (state / "openings.json").read_bytes()
    with opened() as notebook, notebook.store.writing() as tx:
        tx.insert("preference", {"key": "anything", "value": "1"})
    assert (state / "openings.json").read_bytes() == before


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_the_file_is_for_its_owner_alone(opened: Opened, tmp_path: Path) -> None:
    visit(opened, tmp_path / "state")
    assert (tmp_path / "state" / "openings.json").stat().st_mode & 0o077 == 0
