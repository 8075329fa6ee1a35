"""Settings: what was changed is said where the state of things is always said, and where the vault is can be read."""

from typing import Any

import pytest

from journal.errors import WrongRecoveryCode
from journal.errors.hand import HandUnreachable
from journal.vault import vault
from screens.frame.confirm_dialog import ConfirmDialog
from screens.widgets.rows import Rows
from screens.widgets.secret import Secret
from tests.screens.conftest import AppHarness

NEW = "nuage citron wagon bruyère"


async def test_another_passphrase_is_said_to_hold_and_holds(vaulted: AppHarness) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("comma")
        await vaulted.settle(pilot)
        pilot.app.screen.query_one(Rows).choose("passphrase")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        for field in pilot.app.screen.query(Secret):
            field.value = NEW
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert pilot.app.screen.page_title() == "Settings"
        assert "passphrase changed" in vaulted.shown(pilot).split("\n")[0]
    async with vaulted.locked_app() as pilot:
        await vaulted.enter(pilot, NEW)
        assert vaulted.app(pilot).is_open


async def test_where_the_vault_is_and_that_it_never_closes_by_itself_can_be_read(vaulted: AppHarness) -> None:
    async with vaulted.unlocked_app() as pilot:
        await vaulted.app(pilot).prefer(lock_after_minutes=0)
        await pilot.press("comma")
        await vaulted.settle(pilot)
        shown = vaulted.shown(pilot)
        assert "never" in next(line for line in shown.split("\n") if "Lock after" in line)
        assert str(vaulted.environment.folder)[-30:] in next(line for line in shown.split("\n") if "Vault" in line)


async def _at_the_code(house: Any, pilot: Any) -> None:
    await pilot.press("comma")
    await house.settle(pilot)
    pilot.app.screen.query_one(Rows).choose("code")
    await pilot.press("enter")
    await house.settle(pilot)


def _opens(house: Any, code: str) -> bool:
    try:
        vault.unlock_with_code(house.environment.folder, code).close()
    except WrongRecoveryCode:
        return False
    return True


async def test_a_new_recovery_code_is_asked_for_and_the_old_one_holds_until_it_was_typed_back(vaulted: Any) -> None:
    shown: list[str] = []
    async with vaulted.unlocked_app() as pilot:
        await _at_the_code(vaulted, pilot)
        assert isinstance(pilot.app.screen, ConfirmDialog)
        await pilot.press("escape")
        await vaulted.settle(pilot)
        assert pilot.app.screen.page_title() == "Settings"
        await pilot.press("enter", "y")
        await vaulted.settle(pilot)
        shown += pilot.app.screen._groups
        await pilot.press("escape")  # seen, and left
        await vaulted.settle(pilot)
        assert pilot.app.screen.page_title() == "Settings"
    assert _opens(vaulted, vaulted.code)
    assert not _opens(vaulted, "-".join(shown))


async def test_a_recovery_code_that_was_typed_back_takes_the_place_of_the_old_one(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await _at_the_code(vaulted, pilot)
        await pilot.press("y")
        await vaulted.settle(pilot)
        page = pilot.app.screen
        groups, asked = page._groups, page._asked
        await pilot.press("enter")
        for number in asked:
            page.query_one(f"#group-{number}").value = groups[number]
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert pilot.app.screen.page_title() == "Settings"
        await vaulted.settle(pilot)
        assert "recovery code changed" in vaulted.shown(pilot)
    assert not _opens(vaulted, vaulted.code)
    assert _opens(vaulted, "-".join(groups))


@pytest.mark.parametrize("answers", [True, False])
async def test_a_key_in_hand_goes_with_its_permission_and_one_that_cannot_be_reached_is_said(
    vaulted: Any, monkeypatch: pytest.MonkeyPatch, *, answers: bool
) -> None:
    asked: list[str] = []

    def let_go(vault_id: str) -> bool:
        asked.append(vault_id)
        if not answers:
            raise HandUnreachable
        return True

    monkeypatch.setattr("screens.settings.place.let_go", let_go)
    async with vaulted.unlocked_app() as pilot:
        await vaulted.app(pilot).prefer(key_in_hand=True)
        await pilot.press("comma")
        await vaulted.settle(pilot)
        pilot.app.screen.query_one(Rows).choose("hand")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert asked == [pilot.app.journal.notebook.vault.vault_id]
        assert not vaulted.app(pilot).settings.key_in_hand
        assert ("does not answer" in vaulted.shown(pilot)) is not answers
        chosen = pilot.app.screen.query_one(Rows).get_option("hand").prompt
        assert "off" in str(chosen)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert len(asked) == 1  # switched on again, there is nothing to let go
