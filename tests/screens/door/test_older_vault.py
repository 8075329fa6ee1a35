"""An older copy of the vault put back under the app: told at the door, until one key takes it as the latest."""

import shutil
from typing import Any

import pytest

from journal import language
from journal.errors import DamagedVault
from journal.practice import openings
from screens.frame.confirm_dialog import ConfirmDialog


async def visit(house: Any, *keys: str) -> str:
    """Go in, answer what is asked, and return what was shown first."""
    async with house.unlocked_app() as pilot:
        shown = house.shown(pilot) if isinstance(pilot.app.screen, ConfirmDialog) else ""
        await pilot.press(*keys)
        await house.settle(pilot)
        assert not isinstance(pilot.app.screen, ConfirmDialog)
    return " ".join(shown.replace("\u00a0", " ").split())


@pytest.mark.parametrize(
    ("spoken", "told", "yes"), [("en", "older than the one you last opened", "y"), ("fr", "plus ancien que celui", "o")]
)
async def test_an_older_vault_is_told_until_one_key_takes_it_as_the_latest(
    vaulted: Any, spoken: language.Language, told: str, yes: str
) -> None:
    language.choose(spoken)
    folder = vaulted.environment.folder
    older = folder.with_name("older")
    shutil.copytree(folder, older)
    assert await visit(vaulted) == ""
    shutil.rmtree(folder)
    older.rename(folder)
    assert told in await visit(vaulted, "enter")  # an Enter typed ahead takes nothing
    assert told in await visit(vaulted, "escape")
    assert told in await visit(vaulted, yes)
    assert await visit(vaulted) == ""


async def test_a_count_that_cannot_be_read_closes_no_door(vaulted: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(*_: object) -> None:
        raise DamagedVault

    monkeypatch.setattr(openings, "later_one", damaged)
    assert await visit(vaulted, "n", "x") == ""
