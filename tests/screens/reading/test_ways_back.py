"""What a newcomer looks for: the way back from the trash, from a page one reads, from a filter that finds nothing."""

from datetime import timedelta
from typing import Any

import pytest

from journal.model.entry import NewEntry
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.practice import capturing, reading
from screens.frame.help import HelpScreen
from screens.frame.page_header import PageHeader
from screens.reading.entry import EntryScreen
from screens.reading.entry_list import EntryList
from screens.reading.filter_bar import NameSuggester
from screens.reading.journal import JournalScreen
from screens.reading.trash import TrashScreen
from screens.today.place import TodayScreen
from screens.widgets.rows import Rows
from screens.writing.situation import SituationScreen
from tests.screens.conftest import EVENING, AppHarness


def written(house: AppHarness, **more: Any) -> int:
    held = house.notebook()
    new = NewEntry.model_validate({"kind": Kind.SITUATION, "title": "Le CODIR", "happened_at": EVENING} | more)
    ref = capturing.write(held, new).ref
    held.close()
    return ref


async def at_the_journal(house: AppHarness, pilot: Any, *then: str) -> JournalScreen:
    await pilot.press("2")
    await house.settle(pilot)
    await pilot.press(*then)
    await house.settle(pilot)
    return pilot.app.screen


async def test_what_was_thrown_away_on_its_page_comes_back_in_the_journal(vaulted: AppHarness) -> None:
    ref = written(vaulted)
    async with vaulted.unlocked_app() as pilot:
        await at_the_journal(vaulted, pilot, "enter")
        await pilot.press("t", "escape")
        await vaulted.settle(pilot)
        assert f"{ref} is in the trash · u brings it back" in vaulted.shown(pilot)
        await pilot.press("u")
        await vaulted.settle(pilot)
        assert pilot.app.screen.query_one(EntryList).entries == 1
        assert "is in the trash" not in vaulted.shown(pilot)


async def test_the_trash_opens_from_wherever_one_reads_and_gives_back(vaulted: AppHarness) -> None:
    ref = written(vaulted)
    async with vaulted.unlocked_app() as pilot:
        held = vaulted.app(pilot).journal.notebook
        await at_the_journal(vaulted, pilot, "t", "j")
        assert isinstance(pilot.app.screen, TrashScreen)
        assert "Le CODIR" in vaulted.shown(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert "The trash is empty" in vaulted.shown(pilot)
        assert "destroy" not in vaulted.shown(pilot).split("\n")[-1]
        assert [line.ref for line in reading.newest(held, Filter(), 9)] == [ref]
        await pilot.press("escape", "u")  # it is back already
        await vaulted.settle(pilot)
        assert await vaulted.app(pilot).journal.saves.settled() is None
        await pilot.press("t", "j", "d", "y")
        await vaulted.settle(pilot)
        assert reading.newest(held, Filter(trashed=True), 9) == []


async def test_the_key_of_a_place_shows_the_place_over_what_is_only_read(vaulted: AppHarness) -> None:
    written(vaulted)
    async with vaulted.unlocked_app() as pilot:
        await at_the_journal(vaulted, pilot, "enter")
        assert isinstance(pilot.app.screen, EntryScreen)
        await pilot.press("1")
        await vaulted.settle(pilot)
        await pilot.press("2")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, JournalScreen)
        assert pilot.app.screen.query_one(EntryList).has_focus


async def test_a_text_that_is_being_written_does_not_give_way_to_a_place(vaulted: AppHarness) -> None:
    ref = written(vaulted)
    async with vaulted.unlocked_app() as pilot:
        await at_the_journal(vaulted, pilot, "n", "x")
        vaulted.app(pilot).navigation.open_entry(ref)
        await vaulted.settle(pilot)
        await pilot.press("2")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, SituationScreen)


@pytest.mark.parametrize(("key", "state"), [("a", State.KEPT), ("d", State.CAPTURED)])
async def test_a_note_from_the_shell_is_told_and_answered_on_its_page(
    vaulted: AppHarness, key: str, state: State
) -> None:
    ref = written(vaulted, state=State.CAPTURED)
    async with vaulted.unlocked_app() as pilot:
        await at_the_journal(vaulted, pilot, "enter")
        shown = vaulted.shown(pilot)
        assert "from outside the app" in shown
        assert shown.split("\n")[-1].strip().startswith("a accept   d discard")
        await pilot.press(key)
        await vaulted.settle(pilot)
        entry = reading.entry(vaulted.app(pilot).journal.notebook, ref)
        assert entry.state is state
        lines = reading.newest(vaulted.app(pilot).journal.notebook, Filter(), 9)
        assert len(lines) == (0 if key == "d" else 1)
        assert "accept" not in vaulted.shown(pilot).split("\n")[-1]


async def test_a_note_discarded_on_today_is_told_and_comes_back(vaulted: AppHarness) -> None:
    ref = written(vaulted, state=State.CAPTURED)
    async with vaulted.unlocked_app() as pilot:
        await vaulted.settle(pilot)
        pilot.app.screen.query_one(Rows).choose("captured:")
        await pilot.press("d")
        await vaulted.settle(pilot)
        assert pilot.app.screen.query_one(PageHeader).state == f"{ref} is in the trash · u brings it back"
        await pilot.press("u")
        await vaulted.settle(pilot)
        assert "taken elsewhere" in vaulted.shown(pilot)
        assert "in the trash" not in pilot.app.screen.query_one(PageHeader).state


async def test_help_offers_the_way_back_and_begins_nothing(vaulted: AppHarness) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("n", "x", "f1")
        await vaulted.settle(pilot)
        assert vaulted.shown(pilot).split("\n")[-1].split() == ["esc", "back"]
        await pilot.press("n", "h", "2")
        assert isinstance(pilot.app.screen, HelpScreen)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, SituationScreen)


async def test_names_are_found_without_accents_and_an_unknown_one_is_told(vaulted: AppHarness) -> None:
    written(vaulted, tags=("équipe",), people=("Amélie Durand",))
    written(vaulted, title="Autre", happened_at=EVENING - timedelta(hours=1))
    async with vaulted.unlocked_app() as pilot:
        await at_the_journal(vaulted, pilot, "f", "down", *"EQUIPE")
        assert pilot.app.screen.query_one(EntryList).entries == 1
        await pilot.press("down", *"ame", "escape")
        await vaulted.settle(pilot)
        assert "Only: #équipe · Amélie Durand" in vaulted.shown(pilot)
        await pilot.press("escape", "escape", "f", "down", *"zz")
        await vaulted.settle(pilot)
        assert "no tag of this name" in vaulted.shown(pilot)
        await pilot.press("escape")
        await vaulted.settle(pilot)
        assert "“zz” narrows nothing" in vaulted.shown(pilot)
        assert pilot.app.screen.query_one(EntryList).entries == 2


async def test_what_is_typed_without_accents_is_completed_with_the_name_that_is_known() -> None:
    suggester = NameSuggester(["Équipe", "École"])
    assert await suggester.get_suggestion("equ") == "equipe"
    assert await suggester.get_suggestion("") is None
    assert await suggester.get_suggestion("zz") is None


async def test_today_offers_no_key_without_anything_to_act_on(vaulted: AppHarness) -> None:
    async with vaulted.unlocked_app() as pilot:
        assert isinstance(pilot.app.screen, TodayScreen)
        assert not {"prepare", "question"} & set(vaulted.shown(pilot).split("\n")[-1].split())
