"""The door while a passphrase is tried."""

import asyncio
from typing import Any

import pytest

from journal.errors import WrongPassphrase
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
