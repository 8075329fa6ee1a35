"""The palette: what Enter does is the first command that was found, whatever stood chosen before."""

from typing import Any

from journal import language
from screens.frame.palette import PaletteScreen
from screens.widgets.rows import Rows


async def test_of_other_words_the_first_command_is_meant(vaulted: Any) -> None:
    language.choose("en")
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("ctrl+o")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, PaletteScreen)
        rows = pilot.app.screen.query_one(Rows)
        for letter in "lang":
            before = rows.chosen
            await pilot.press(letter)
            await vaulted.settle(pilot)
            assert rows.chosen == next(row.id for row in rows._rows if row.id)
        assert rows.chosen != before or rows.option_count == 1
        await pilot.press("backspace", "down")
        moved = rows.chosen
        await vaulted.settle(pilot)
        assert rows.chosen == moved  # until other words are typed
