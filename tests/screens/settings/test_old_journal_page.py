"""Bringing an old journal in the app: what it holds is shown first, nothing is kept before a yes."""

from pathlib import Path
from typing import Any

from journal.model.filter import Filter
from journal.practice import reading

JRNL = """[2024-03-02 18:00] A first day.
It rained.

[2024-03-05 09:30] The committee
Nobody spoke. @codir
"""


async def gone_to_import(vaulted: Any, pilot: Any, path: Path) -> None:
    await pilot.press("comma")
    await vaulted.settle(pilot)
    pilot.app.screen.query_one("Rows").choose("import")
    await pilot.press("enter")
    await vaulted.settle(pilot)
    await pilot.press(*str(path), "enter")
    await vaulted.settle(pilot)


def kept(vaulted: Any, pilot: Any) -> list[str]:
    notebook = vaulted.app(pilot).journal.notebook
    return sorted(line.title for line in reading.newest(notebook, Filter(), 9))


async def test_an_old_journal_is_looked_into_then_taken_in_once(vaulted: Any, tmp_path: Path) -> None:
    file = tmp_path / "old.txt"
    file.write_text(JRNL, "utf-8")
    async with vaulted.unlocked_app() as pilot:
        await gone_to_import(vaulted, pilot, file)
        shown = " ".join(vaulted.shown(pilot).split())
        assert "2 entries can be imported. From 2 March 2024 to 5 March 2024." in shown
        assert "2 March 2024 · A first day." in shown
        assert kept(vaulted, pilot) == []
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert "2 entries imported." in vaulted.shown(pilot)
        assert kept(vaulted, pilot) == ["A first day.", "The committee"]
        await pilot.press("escape")
        await vaulted.settle(pilot)
        await gone_to_import(vaulted, pilot, file)
        shown = " ".join(vaulted.shown(pilot).split())
        assert "0 entries can be imported." in shown
        assert "2 are there already." in shown
        assert "Bring" not in shown.partition("2 are there already.")[2]


async def test_what_is_left_or_cannot_be_read_keeps_nothing(vaulted: Any, tmp_path: Path) -> None:
    file = tmp_path / "old.txt"
    file.write_text(JRNL, "utf-8")
    async with vaulted.unlocked_app() as pilot:
        await gone_to_import(vaulted, pilot, tmp_path / "absent.txt")
        assert "2 entries" not in vaulted.shown(pilot)
        assert not pilot.app.screen.query_one("Rows").display
        await pilot.press("escape", "escape")
        await vaulted.settle(pilot)
        await gone_to_import(vaulted, pilot, file)
        await pilot.press("down", "enter")
        await vaulted.settle(pilot)
        assert kept(vaulted, pilot) == []


async def test_an_empty_journal_offers_to_bring_an_old_one_and_one_that_holds_something_does_not(
    vaulted: Any, tmp_path: Path
) -> None:
    file = tmp_path / "old.txt"
    file.write_text(JRNL, "utf-8")
    async with vaulted.unlocked_app() as pilot:
        assert "Bring an old journal" in vaulted.shown(pilot)
        assert "Nothing written yet" in vaulted.shown(pilot)
        pilot.app.screen.query_one("Rows").choose("old")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        await pilot.press(*str(file), "enter")
        await vaulted.settle(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        shown = vaulted.shown(pilot)
        assert "The committee" in shown
        assert "Bring an old journal" not in shown
