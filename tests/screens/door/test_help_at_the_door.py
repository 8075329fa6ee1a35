"""Help before there is a journal: the first pages tell their keys at F1."""

from typing import Any

from screens.door.passphrase import PassphraseScreen
from screens.frame.help import HelpScreen


async def test_f1_tells_the_keys_of_the_first_pages_and_what_was_typed_stays(house: Any) -> None:
    async with house.locked_app() as pilot:
        assert "f1 help" in house.shown(pilot)
        await pilot.press("f1")
        await house.settle(pilot)
        assert isinstance(pilot.app.screen, HelpScreen)
        assert "Choose a passphrase." in house.shown(pilot)
        await pilot.press("escape", "enter", *"abc", "f1")
        await house.settle(pilot)
        assert isinstance(pilot.app.screen, HelpScreen)
        await pilot.press("escape")
        await house.settle(pilot)
        page = pilot.app.screen
        assert isinstance(page, PassphraseScreen)
        assert page.query("Input").first().value == "abc"
