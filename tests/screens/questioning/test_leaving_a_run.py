"""Leaving a run: the place is kept, and found again."""

from typing import Any

import pytest

from journal import language
from journal.model.kind import Kind
from journal.practice import left_runs
from journal.protocols.library import shipped
from screens.questioning.follow_up_destinations import DestinationsScreen
from screens.questioning.place import QuestioningScreen
from screens.questioning.reflection import ReflectionScreen
from screens.widgets.answer_area import AnswerArea


async def test_leaving_keeps_the_place_and_the_half_typed_answer(asking: Any) -> None:
    async with asking.unlocked_app() as pilot:
        about = asking.situation(pilot).ref
        await asking.question(pilot, about)
        await pilot.press("o", "b", "c")
        await asking.settle(pilot)
        await asking.type_in(pilot, "première réponse")
        await pilot.press("ctrl+n")
        await asking.type_in(pilot, "à moitié")
        await pilot.press("escape")
        await asking.settle(pilot)
        await asking.question(pilot, about)
        await pilot.press("0")
        await asking.settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, QuestioningScreen)
        assert screen.query_one(AnswerArea).text == "à moitié"
        assert screen.run.number == 2
        await pilot.press("ctrl+p")
        await pilot.pause()
        assert screen.query_one(AnswerArea).text == "première réponse"


async def test_locking_keeps_what_is_typed(asking: Any) -> None:
    async with asking.unlocked_app() as pilot:
        await pilot.press("h", "8", "enter")
        await asking.settle(pilot)
        await asking.type_in(pilot, "elle a ri")
        pilot.app.screen.flush()
        await asking.settle(pilot)
        (left,) = left_runs.open_reflections(asking.app_of(pilot).journal.notebook)
        again = left_runs.resume(asking.app_of(pilot).journal.notebook, shipped(), left.key)
        assert (again.at, again.typed) == ("facts", "elle a ri")


@pytest.mark.parametrize("spoken", language.languages())
async def test_a_look_at_whom_to_talk_to_comes_back_to_the_choice_and_no_number_becomes_the_next_answer(
    asking: Any, spoken: language.Language
) -> None:
    language.choose(spoken)
    async with asking.unlocked_app() as pilot:
        await pilot.press("h", "8", "enter", "ctrl+n", "ctrl+n", "1", "0", "enter")
        await asking.settle(pilot)
        screen = next(each for each in pilot.app.screen_stack if isinstance(each, QuestioningScreen))
        screen._rested()  # the wait since the number was chosen ends while the choice stands above
        await pilot.press("2")
        await asking.settle(pilot)
        await pilot.press("escape")
        await asking.settle(pilot)
        assert isinstance(pilot.app.screen, DestinationsScreen)
        assert pilot.app.screen._promise.split()[-1] in asking.shown(pilot)
        await pilot.press("3")
        await asking.settle(pilot)
        assert pilot.app.screen is screen
        assert (screen.run.at, screen.run.typed, screen.query_one(AnswerArea).text) == ("next-hour", "", "")


async def test_a_reflection_can_be_read_and_gone_on_with(asking: Any) -> None:
    async with asking.unlocked_app() as pilot:
        await pilot.press("h", "8", "enter", "escape")
        await asking.settle(pilot)
        (reflection,) = asking.kept(pilot, Kind.REFLECTION)
        asking.app_of(pilot).navigation.open_entry(reflection.ref, "reflection")
        await asking.settle(pilot)
        assert isinstance(pilot.app.screen, ReflectionScreen)
        assert "8/10" in asking.shown(pilot)
        await pilot.press("r")
        await asking.settle(pilot)
        assert isinstance(pilot.app.screen, QuestioningScreen)
        assert pilot.app.screen.run.at == "facts"


async def test_a_run_left_for_later_is_resumed_from_today(asking: Any) -> None:
    async with asking.unlocked_app() as pilot:
        await pilot.press("h", "8", "enter", "escape")
        await asking.settle(pilot)
        assert asking.shown(pilot).count("In the heat") == 1  # and not a second time below
        await pilot.press("enter")
        await asking.settle(pilot)
        assert isinstance(pilot.app.screen, QuestioningScreen)
        assert pilot.app.screen.run.at == "facts"


async def test_what_began_in_the_heat_is_found_by_its_first_words(asking: Any) -> None:
    async with asking.unlocked_app() as pilot:
        await pilot.press("h", "8", "enter", *"He shut the file", "ctrl+n", "escape")
        await asking.settle(pilot)
        assert "“He shut the file”" in asking.shown(pilot)
        assert [kept.title for kept in asking.kept(pilot, Kind.REFLECTION)] == ["He shut the file"]
