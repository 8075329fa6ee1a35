"""The door while a passphrase is tried."""

import asyncio
from typing import Any

import pytest

from journal.errors import WrongPassphrase
from screens.widgets.rows import Rows
from screens.widgets.secret import Secret


async def test_what_is_typed_while_a_wrong_passphrase_is_tried_is_the_next_try(
    vaulted: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = asyncio.Event()

    async def at_work(*_call: object) -> None:
        await tried.wait()
        raise WrongPassphrase

    async with vaulted.locked_app() as pilot:
        monkeypatch.setattr("screens.door.unlock.asyncio.to_thread", at_work)
        page = pilot.app.screen
        field = page.query_one(Secret)
        field.value = "girafe velours"
        await pilot.press("enter", *"abc")
        tried.set()
        await pilot.pause()
        assert "does not open the vault" in vaulted.shown(pilot)
        await pilot.press("d")
        assert field.value == "abcd"


async def test_the_first_place_stands_empty_behind_the_closed_door_and_is_filled_when_one_goes_in(lived: Any) -> None:
    async with lived.locked_app() as pilot:
        app = lived.app(pilot)
        app.on_unlock_screen_warmed()
        await pilot.pause()
        ahead = app.get_screen_stack("today")[0]
        assert ahead.query_one(Rows).option_count == 0
        assert app.screen.name_in_table == "unlock"
        assert not app.navigation.pages()
        await pilot.resize_terminal(120, 40)
        await lived.enter(pilot)
        assert app.screen is ahead
        assert ahead.query_one(Rows).option_count
        assert ahead.has_class("-wide", "-tall")
        assert "Recently" in lived.shown(pilot)
        await pilot.press("n")
        assert app.screen.name_in_table == "situation"
