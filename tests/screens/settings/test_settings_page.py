"""Settings: what was changed is said where the state of things is always said, and where the vault is can be read."""

from screens.widgets.rows import Rows
from screens.widgets.secret import Secret
from tests.screens.conftest import House

NEW = "nuage citron wagon bruyère"


async def test_another_passphrase_is_said_to_hold_and_holds(vaulted: House) -> None:
    async with vaulted.inside() as pilot:
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
    async with vaulted.at_the_door() as pilot:
        await vaulted.enter(pilot, NEW)
        assert vaulted.app(pilot).is_open


async def test_where_the_vault_is_and_that_it_never_closes_by_itself_can_be_read(vaulted: House) -> None:
    async with vaulted.inside() as pilot:
        await vaulted.app(pilot).prefer(lock_after_minutes=0)
        await pilot.press("comma")
        await vaulted.settle(pilot)
        shown = vaulted.shown(pilot)
        assert "never" in next(line for line in shown.split("\n") if "Lock after" in line)
        assert str(vaulted.environment.folder)[-30:] in next(line for line in shown.split("\n") if "Vault" in line)
