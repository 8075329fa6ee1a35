"""What rests ends in silence when its page has left; what fails outside a message costs one page at most."""

import ast
import asyncio
from asyncio import TimerHandle
from contextvars import Context
from pathlib import Path
from typing import Any

import pytest

from journal import language
from journal.model.filter import Filter
from journal.practice import reading
from screens import frame
from screens.frame.autosave import Autosave
from screens.frame.page_faults import FaultScreen
from screens.frame.resting import Rest
from screens.questioning.place import QuestioningScreen
from screens.questioning.reflection_end import ReflectionEndScreen
from screens.reading.filter_bar import FilterBar
from screens.reading.preview_pane import PreviewPane
from screens.today.place import TodayScreen
from screens.widgets.answer_area import AnswerArea

ABSOLUTE = {"en": "He always cuts me off in front of everybody.", "fr": "Il me coupe toujours la parole."}
USERS = {"questioning.place", "reading.filter_bar", "reading.preview_pane", "writing.care_line"}
"""Modules in which something rests; each has its case below."""


def test_whatever_rests_has_a_case_here() -> None:
    rooms = Path(frame.__path__[0]).parent
    found = {
        ".".join(file.relative_to(rooms).with_suffix("").parts)
        for file in rooms.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Rest"
    }
    assert found == USERS


@pytest.mark.parametrize("spoken", language.languages())
async def test_the_last_answer_given_at_speed_ends_the_run_and_nothing_fails_after_it(
    lived: Any, spoken: language.Language
) -> None:
    language.choose(spoken)
    async with lived.unlocked_app() as pilot:
        pilot.app.push_screen(asked := QuestioningScreen(code="loop", about=lived.refs["situation-1"]))
        await lived.settle(pilot)
        await pilot.press("f7")
        while pilot.app.screen is asked:
            asked.query_one(AnswerArea).insert(ABSOLUTE[spoken])
            await pilot.pause()
            waiting = _waiting(asked._hand)
            await pilot.press("ctrl+n")
            await lived.settle(pilot)
        assert isinstance(pilot.app.screen, ReflectionEndScreen)
        waiting._run()  # the time is over, after the page has gone
        await lived.settle(pilot)
        assert isinstance(pilot.app.screen, ReflectionEndScreen)


async def test_a_preview_asked_for_as_one_leaves_is_not_read(lived: Any) -> None:
    async with lived.unlocked_app() as pilot:
        read: list[int] = []
        pane = PreviewPane(_noting(read), 60.0)
        await pilot.app.screen.mount(pane)
        line, other = reading.newest(pilot.app.journal.notebook, Filter(), 2)
        pane.show(line)
        await lived.settle(pilot)
        pane.show(other)
        await pane.remove()
        pane._hand.due()
        await lived.settle(pilot)
        assert read == [line.ref]


async def test_fields_that_were_to_be_made_at_rest_are_not_made_for_a_page_that_leaves(lived: Any) -> None:
    async with lived.unlocked_app() as pilot:
        bar = FilterBar()
        await pilot.app.screen.mount(bar)
        bar.make_at_rest()
        waiting = _waiting(bar._rest)
        await bar.remove()
        waiting._run()
        await lived.settle(pilot)
        assert not bar.children
        await pilot.app.screen.mount(there := FilterBar())
        there.make_at_rest()
        _waiting(there._rest)._run()
        await lived.settle(pilot)
        assert there.children


async def test_a_page_on_which_one_wrote_hears_nothing_once_it_has_left(lived: Any) -> None:
    async with lived.unlocked_app() as pilot:
        await pilot.press("n", "x")
        await lived.settle(pilot)
        written = pilot.app.screen
        written._rest.begin(60.0)
        await pilot.press("escape")
        await lived.settle(pilot)
        written._rest.due()
        await lived.settle(pilot)
        assert isinstance(pilot.app.screen, TodayScreen)


@pytest.mark.parametrize("gone", [QuestioningScreen, None])
async def test_an_autosave_due_while_its_page_leaves_keeps_nothing(lived: Any, gone: Any) -> None:
    async with lived.unlocked_app() as pilot:
        page = pilot.app.screen if gone is None else QuestioningScreen(code="loop")
        if gone is not None:
            pilot.app.push_screen(page)
            await lived.settle(pilot)
        kept: list[str] = []
        autosave = Autosave(page, lambda: kept.append("kept"))
        autosave.typed()
        if gone is not None:
            await pilot.app.pop_screen()
        autosave.due()
        autosave.stop()
        assert kept == ([] if gone else ["kept"])


async def test_rest_ends_in_silence_while_the_parts_of_its_page_go_before_it(lived: Any) -> None:
    async with lived.unlocked_app() as pilot:
        done: list[str] = []
        page = pilot.app.screen
        hand = Rest(page, lambda: done.append("done"))
        hand.due()
        await lived.settle(pilot)
        assert done == ["done"]
        page._pruning = True
        hand.due()
        await lived.settle(pilot)
        page._pruning = False
        assert done == ["done"]
        hand.stop()
        hand.stop()


@pytest.mark.faults_expected
async def test_what_fails_outside_of_every_message_is_left_with_escape_and_the_journal_goes_on(lived: Any) -> None:
    async with lived.unlocked_app() as pilot:
        met = {"message": "", "exception": RuntimeError("injected")}
        Context().run(asyncio.get_running_loop().call_exception_handler, met)  # as the loop of Python 3.11 does
        await lived.settle(pilot)
        assert isinstance(pilot.app.screen, FaultScreen)
        await pilot.press("escape")
        await lived.settle(pilot)
        assert isinstance(pilot.app.screen, TodayScreen)
        await pilot.press("n", "x")
        await lived.settle(pilot)
        assert pilot.app.screen.query_one(AnswerArea).text == "x"


@pytest.mark.faults_expected
async def test_the_page_that_is_seen_pays_for_no_callback_of_a_page_that_has_gone(lived: Any) -> None:
    async with lived.unlocked_app() as pilot:
        page = QuestioningScreen(code="loop")
        pilot.app.push_screen(page)
        await lived.settle(pilot)
        begun: list[TimerHandle] = []
        page.call_later(lambda: begun.append(asyncio.get_running_loop().call_later(60.0, _fail)))
        await lived.settle(pilot)
        await pilot.app.pop_screen()
        await lived.settle(pilot)
        begun[0]._run()
        await lived.settle(pilot)
        assert isinstance(pilot.app.screen, TodayScreen)


def _noting(read: list[int]) -> Any:
    def note(ref: int) -> str:
        read.append(ref)
        return ""

    return note


def _fail() -> None:
    raise RuntimeError("injected")


def _waiting(hand: Rest) -> TimerHandle:
    assert hand._waiting is not None
    return hand._waiting
