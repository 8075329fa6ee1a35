"""Places are forgotten and made anew; whoever goes to one meanwhile finds it."""

import asyncio
from typing import Any

import pytest


@pytest.mark.parametrize("steps", range(4))
async def test_a_key_that_leads_to_a_place_while_it_is_forgotten_leads_there(vaulted: Any, steps: int) -> None:
    async with vaulted.unlocked_app() as pilot:
        app = vaulted.app(pilot)
        for place in "236":
            await pilot.press(place)
        forgetting = asyncio.create_task(app.navigation.forget_places())
        for _step in range(steps):
            await asyncio.sleep(0)
        await app.action_go("today")
        await forgetting
        await vaulted.settle(pilot)
        assert app.screen.name_in_table == "today"
        await pilot.press("2")
        await vaulted.settle(pilot)
        assert app.screen.name_in_table == "journal"


async def test_a_search_gives_way_to_the_place_it_was_opened_from(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        app = vaulted.app(pilot)
        await pilot.press("slash", "x", "down")
        await app.action_go("sessions")
        await app.action_go("today")
        await vaulted.settle(pilot)
        assert app.screen.name_in_table == "today"
