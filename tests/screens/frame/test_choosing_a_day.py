"""A day is chosen in a month, by arrows or a click, wherever a field asks for one."""

import pytest

from journal import language
from screens.engagement.figures import FiguresScreen
from screens.frame.day_dialog import DayDialog
from screens.widgets.field import LineField
from screens.widgets.month_grid import MonthGrid
from screens.widgets.plain import PlainText


async def _figures(vaulted, pilot):
    pilot.app.push_screen(FiguresScreen())
    await vaulted.settle(pilot)
    page = pilot.app.screen
    line = page.query_one("#field-starts_on", LineField)
    line.focus()
    await vaulted.settle(pilot)
    return page, line


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (("enter",), "23 November 2026"),
        (("right", "down", "enter"), "1 December 2026"),
        (("pageup", "left", "enter"), "22 October 2026"),
        (("pagedown", "pagedown", "home", "enter"), "23 November 2026"),
        (("right", "escape"), ""),
    ],
)
async def test_arrows_choose_a_day_of_a_month(vaulted, keys, chosen):
    async with vaulted.unlocked_app() as pilot:
        _page, line = await _figures(vaulted, pilot)
        await pilot.press("f12")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, DayDialog)
        await pilot.press(*keys)
        await vaulted.settle(pilot)
        assert line.value == chosen
        assert line.has_focus


async def test_a_click_chooses_a_day_and_an_hour_that_was_typed_stays(vaulted):
    async with vaulted.unlocked_app() as pilot:
        _page, line = await _figures(vaulted, pilot)
        line.value = "27 Nov 9.40"
        await pilot.press("f12")
        await vaulted.settle(pilot)
        await pilot.click(MonthGrid, offset=(1, 2 + 1))  # the Monday of the second week: 2 November
        await vaulted.settle(pilot)
        assert line.value == "2 November 2026, 9:40 am"


@pytest.mark.parametrize(
    ("spoken", "typed", "told"),
    [
        ("en", "1 September", "Tuesday 1 September 2026"),  # a start may be past
        ("fr", "lundi en huit", "lundi 7 décembre 2026"),
        ("en", "3 December 1400", ""),
        ("en", "1 September 2026", ""),
        ("fr", "demain 9h", "mardi 24 novembre 2026 · seul le jour est gardé, sans heure"),
    ],
)
async def test_the_day_that_was_understood_is_shown_in_full(vaulted, spoken, typed, told):
    async with vaulted.unlocked_app() as pilot:
        language.choose(spoken)
        page, line = await _figures(vaulted, pilot)
        line.value = typed
        await vaulted.settle(pilot)
        assert str(page.query_one("#told-starts_on", PlainText).content) == told


async def test_a_day_that_cannot_be_read_is_told_and_kept_as_it_was_typed(vaulted):
    async with vaulted.unlocked_app() as pilot:
        page, line = await _figures(vaulted, pilot)
        page.query_one("#field-title", LineField).value = "Accompagnement"
        line.value = "3 December 1400"
        await pilot.press("ctrl+s")
        await vaulted.settle(pilot)
        assert set(page.unread) == {"starts_on"}
        assert line.value == "3 December 1400"
