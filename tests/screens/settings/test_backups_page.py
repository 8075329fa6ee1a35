"""Backups in the app: their age, one made now, the proof that it comes back."""

from typing import Any

import pytest

from journal.vault import backup


async def test_a_backup_is_made_told_with_its_age_and_rehearsed(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("comma")
        await vaulted.settle(pilot)
        assert "none yet…" in vaulted.shown(pilot)
        pilot.app.screen.query_one("Rows").choose("backups")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert "There is no backup yet: b makes one." in vaulted.shown(pilot)
        await pilot.press("e")
        await vaulted.settle(pilot)
        assert "backup" in vaulted.shown(pilot)
        await pilot.press("b")
        await vaulted.settle(pilot)
        shown = vaulted.shown(pilot)
        assert "it is whole" in shown
        assert "Newest backup: today, 6:42 pm." in shown
        vault = vaulted.app(pilot).journal.notebook.vault
        (made,) = backup.backups(backup.usual_folder(vault))
        await pilot.press("e")
        await vaulted.settle(pilot)
        assert "restores, and every page of it can be read." in " ".join(vaulted.shown(pilot).split())
        assert [path.name for path in made.parent.iterdir()] == [made.name]  # the rehearsal leaves nothing
        await pilot.press("escape")
        await vaulted.settle(pilot)
        assert "today, 6:42 pm" in vaulted.shown(pilot)


async def test_a_damaged_backup_is_told_and_not_called_whole(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        vault = vaulted.app(pilot).journal.notebook.vault
        made = backup.backup(vault, backup.usual_folder(vault), vaulted.hands.at)
        made.write_bytes(made.read_bytes()[:-2000])
        await pilot.press("comma")
        await vaulted.settle(pilot)
        pilot.app.screen.query_one("Rows").choose("backups")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        await pilot.press("e")
        await vaulted.settle(pilot)
        assert "restores" not in vaulted.shown(pilot)
        assert "damaged" in vaulted.shown(pilot)
        with pytest.raises(Exception, match="damaged"):
            backup.rehearse(vault, made.parent)
