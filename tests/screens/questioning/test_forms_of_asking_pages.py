"""Questions asked again, short fields, short forms and care, as a person meets them with keys."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from journal.model.kind import Kind
from journal.model.reflection import ReflectionDetails
from journal.practice import left_runs
from journal.practice.run import at_prompt
from screens.checking_in.curve import CurveScreen
from screens.questioning.follow_up_destinations import DestinationsScreen
from screens.questioning.place import QuestioningScreen
from screens.questioning.reflection_end import ReflectionEndScreen
from tests.practice.test_forms_of_asking import PROTOCOL


@pytest.fixture
def own(asking: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Somebody who is asked with a protocol of their own that has every form."""
    monkeypatch.setattr("journal.practice.protocols_at_hand.config_folder", lambda: tmp_path)
    (tmp_path / "protocols").mkdir(exist_ok=True)
    (tmp_path / "protocols" / "forms.toml").write_text(PROTOCOL, "utf-8")
    return asking


async def begun(own: Any, pilot: Pilot[Any], *keys: str) -> QuestioningScreen:
    screen = QuestioningScreen(code="forms")
    pilot.app.push_screen(screen)
    await own.settle(pilot)
    await pilot.press(*keys)
    await own.settle(pilot)
    return screen


async def test_short_fields_are_filled_in_line_by_line_and_found_again(own: Any) -> None:
    async with own.unlocked_app() as pilot:
        screen = await begun(own, pilot, "7", "enter")
        assert "ressenti" in own.shown(pilot) or "felt" in own.shown(pilot)
        await pilot.press(*"left", "enter", "enter", *"peace", "enter")
        await own.settle(pilot)
        assert screen.run is not None
        assert screen.run.at == "then"
        await pilot.press("ctrl+p")
        await own.settle(pilot)
        assert "left" in own.shown(pilot)
        assert "peace" in own.shown(pilot)
        await pilot.press("enter", *"calm", "escape")
        await own.settle(pilot)
        (left,) = left_runs.open_reflections(own.app_of(pilot).journal.notebook)
        pilot.app.push_screen(QuestioningScreen(draft=left.key))
        await own.settle(pilot)
        assert "calm" in own.shown(pilot)


async def test_and_then_is_asked_as_long_as_there_is_an_answer(own: Any) -> None:
    async with own.unlocked_app() as pilot:
        screen = await begun(own, pilot, "7", "enter", "ctrl+n")
        for said in ("I stood up", "I looked at her"):
            await own.type_in(pilot, said)
            await pilot.press("ctrl+n")
            await own.settle(pilot)
            assert "And then?" in own.shown(pilot)
            assert "As many times as you like; f3 goes on." in own.shown(pilot)
        await pilot.press("f3")
        await own.settle(pilot)
        assert screen.run is not None
        assert screen.run.at == "after"


async def test_the_short_form_is_one_key_away_and_back(own: Any) -> None:
    async with own.unlocked_app() as pilot:
        screen = await begun(own, pilot, "f7")
        assert "1 of 3" in own.shown(pilot)
        assert "about 2 minutes left" in own.shown(pilot)
        assert "the long form" in own.shown(pilot)
        await pilot.press("f7")
        await own.settle(pilot)
        assert "1 of 5" in own.shown(pilot)
        assert screen.run is not None
        assert not screen.run.short


async def to_the_end(own: Any, pilot: Pilot[Any], before: str, after: str) -> None:
    await begun(own, pilot, "f7", before, "enter", after, "enter")


async def test_what_weighs_more_than_before_meets_care_before_the_next_question(own: Any) -> None:
    async with own.unlocked_app() as pilot:
        await to_the_end(own, pilot, "3", "6")
        assert isinstance(pilot.app.screen, DestinationsScreen)
        await pilot.press("2")
        await own.settle(pilot)
        assert isinstance(pilot.app.screen, CurveScreen)
        await pilot.press("escape")
        await own.settle(pilot)
        assert isinstance(pilot.app.screen, DestinationsScreen)
        await pilot.press("3")
        await own.settle(pilot)
        assert isinstance(pilot.app.screen, QuestioningScreen)
        await own.type_in(pilot, "To stop earlier.")
        await pilot.press("ctrl+n")
        await own.settle(pilot)
        assert isinstance(pilot.app.screen, ReflectionEndScreen)
        assert own.shown(pilot).index("See who to talk to") < own.shown(pilot).index("Keep a learning")
        (reflection,) = own.kept(pilot, Kind.REFLECTION)
        assert isinstance(reflection.details, ReflectionDetails)
        assert (reflection.details.intensity_before, reflection.details.intensity_after) == (3, 6)


async def test_a_pause_keeps_the_place_and_what_eased_meets_no_care(own: Any) -> None:
    async with own.unlocked_app() as pilot:
        await to_the_end(own, pilot, "3", "6")
        await pilot.press("1")
        await own.settle(pilot)
        (left,) = left_runs.open_reflections(own.app_of(pilot).journal.notebook)
        assert left.title == "Forms"
        await to_the_end(own, pilot, "6", "3")
        assert isinstance(pilot.app.screen, QuestioningScreen)


async def test_the_other_form_is_neither_told_nor_taken_where_it_asks_nothing_else(own: Any) -> None:
    async with own.unlocked_app() as pilot:
        screen = await begun(own, pilot)
        run = screen.run
        assert run is not None
        screen._move(at_prompt(run, run.prompts[-1].id))
        await own.settle(pilot)
        assert "short form" not in own.shown(pilot)
        await pilot.press("f7")
        await own.settle(pilot)
        assert isinstance(pilot.app.screen, QuestioningScreen)
        assert screen.run is not None
        assert screen.run.at == run.prompts[-1].id
