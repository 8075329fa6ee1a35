"""Moving between stages by keys: asked once, one key back, and the same picture everywhere afterwards."""

from datetime import timedelta
from typing import Any

import pytest

from journal import language
from journal.model.kind import State
from journal.model.session import SessionDetails
from journal.practice import framing, scheduling, stages
from screens.engagement.place import EngagementScreen
from screens.engagement.stage import StageScreen
from screens.widgets.rows import Rows


def begun(house: Any, pilot: Any) -> int:
    notebook = house.app(pilot).journal.notebook
    engagement = framing.begin(notebook, "Une année")
    now = notebook.clock()
    for number, days in enumerate((-9, 9), 1):
        details = SessionDetails(number=number)
        session = scheduling.plan_one(notebook, engagement.ref, now + timedelta(days=days), details)
        if days < 0:
            scheduling.hold(notebook, session)
    return engagement.ref


def state(house: Any, pilot: Any) -> State:
    return framing.engagements(house.app(pilot).journal.notebook, ended=True)[0].state


@pytest.mark.parametrize("spoken", language.languages())
async def test_three_stages_are_asked_for_one_by_one_and_taken_back(vaulted: Any, spoken: language.Language) -> None:
    language.choose(spoken)
    async with vaulted.unlocked_app() as pilot:
        pilot.app.push_screen(EngagementScreen(begun(vaulted, pilot)))
        await vaulted.settle(pilot)
        for stage in (State.DEVELOPMENT, State.CLOSING, State.CLOSED):
            before = state(vaulted, pilot)
            await pilot.press("s")
            await vaulted.settle(pilot)
            assert isinstance(pilot.app.screen, StageScreen)
            await pilot.press("escape")
            await vaulted.settle(pilot)
            assert state(vaulted, pilot) is before
            await pilot.press("s", "enter")
            await vaulted.settle(pilot)
            assert state(vaulted, pilot) is stage
        await pilot.press("s")  # no stage after the last: said, not silent
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, EngagementScreen)
        assert language._("This engagement has ended.") in vaulted.shown(pilot)
        await pilot.press("u")
        await vaulted.settle(pilot)
        assert state(vaulted, pilot) is State.CLOSING


async def test_what_ended_is_the_same_everywhere(vaulted: Any) -> None:
    language.choose("en")
    async with vaulted.unlocked_app() as pilot:
        of = begun(vaulted, pilot)
        pilot.app.push_screen(EngagementScreen(of))
        await vaulted.settle(pilot)
        for _stage in range(3):
            await pilot.press("s", "enter")
            await vaulted.settle(pilot)
        await pilot.press("escape", "4")
        await vaulted.settle(pilot)
        told = vaulted.shown(pilot)
        assert "Finished" in told
        assert "14 November" in told  # held, and to be read
        assert "2 December" not in told  # planned, and gone
        for key in ("end", "a", "g", "z", "r", "d"):
            await pilot.press(key)
            await vaulted.settle(pilot)
            if key != "end":
                assert "this engagement has ended" in vaulted.shown(pilot)
        await pilot.press("1")
        await vaulted.settle(pilot)
        assert "Session 2" not in vaulted.shown(pilot)


async def test_a_new_engagement_sees_the_earlier_one(vaulted: Any) -> None:
    language.choose("en")
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        first = begun(vaulted, pilot)
        stages.move_on(notebook, first, State.CLOSED)
        second = framing.begin(notebook, "Encore").ref
        pilot.app.push_screen(EngagementScreen(second))
        await vaulted.settle(pilot)
        assert "before: Une année" in vaulted.shown(pilot)
        pilot.app.screen.query_one(Rows).choose("earlier:")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert pilot.app.screen.ref == first
