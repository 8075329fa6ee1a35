"""The first question in a small window: the other form, and a scale that says how it is answered."""

from typing import Any

import pytest
from textual import events

from journal import language
from screens.questioning.place import QuestioningScreen
from screens.widgets.answer_area import AnswerArea
from screens.widgets.scale import Scale


@pytest.mark.parametrize(
    ("spoken", "key", "whole", "brief", "how", "no_words"),
    [
        ("fr", "f7 la forme courte", "1 sur 9", "1 sur 4", "Une touche de 0 à 10", "sans mots"),
        ("en", "f7 the short form", "1 of 9", "1 of 4", "A key from 0 to 10", "no words"),
    ],
)
async def test_the_other_form_and_how_a_scale_is_answered_are_seen(
    asking: Any, spoken: language.Language, key: str, whole: str, brief: str, how: str, no_words: str
) -> None:
    language.choose(spoken)
    async with asking.unlocked_app() as pilot:
        about = asking.situation(pilot).ref
        pilot.app.push_screen(QuestioningScreen(code="slow-motion", about=about))
        await asking.settle(pilot)
        assert key in asking.shown(pilot)
        assert "f2 " in asking.shown(pilot)
        assert whole in asking.shown(pilot)
        await pilot.press("f7")  # also while the cursor stands in the room to answer
        await asking.settle(pilot)
        assert whole not in asking.shown(pilot)
        assert brief in asking.shown(pilot)
        pilot.app.push_screen(QuestioningScreen(code="heat", about=about))
        await asking.settle(pilot)
        assert how in asking.shown(pilot)
        assert no_words not in asking.shown(pilot)
        await pilot.press(*"ab1")
        await asking.settle(pilot)
        assert pilot.app.screen.query_one(AnswerArea).text == "ab1"  # words begun at the first scale are the text
        await pilot.press("f3", "f3", "a")
        await asking.settle(pilot)
        assert no_words in asking.shown(pilot)
        assert how in asking.shown(pilot)


async def test_words_that_are_pasted_on_the_first_scale_are_the_text_and_a_figure_is_the_number(asking: Any) -> None:
    async with asking.unlocked_app() as pilot:
        pilot.app.push_screen(QuestioningScreen(code="heat", about=asking.situation(pilot).ref))
        await asking.settle(pilot)
        pilot.app.post_message(events.Paste(" 7\n"))
        await asking.settle(pilot)
        assert pilot.app.screen.query_one(Scale).value == 7
        pilot.app.post_message(events.Paste("Il a ri de moi."))
        await asking.settle(pilot)
        assert pilot.app.screen.query_one(AnswerArea).text == "Il a ri de moi."
