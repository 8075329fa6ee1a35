"""The journal place: marked, thrown away, veiled, opened, shared and questioned from its rows."""

from datetime import timedelta
from typing import Any

import pytest
from textual.geometry import Offset

from journal.model.entry import NewEntry
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.practice import capturing, reading
from screens.questioning.choose_protocol import ChooseProtocolScreen
from screens.reading.entry_list import EntryList
from tests.screens.reading.conftest import gone_to_journal, situation, written


async def test_marks_stay_while_one_is_elsewhere(vaulted: Any) -> None:
    at = vaulted.hands.at
    refs = written(vaulted, *(situation(f"Entry {n}", at - timedelta(hours=n)) for n in range(5)))
    async with vaulted.unlocked_app() as pilot:
        await gone_to_journal(vaulted, pilot)
        await pilot.press("space", "down", "space")
        await vaulted.settle(pilot)
        assert list(vaulted.app(pilot).journal.selection) == [refs[0], refs[2]]
        assert "2 marked" in vaulted.shown(pilot).split("\n")[0]
        await pilot.press("1", "2")
        await vaulted.settle(pilot)
        assert vaulted.shown(pilot).count("✓") == 2
        await pilot.press("home", "space")
        await vaulted.settle(pilot)
        assert list(vaulted.app(pilot).journal.selection) == [refs[2]]


async def test_what_was_thrown_away_comes_back_with_one_key(vaulted: Any) -> None:
    at = vaulted.hands.at
    written(vaulted, situation("Kept", at), situation("Thrown", at - timedelta(hours=1)))
    async with vaulted.unlocked_app() as pilot:
        shown = await gone_to_journal(vaulted, pilot)
        await pilot.press("down", "t")
        await vaulted.settle(pilot)
        assert shown.entries == 1
        assert "Thrown" not in vaulted.shown(pilot)
        assert "u brings it back" in vaulted.shown(pilot).split("\n")[0]
        await pilot.press("u")
        await vaulted.settle(pilot)
        assert shown.entries == 2
        assert "Thrown" in vaulted.shown(pilot)
        assert shown.current.title == "Thrown"  # the next key is meant for what came back
        assert not reading.newest(vaulted.app(pilot).journal.notebook, Filter(trashed=True), 5)


async def test_what_is_marked_is_thrown_away_together_and_comes_back_marked(vaulted: Any) -> None:
    at = vaulted.hands.at
    refs = written(vaulted, *(situation(f"Entry {n}", at - timedelta(hours=n)) for n in range(4)))
    async with vaulted.unlocked_app() as pilot:
        shown = await gone_to_journal(vaulted, pilot)
        await pilot.press("space", "space", "t")
        await vaulted.settle(pilot)
        trashed = [line.ref for line in reading.thrown_away(vaulted.app(pilot).journal.notebook, 9)]
        assert sorted(trashed) == sorted(refs[:2])
        assert shown.entries == 2
        assert "2 entries in the trash · u brings them back" in vaulted.shown(pilot).split("\n")[0]
        await pilot.press("u")
        await vaulted.settle(pilot)
        assert shown.entries == 4
        assert list(vaulted.app(pilot).journal.selection) == list(refs[:2])


@pytest.mark.parametrize("agreed", [True, False])
async def test_a_key_for_one_row_asks_whether_it_is_meant_where_others_are_marked(vaulted: Any, agreed: bool) -> None:
    at = vaulted.hands.at
    written(vaulted, situation("Marked", at), situation("Other", at - timedelta(hours=1)))
    async with vaulted.unlocked_app() as pilot:
        await gone_to_journal(vaulted, pilot)
        await pilot.press("space", "q")
        await vaulted.settle(pilot)
        assert "1 entry is marked" in vaulted.shown(pilot)
        assert "“Other”" in vaulted.shown(pilot)
        await pilot.press("y" if agreed else "escape")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, ChooseProtocolScreen) is agreed


async def test_the_veil_leaves_only_the_current_title(vaulted: Any) -> None:
    at = vaulted.hands.at
    written(vaulted, situation("First", at), situation("Second", at - timedelta(hours=1), body="Body of the second"))
    async with vaulted.unlocked_app((120, 40)) as pilot:
        await gone_to_journal(vaulted, pilot)
        await pilot.press("f9", "down")
        await vaulted.settle(pilot)
        assert "Second" in vaulted.shown(pilot)
        assert "First" not in vaulted.shown(pilot)
        assert "Body of" not in vaulted.shown(pilot)
        await pilot.press("f9")
        await vaulted.settle(pilot)
        assert "First" in vaulted.shown(pilot)
        assert "Body of the second" in vaulted.shown(pilot)


async def test_enter_and_two_clicks_open_an_entry(vaulted: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    at = vaulted.hands.at
    refs = written(vaulted, situation("First", at), situation("Second", at - timedelta(hours=1)))
    async with vaulted.unlocked_app() as pilot:
        opened: list[tuple[int, str]] = []
        monkeypatch.setattr(pilot.app.navigation, "open_entry", lambda ref, kind, **_found: opened.append((ref, kind)))
        shown = await gone_to_journal(vaulted, pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        await pilot.click(EntryList, offset=Offset(10, 2))
        await vaulted.settle(pilot)
        assert shown.current.ref == refs[1]
        await pilot.double_click(EntryList, offset=Offset(10, 2))
        await vaulted.settle(pilot)
        assert opened == [(refs[0], "situation"), (refs[1], "situation")]


async def test_an_empty_journal_says_what_it_is_for(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await gone_to_journal(vaulted, pilot)
        assert "month by month. Press n to begin." in vaulted.shown(pilot)


async def test_what_is_marked_is_shared_or_else_the_row_one_is_on(
    vaulted: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = vaulted.hands.at
    refs = written(vaulted, *(situation(f"Entry {n}", at - timedelta(hours=n)) for n in range(3)))
    async with vaulted.unlocked_app() as pilot:
        shared: list[tuple[int, ...]] = []
        monkeypatch.setattr(pilot.app, "share", shared.append)
        await gone_to_journal(vaulted, pilot)
        await pilot.app.run_action("share", default_namespace=pilot.app.screen)
        await pilot.press("down", "space")
        await vaulted.settle(pilot)
        await pilot.app.run_action("share", default_namespace=pilot.app.screen)
        assert shared == [(refs[0],), (refs[1],)]  # looking at what would leave marks nothing
        assert "1 marked · esc unmarks" in vaulted.shown(pilot).split("\n")[0]
        await pilot.press("escape")
        assert "marked" not in vaulted.shown(pilot)


async def test_a_row_is_questioned_from_the_list(vaulted: Any) -> None:
    notebook = vaulted.notebook()
    at = notebook.clock()
    capturing.write(notebook, NewEntry(kind=Kind.SITUATION, title="One", body="…", happened_at=at))
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("2", "q")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, ChooseProtocolScreen)
