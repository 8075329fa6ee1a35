"""Care before any question, in a questioning and on the page to write on: one line, one key, and one goes on."""

from typing import Any

import pytest

from journal import language
from screens.checking_in.curve import CurveScreen
from screens.questioning.follow_up_offer import FollowUpOffer
from screens.questioning.place import QuestioningScreen
from screens.widgets.answer_area import AnswerArea
from screens.writing.care_line import CareLine
from screens.writing.situation import SituationScreen

SAID = {"fr": "Je suis furieux, je voudrais en finir", "en": "I am furious, I'd be better off dead"}
TOLD = {"fr": "des personnes écoutent", "en": "people will listen"}


@pytest.mark.parametrize("spoken", language.languages())
async def test_an_answer_that_says_it_meets_whom_to_talk_to_before_the_next_question(
    vaulted: Any, spoken: language.Language
) -> None:
    language.choose(spoken)
    async with vaulted.unlocked_app() as pilot:
        pilot.app.push_screen(QuestioningScreen(code="three-times"))
        await vaulted.settle(pilot)
        page = pilot.app.screen
        first = page.run.at
        page.query_one(AnswerArea).insert(SAID[spoken])
        await pilot.press("ctrl+n")
        await vaulted.settle(pilot)
        assert (page.run.at, page._offer) == (first, None)
        assert page.query_one(FollowUpOffer).display
        assert TOLD[spoken] in " ".join(vaulted.shown(pilot).split())
        await pilot.press("f4")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, CurveScreen)
        assert "3114" in vaulted.shown(pilot)
        await pilot.press("escape")
        await vaulted.settle(pilot)
        assert pilot.app.screen.query_one(AnswerArea).text == SAID[spoken]
        await pilot.press("ctrl+n")
        await vaulted.settle(pilot)
        assert page.run.at != first
        assert not page.query_one(FollowUpOffer).display


@pytest.mark.parametrize("spoken", language.languages())
async def test_the_page_to_write_on_offers_it_and_takes_it_back_with_the_words(
    vaulted: Any, spoken: language.Language
) -> None:
    language.choose(spoken)
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("n")
        page = pilot.app.screen
        page.query_one(AnswerArea).insert("Le CODIR\n\n" + SAID[spoken])
        await pilot.pause()
        page._listen()
        await vaulted.settle(pilot)
        assert TOLD[spoken] in " ".join(vaulted.shown(pilot).split())
        await pilot.press("f4")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, CurveScreen)
        await pilot.press("escape")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, SituationScreen)
        page.query_one(AnswerArea).write("Le CODIR")
        page._listen()
        assert not page.query_one(CareLine).display
