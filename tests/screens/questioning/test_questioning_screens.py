"""Journeys of questioning, as a person goes through them with keys."""

from typing import Any

import pytest

from journal import language
from journal.model.kind import Kind, State
from journal.model.learning import LearningSort
from journal.model.reflection import ReflectionDetails
from journal.practice import learning, questioning, reading
from journal.practice.run import at_prompt
from journal.protocols.library import shipped
from screens.checking_in.checkin import CheckInScreen
from screens.frame.palette import PaletteScreen
from screens.keys import TABLE
from screens.questioning.if_then import IfThenScreen
from screens.questioning.learning import LearningScreen
from screens.questioning.peek import PeekScreen
from screens.questioning.place import QuestioningScreen
from screens.questioning.reflection_end import ReflectionEndScreen
from screens.widgets.answer_area import AnswerArea
from screens.widgets.scale import Scale
from screens.writing.situation import SituationScreen


@pytest.mark.parametrize(
    ("spoken", "first", "end"),
    [
        ("fr", "Prenez un seul moment. Que s’y est-il passé", "C’est gardé."),
        ("en", "Take just one moment.", "Saved."),
    ],
)
async def test_three_times_from_a_situation_to_its_reflection(
    asking: Any, spoken: language.Language, first: str, end: str
) -> None:
    language.choose(spoken)
    async with asking.unlocked_app() as pilot:
        about = asking.situation(pilot).ref
        await asking.question(pilot, about)
        await pilot.press("o", "a", "a")
        await asking.settle(pilot)
        assert isinstance(pilot.app.screen, QuestioningScreen)
        assert first in asking.shown(pilot)
        for number, text in enumerate(
            ("Elle a regardé sa montre.", "Le temps compte.", "Écrire.", "Si…, alors je note.")
        ):
            assert f"{number + 1} {'sur' if spoken == 'fr' else 'of'} 4" in asking.shown(pilot)
            await asking.type_in(pilot, text)
            await pilot.press("ctrl+n")
            await asking.settle(pilot)
        assert isinstance(pilot.app.screen, ReflectionEndScreen)
        assert end in asking.shown(pilot)
        await pilot.press("colon")
        await asking.settle(pilot)
        assert isinstance(pilot.app.screen, PaletteScreen)  # no field here takes it for text
        await pilot.press("escape")
        (reflection,) = asking.kept(pilot, Kind.REFLECTION)
        assert reflection.state is State.DONE
        assert isinstance(reflection.details, ReflectionDetails)
        assert reflection.details.asked[0].answer == "Elle a regardé sa montre."
        assert [line.ref for line in questioning.thread(asking.app_of(pilot).journal.notebook, about)] == [
            reflection.ref
        ]


@pytest.mark.parametrize("spoken", language.languages())
async def test_from_a_hot_situation_to_a_reflection_a_learning_and_an_if_then_line(
    asking: Any, spoken: language.Language
) -> None:
    language.choose(spoken)
    line = "Si elle regarde sa montre, alors je me tais." if spoken == "fr" else "If she looks away, then I stop."
    async with asking.unlocked_app() as pilot:
        await pilot.press("h")
        await asking.settle(pilot)
        assert isinstance(pilot.app.screen, QuestioningScreen)
        await pilot.press("9", "enter")
        await asking.settle(pilot)
        while pilot.app.screen.run.at != "if-then":
            await pilot.press("f3")
            await asking.settle(pilot)
        await asking.type_in(pilot, line)
        await pilot.press("ctrl+n")
        await asking.settle(pilot)
        await pilot.press("9", "enter")
        await asking.settle(pilot)
        assert pilot.app.screen.run.at == "next-hour"
        await pilot.press("ctrl+p", "6", "enter")
        await asking.settle(pilot)
        assert isinstance(pilot.app.screen, ReflectionEndScreen)
        assert ("9, puis 6" if spoken == "fr" else "9, then 6") in asking.shown(pilot)
        await pilot.press("s")
        await asking.settle(pilot)
        assert isinstance(pilot.app.screen, IfThenScreen)
        await pilot.press("ctrl+s")  # keeps and stays; what was kept is left with the key that leads back
        await asking.settle(pilot)
        assert isinstance(pilot.app.screen, IfThenScreen)
        await pilot.press("escape")
        await asking.settle(pilot)
        await pilot.press("a")
        await asking.settle(pilot)
        assert isinstance(pilot.app.screen, LearningScreen)
        await pilot.press(*"Attendre", "ctrl+s")
        await asking.settle(pilot)
        (reflection,) = asking.kept(pilot, Kind.REFLECTION)
        (step,) = asking.kept(pilot, Kind.STEP)
        (learnt,) = asking.kept(pilot, Kind.LEARNING)
        assert learnt.title == "Attendre"
        assert learning.sort_of(learnt) is LearningSort.INSIGHT
        assert {link.ref for link in (*step.links, *learnt.links)} == {reflection.ref}
        assert "montre" in step.title or "looks away" in step.title


async def test_the_situation_is_one_key_away_and_the_place_is_not_lost(asking: Any) -> None:
    async with asking.unlocked_app() as pilot:
        about = asking.situation(pilot).ref
        await asking.question(pilot, about)
        await pilot.press("o", "a", "a")
        await asking.settle(pilot)
        await asking.type_in(pilot, "déjà écrit")
        await pilot.press("f2")
        await asking.settle(pilot)
        assert isinstance(pilot.app.screen, PeekScreen)
        assert "On verra." in asking.shown(pilot)
        await pilot.press("escape")
        await asking.settle(pilot)
        assert pilot.app.screen.query_one(AnswerArea).text == "déjà écrit"


async def test_a_follow_up_is_offered_taken_and_kept_with_the_answer(asking: Any) -> None:
    language.choose("fr")
    async with asking.unlocked_app() as pilot:
        about = asking.situation(pilot).ref
        await asking.question(pilot, about)
        await pilot.press("o", "a", "a")
        await asking.settle(pilot)
        await asking.type_in(pilot, "Il me coupe toujours la parole devant les autres.")
        pilot.app.screen._rested()
        await asking.settle(pilot)
        assert "f4 y répondre" in asking.shown(pilot)
        await pilot.press("f4")
        await asking.settle(pilot)
        assert "toujours" in asking.shown(pilot)
        await asking.type_in(pilot, "En mars, il m’a laissé finir.")
        await pilot.press("ctrl+n")
        await asking.settle(pilot)
        assert pilot.app.screen.query_one(AnswerArea).text == "Il me coupe toujours la parole devant les autres."
        await pilot.press("ctrl+n", "escape")
        await asking.settle(pilot)
        (reflection,) = asking.kept(pilot, Kind.REFLECTION)
        assert "En mars" in reflection.body


async def test_a_retelling_shows_the_first_version_beside(asking: Any) -> None:
    async with asking.unlocked_app() as pilot:
        await pilot.press("h", "f7", "f3")
        await asking.settle(pilot)
        await asking.type_in(pilot, "He closed the folder.")
        await pilot.press("ctrl+n", "f3", "f3")
        await asking.settle(pilot)
        assert pilot.app.screen.run.at == "retold"
        await asking.type_in(pilot, "She watched him.")
        assert "He closed the folder." in asking.shown(pilot)
        assert "She watched him." in asking.shown(pilot)


async def test_a_long_first_version_is_read_to_its_end_beside_the_new_one(asking: Any) -> None:
    async with asking.unlocked_app() as pilot:
        await pilot.press("h", "f7", "f3")
        await asking.settle(pilot)
        await asking.type_in(pilot, "\n".join(f"line {number}." for number in range(40)))
        await pilot.press("ctrl+n", "f3", "f3")
        await asking.settle(pilot)
        assert "line 39." not in asking.shown(pilot)
        await pilot.press("shift+tab", "end")
        await asking.settle(pilot)
        assert "line 39." in asking.shown(pilot)
        await pilot.press("tab", *"She")
        assert pilot.app.screen.query_one(AnswerArea).text == "She"


async def test_a_scale_takes_ten_as_one_and_zero(asking: Any) -> None:
    async with asking.unlocked_app() as pilot:
        await pilot.press("h", "1", "0")
        assert pilot.app.screen.query_one(Scale).value == 10
        await pilot.press("0")
        assert pilot.app.screen.query_one(Scale).value == 0


async def test_letters_typed_without_looking_run_nothing_on_a_scale_or_a_choice(asking: Any) -> None:
    async with asking.unlocked_app() as pilot:
        app = asking.app_of(pilot)
        about = asking.situation(pilot).ref
        for page in (
            lambda: app.push_screen(QuestioningScreen(code="heat")),
            lambda: app.push_screen(QuestioningScreen(code="posture")),
            lambda: app.push_screen(CheckInScreen()),
            lambda: app.navigation.edit_entry(about),
        ):
            page()
            await asking.settle(pilot)
            here = app.screen
            if isinstance(here, SituationScreen):
                here.query_one(Scale).focus()
            elif isinstance(here, QuestioningScreen) and here.run.protocol.code == "posture":
                here.run = at_prompt(here.run, next(p.id for p in here.run.protocol.prompts if p.choices))
                here._show()
            await pilot.press(*"n hv?:l,2")
            await asking.settle(pilot)
            assert app.screen is here
        assert asking.kept(pilot) == [reading.entry(app.journal.notebook, about)]


async def test_the_heat_begun_on_a_situation_is_about_it(asking: Any) -> None:
    async with asking.unlocked_app() as pilot:
        about = asking.situation(pilot).ref
        asking.app_of(pilot).navigation.open_entry(about, "situation")
        await asking.settle(pilot)
        await pilot.press("h", "7", "enter", "escape")
        await asking.settle(pilot)
        assert len(questioning.thread(asking.app_of(pilot).journal.notebook, about)) == 1


def test_the_heat_takes_as_long_as_every_page_says() -> None:
    assert shipped().get("heat").short_minutes == 2  # "Two minutes" in the help and where a follow-up leads to it
    told = [row.help for row in TABLE.rows if row.id == "heat"]
    assert told == ["Two minutes for what still burns; any question can be skipped."]
