"""A long list by month: read in stretches, its lines and entries told apart, its place kept while it changes."""

from datetime import timedelta
from typing import Any

import pytest

from journal.practice import capturing, reading
from journal.practice.notebook import Notebook
from journal.practice.reading import Month
from screens.frame.events import EntrySaved, Happened
from screens.reading.month_layout import MonthLayout, Spot
from tests.screens.reading.conftest import gone_to_journal, situation, written


def test_lines_and_entries_find_each_other_whatever_the_months() -> None:
    layout = MonthLayout([Month(2026, 11, 3), Month(2026, 10, 1), Month(2026, 8, 250)])
    assert (layout.entries, layout.lines) == (254, 3 + 1 + 250 + 1 + 2 + 2)
    for nth in range(layout.entries):
        spot = layout.spot(layout.line_of(nth))
        assert spot is not None
        assert layout.number(spot) == nth
        assert layout.place(nth) == spot
    assert layout.spot(0) == Spot(0, -1)
    assert layout.spot(layout.lines) is None


@pytest.mark.slow_proof
async def test_thousands_of_entries_are_one_list_with_a_first_and_a_last(vaulted: Any) -> None:
    at = vaulted.hands.at
    written(vaulted, *(situation(f"Entry {number}", at - timedelta(hours=number)) for number in range(2_000)))
    async with vaulted.unlocked_app() as pilot:
        shown = await gone_to_journal(vaulted, pilot)
        assert shown.entries == 2_000
        assert "November 2026 · 547" in vaulted.shown(pilot)
        assert shown.current.title == "Entry 0"
        await pilot.press("pagedown")
        await vaulted.settle(pilot)
        assert shown.current.title == f"Entry {shown.size.height - 2}"
        assert shown.current.title in vaulted.shown(pilot)
        await pilot.press("end")
        await vaulted.settle(pilot)
        assert shown.current.title == "Entry 1999"
        assert "Entry 1999" in vaulted.shown(pilot)
        assert "Entry 1998" in vaulted.shown(pilot)
        await pilot.press("up", "up", "down")
        await vaulted.settle(pilot)
        assert shown.current.title == "Entry 1998"
        await pilot.press("home")
        await vaulted.settle(pilot)
        assert "Entry 0 " in vaulted.shown(pilot)


async def test_one_begins_at_what_has_happened_below_what_another_app_dated_ahead(vaulted: Any) -> None:
    at = vaulted.hands.at
    later = situation("Later", at + timedelta(days=40))
    earlier = [situation(f"Earlier {number}", at - timedelta(days=2 + number)) for number in range(20)]
    written(vaulted, later, situation("Yesterday", at - timedelta(days=1)), *earlier)
    async with vaulted.unlocked_app() as pilot:
        shown = await gone_to_journal(vaulted, pilot)
        assert shown.current.title == "Yesterday"
        assert vaulted.shown(pilot).split("\n")[3].strip() == "November 2026 · 21"
        await pilot.press("up")
        await vaulted.settle(pilot)
        assert "January 2027 · 1" in vaulted.shown(pilot)


async def test_a_saved_entry_changes_its_row_and_nothing_else(vaulted: Any) -> None:
    at = vaulted.hands.at
    refs = written(vaulted, *(situation(f"Entry {n}", at - timedelta(hours=n)) for n in range(300)))
    async with vaulted.unlocked_app() as pilot:
        shown = await gone_to_journal(vaulted, pilot)
        await pilot.press("pagedown", "pagedown")
        await vaulted.settle(pilot)
        place, scrolled = shown.current.ref, shown.scroll_offset

        def reword(notebook: Notebook) -> Happened:
            entry = capturing.rewrite(notebook, reading.entry(notebook, place).with_(title="Otherwise"))
            return EntrySaved(entry.ref, entry.revision, at)

        def reword_far(notebook: Notebook) -> Happened:
            entry = capturing.rewrite(notebook, reading.entry(notebook, refs[-1]).with_(title="Far away"))
            return EntrySaved(entry.ref, entry.revision, at)

        await vaulted.app(pilot).save(reword)
        await vaulted.settle(pilot)
        assert "Otherwise" in vaulted.shown(pilot)
        assert (shown.current.ref, shown.scroll_offset) == (place, scrolled)
        await vaulted.app(pilot).save(reword_far)
        await vaulted.settle(pilot)
        assert shown.current.ref == place
        await pilot.press("end")
        await vaulted.settle(pilot)
        assert "Far away" in vaulted.shown(pilot)


async def test_a_new_entry_above_does_not_move_one_from_ones_row(vaulted: Any) -> None:
    at = vaulted.hands.at
    written(vaulted, *(situation(f"Entry {n}", at - timedelta(hours=n)) for n in range(300)))
    async with vaulted.unlocked_app() as pilot:
        shown = await gone_to_journal(vaulted, pilot)
        await pilot.press("pagedown", "pagedown", "pagedown")
        await vaulted.settle(pilot)
        place = shown.current.ref

        def add(notebook: Notebook) -> Happened:
            entry = capturing.write(notebook, situation("New", at))
            return EntrySaved(entry.ref, entry.revision, at)

        await vaulted.app(pilot).save(add)
        await vaulted.settle(pilot)
        assert shown.entries == 301
        assert shown.current.ref == place
        assert shown.current.title in vaulted.shown(pilot)
