"""Each family of follow-up questions can be switched off in the settings, and on again."""

from typing import Any

import pytest

from journal import language, settings
from journal.model.protocol import Family
from screens.questioning.place import QuestioningScreen
from screens.settings.follow_up_families import FamiliesScreen
from screens.settings.place import SettingsScreen
from screens.widgets.answer_area import AnswerArea
from screens.widgets.rows import Rows

ALWAYS = {"fr": "Il me coupe toujours la parole.", "en": "She always cuts me off."}
SAID = {"fr": ("Relances", "9 sur 12"), "en": ("Follow-up questions", "9 of 12")}
WHY = {"fr": "Coupée au départ", "en": "Off to begin with"}


async def offered(vaulted: Any, pilot: Any, text: str) -> Any:
    """Answer so in a run, and return what is offered."""
    pilot.app.push_screen(QuestioningScreen(code="three-times"))
    await vaulted.settle(pilot)
    pilot.app.screen.query_one(AnswerArea).insert(text)
    await pilot.pause()
    pilot.app.screen._rested()
    await vaulted.settle(pilot)
    offer = pilot.app.screen._offer
    await pilot.press("escape")
    await vaulted.settle(pilot)
    return offer


@pytest.mark.parametrize("spoken", language.languages())
async def test_a_family_is_switched_off_in_the_settings_holds_at_once_and_is_kept(
    vaulted: Any, spoken: language.Language
) -> None:
    language.choose(spoken)
    async with vaulted.unlocked_app() as pilot:
        assert (await offered(vaulted, pilot, ALWAYS[spoken])).family is Family.ABSOLUTES
        await pilot.press("comma")
        await vaulted.settle(pilot)
        pilot.app.screen.query_one(Rows).choose("families")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, FamiliesScreen)
        pilot.app.screen.query_one(Rows).choose(Family.ABSOLUTES.value)
        await pilot.press("enter", "escape")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, SettingsScreen)
        assert all(words in vaulted.shown(pilot) for words in SAID[spoken])
        await pilot.press("escape")
        await vaulted.settle(pilot)
        assert await offered(vaulted, pilot, ALWAYS[spoken]) is None
    kept = settings.load(vaulted.environment.settings_file).families_off
    assert kept == (*settings.QUIET_FAMILIES, Family.ABSOLUTES.value)


async def test_a_family_switched_off_can_be_switched_on_again(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        app = vaulted.app(pilot)
        await app.prefer(families_off=tuple(Family))
        pilot.app.push_screen(FamiliesScreen())
        await vaulted.settle(pilot)
        pilot.app.screen.query_one(Rows).choose(Family.COMPARISON.value)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert set(app.settings.families_off) == set(Family) - {Family.COMPARISON}


@pytest.mark.parametrize("spoken", language.languages())
async def test_a_family_that_is_not_shown_to_hear_precisely_starts_off_and_says_why(
    vaulted: Any, spoken: language.Language
) -> None:
    language.choose(spoken)
    async with vaulted.unlocked_app() as pilot:
        app = vaulted.app(pilot)
        assert app.settings.families_off == settings.QUIET_FAMILIES
        pilot.app.push_screen(FamiliesScreen())
        await vaulted.settle(pilot)
        pilot.app.screen.query_one(Rows).choose(Family.MISSING_SELF.value)
        await vaulted.settle(pilot)
        assert WHY[spoken] in vaulted.shown(pilot)
        pilot.app.screen.query_one(Rows).choose(Family.BODY_SIGNAL.value)
        await vaulted.settle(pilot)
        assert WHY[spoken] not in vaulted.shown(pilot)
