"""One's own words and country, chosen in the settings, hold at once."""

from typing import Any

import pytest
from textual.widgets import Input

from journal import language, settings
from screens.checking_in.curve import CurveScreen
from screens.questioning.place import QuestioningScreen
from screens.settings.place import SettingsScreen
from screens.settings.terms import TermsScreen


@pytest.mark.parametrize(
    ("spoken", "word", "asked"), [("fr", "directrice", "votre directrice"), ("en", "VP", "your VP")]
)
async def test_a_word_is_chosen_once_and_said_in_the_questions(
    vaulted: Any, spoken: language.Language, word: str, asked: str
) -> None:
    language.choose(spoken)
    async with vaulted.unlocked_app() as pilot:
        pilot.app.push_screen(SettingsScreen(at="terms"))
        await vaulted.settle(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, TermsScreen)
        await pilot.press("down", "enter")
        await vaulted.settle(pilot)
        pilot.app.screen.query_one(Input).value = word
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert word in vaulted.shown(pilot)
        assert settings.load(vaulted.environment.settings_file).terms == {f"{spoken}.boss": word}
        pilot.app.push_screen(QuestioningScreen(code="my-role"))
        await vaulted.settle(pilot)
        assert asked in vaulted.shown(pilot)


async def test_the_country_is_chosen_and_its_numbers_stand_first_at_80_by_24(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        pilot.app.push_screen(SettingsScreen(at="country"))
        await vaulted.settle(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert "Belgium" in vaulted.shown(pilot)
        pilot.app.push_screen(CurveScreen(whom=True))
        await vaulted.settle(pilot)
        assert "0800 32 123" in vaulted.shown(pilot)
        assert "Around you" in vaulted.shown(pilot)
        await pilot.press("c")
        await vaulted.settle(pilot)
        assert "3114" in vaulted.shown(pilot)
        assert settings.load(vaulted.environment.settings_file).country == "fr"
