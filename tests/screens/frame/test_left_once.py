"""A page and a dialog are left once: a key that waited behind the first one takes nothing else away."""

from typing import Any

from screens.frame.confirm_dialog import ConfirmDialog
from screens.reading import routes as reading_routes
from screens.today.place import TodayScreen


async def test_a_second_answer_is_none(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        told: list[bool | None] = []
        page, dialog = reading_routes.search(), ConfirmDialog("Sure?", "yes")
        pilot.app.push_screen(page)
        await vaulted.settle(pilot)
        pilot.app.push_screen(dialog, told.append)
        await vaulted.settle(pilot)
        dialog.dismiss(result=True)
        dialog.dismiss(result=False)
        await vaulted.settle(pilot)
        assert pilot.app.screen is page
        assert told == [True]
        pilot.app.push_screen(reading_routes.search())
        await vaulted.settle(pilot)
        page.dismiss()  # from a save that was waited for: Textual takes away what stands above
        page.dismiss()
        await vaulted.settle(pilot)
        pilot.app.pop_screen()
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, TodayScreen)
