"""Moving in a list paints the rows that changed, and nothing else holds up the hand: the beginning follows."""

import random
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widgets import OptionList

from screens.reading.preview_pane import PreviewPane, title_above
from screens.terminal.environment import Delays
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows
from tests.screens.reading.conftest import gone_to_journal, situation, written

KEYS = ["down", "down", "up", "pagedown", "pageup", "home", "end"]


class Listing(App[None]):
    """A page with nothing but a list, some of whose rows take two lines."""

    def compose(self) -> ComposeResult:
        """Give a list."""
        yield Rows()

    def on_mount(self) -> None:
        """Fill it."""
        self.theme_variables.update(quiet="#aaaaaa")
        long = "a row whose words go on in another line " * 2
        rows = [Row(str(number), long if number % 5 == 0 else "a row", "right", whole=True) for number in range(30)]
        self.query_one(Rows).show([Row("", "A heading"), *rows])
        self.query_one(Rows).focus()


def painted(pilot: Pilot[Any]) -> list[str]:
    return [repr(strip._segments) for strip in pilot.app.screen._compositor.render_strips()]


@pytest.mark.slow_proof
async def test_after_any_keys_a_list_looks_as_if_all_of_it_had_been_painted() -> None:
    dice = random.Random(1)
    async with Listing().run_test(size=(60, 12)) as pilot:
        for _key in range(60):
            await pilot.press(key := dice.choice(KEYS))
            narrow = painted(pilot)
            pilot.app.query_one(Rows)._clear_caches()
            await pilot.pause()
            assert painted(pilot) == narrow, key


async def test_a_key_paints_the_row_it_leaves_and_the_row_it_comes_to(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    refresh = OptionList.refresh

    def noted(listed: OptionList, *regions: Region, **how: bool) -> OptionList:
        asked.append(sum(each.height for each in regions))
        return refresh(listed, *regions, **how)

    async with Listing().run_test(size=(60, 40)) as pilot:
        await pilot.press("down")
        monkeypatch.setattr(OptionList, "refresh", noted)
        await pilot.press("down")
        assert asked == [1, 1]


@pytest.mark.slow_proof
async def test_rows_that_were_painted_once_look_the_same_painted_anew(vaulted: Any) -> None:
    at, dice = vaulted.hands.at, random.Random(2)
    written(vaulted, *(situation(f"Entry {number}", at - timedelta(days=number)) for number in range(60)))
    async with vaulted.unlocked_app() as pilot:
        listed = await gone_to_journal(vaulted, pilot)
        for _key in range(20):
            await pilot.press(key := dice.choice([*KEYS, "space", "f9"]))
            await vaulted.settle(pilot)
            remembered = painted(pilot)
            listed.forget_painted()
            listed.redraw()
            await pilot.pause()
            assert painted(pilot) == remembered, key


async def test_the_beginning_follows_once_the_hand_rests_and_is_veiled_at_once(vaulted: Any) -> None:
    at = vaulted.hands.at
    written(vaulted, *(situation(f"Entry {number}", at - timedelta(hours=number)) for number in range(3)))
    vaulted.environment = replace(vaulted.environment, delays=Delays(preview=60.0))
    async with vaulted.unlocked_app() as pilot:
        listed = await gone_to_journal(vaulted, pilot)
        title = pilot.app.screen.query_one("#preview-title", PlainText)
        assert str(title.content) == "Entry 0"
        await pilot.press("down", "down")
        await vaulted.settle(pilot)
        assert listed.current.title == "Entry 2"
        assert str(title.content) == "Entry 0"
        pilot.app.screen.query_one(PreviewPane).rested()
        await vaulted.settle(pilot)
        assert str(title.content) == "Entry 2"
        await pilot.press("f9")
        await vaulted.settle(pilot)
        assert not str(title.content)


def test_a_text_that_begins_with_its_title_is_not_told_twice() -> None:
    assert not title_above("J’ai vu le directeur, qui voulait…", "mardi 1er\nJ’ai vu le directeur, qui voulait partir.")
    assert title_above("Le comité", "mardi 1er\nJ’ai vu le directeur.") == "Le comité"
