"""What was put down: veiled while written, then kept, sealed or destroyed."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from journal import language
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.practice import left_runs, reading
from journal.protocols.library import shipped
from screens.questioning.place import QuestioningScreen
from screens.questioning.seal_date import SealDateDialog


async def test_letting_go_veils_earlier_lines(asking: Any) -> None:
    async with asking.unlocked_app() as pilot:
        await pilot.press("v", "f3")
        await asking.settle(pilot)
        await asking.type_in(pilot, "mirabelle\nquetsche")
        assert "mirabelle" not in asking.shown(pilot)
        assert "quetsche" in asking.shown(pilot)
        assert "·········" in asking.shown(pilot)


@pytest.fixture
async def put_down(asking: Any) -> AsyncIterator[Pilot[object]]:
    async with asking.unlocked_app() as pilot:
        await pilot.press("v", "f3")
        await asking.settle(pilot)
        await asking.type_in(pilot, "mirabelle")
        await pilot.press("ctrl+n", "f3", "f3")
        await asking.settle(pilot)
        yield pilot


async def test_what_was_put_down_can_be_kept(asking: Any, put_down: Pilot[object]) -> None:
    await put_down.press("1", "enter")
    await asking.settle(put_down)
    (reflection,) = asking.kept(put_down, Kind.REFLECTION)
    assert "mirabelle" in reflection.body


async def test_what_was_put_down_can_be_sealed(asking: Any, put_down: Pilot[object]) -> None:
    await put_down.press("2", "enter")
    await asking.settle(put_down)
    assert isinstance(put_down.app.screen, SealDateDialog)
    assert "23 February 2027" in asking.shown(put_down)  # the same day of the month, three months on
    await put_down.press("enter")
    await asking.settle(put_down)
    assert "put away until 30 November 2026" in asking.shown(put_down).split("\n")[0]
    assert asking.kept(put_down, Kind.REFLECTION) == []
    assert reading.search(asking.app_of(put_down).journal.notebook, "mirabelle", Filter(), 10) == []


@pytest.mark.parametrize(("spoken", "words"), [("fr", "dans six semaines"), ("en", "in six weeks")])
async def test_another_date_is_told_in_plain_words_and_one_that_has_passed_is_not_taken(
    asking: Any, put_down: Pilot[object], spoken: language.Language, words: str
) -> None:
    language.choose(spoken)
    await put_down.press("2", "enter")
    await asking.settle(put_down)
    await put_down.press("end", "enter")
    await asking.settle(put_down)
    field = put_down.app.screen.query_one(Input)
    for said in ("hier" if spoken == "fr" else "yesterday", "?"):
        field.value = said
        await put_down.press("enter")
        await asking.settle(put_down)
        assert isinstance(put_down.app.screen, SealDateDialog)
    field.value = words
    await asking.settle(put_down)
    assert ("4 janvier 2027" if spoken == "fr" else "4 January 2027") in asking.shown(put_down)
    await put_down.press("enter")
    await asking.settle(put_down)
    assert not isinstance(put_down.app.screen, SealDateDialog)
    notebook = asking.app_of(put_down).journal.notebook
    with notebook.store.reading() as tx:
        (state,) = [row[0] for row in tx.rows("SELECT state FROM entry WHERE kind = 'reflection'", ())]
    assert state == State.SEALED


async def test_what_was_put_down_is_destroyed_after_an_honest_sentence(asking: Any, put_down: Pilot[object]) -> None:
    await put_down.press("3", "enter")
    await asking.settle(put_down)
    assert "Backups made before" in asking.shown(put_down)
    await put_down.press("y")
    await asking.settle(put_down)
    assert left_runs.open_reflections(asking.app_of(put_down).journal.notebook) == []
    assert reading.search(asking.app_of(put_down).journal.notebook, "mirabelle", Filter(), 10) == []


async def test_thinking_better_of_destroying_goes_back_to_the_choice(asking: Any, put_down: Pilot[object]) -> None:
    await put_down.press("3", "enter")
    await asking.settle(put_down)
    await put_down.press("escape")
    await asking.settle(put_down)
    assert isinstance(put_down.app.screen, QuestioningScreen)
    assert put_down.app.screen.run.at == "put-down"


async def test_nothing_put_down_leaves_nothing_and_asks_for_nothing(asking: Any) -> None:
    async with asking.unlocked_app() as pilot:
        await pilot.press("v")
        await asking.settle(pilot)
        await pilot.press(
            "ctrl+n", "ctrl+n", "ctrl+n", "ctrl+n"
        )  # no text, no word, no number: nothing to choose about
        await asking.settle(pilot)
        assert not isinstance(pilot.app.screen, QuestioningScreen)
        assert asking.kept(pilot) == []
        assert left_runs.open_reflections(asking.app_of(pilot).journal.notebook) == []


@pytest.mark.parametrize("spoken", language.languages())
async def test_what_becomes_of_it_is_chosen_and_never_taken_for_granted(
    asking: Any, put_down: Pilot[object], spoken: language.Language
) -> None:
    language.choose(spoken)
    for keys in (["ctrl+n"], ["enter"], ["5", "ctrl+n"], ["f3"]):
        await put_down.press(*keys)
        await asking.settle(put_down)
        assert isinstance(put_down.app.screen, QuestioningScreen)
        assert put_down.app.screen.run.at == "put-down"
    assert ("Une réponse est attendue" if spoken == "fr" else "An answer is needed") in asking.shown(put_down)
    await put_down.press("escape")
    await asking.settle(put_down)
    (left,) = left_runs.open_reflections(asking.app_of(put_down).journal.notebook)
    again = left_runs.resume(asking.app_of(put_down).journal.notebook, shipped(), left.key)
    assert (again.at, again.typed) == ("put-down", "")
    (reflection,) = asking.kept(put_down, Kind.REFLECTION)
    assert reflection.state is State.OPEN
