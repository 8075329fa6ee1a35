"""Planning sessions with keys: all in one step, one more, and back."""

from typing import Any

import pytest

from journal.model.engagement import Party, Role
from journal.model.kind import State
from journal.model.session import OF_THREE, SessionDetails, SessionKind
from journal.practice import frame_parts, framing, scheduling
from journal.practice.notebook import Notebook
from screens.sessions.session import SessionScreen
from screens.widgets.rows import Rows
from tests.screens.sessions.conftest import prepared, with_sessions


async def test_an_engagement_is_framed_and_its_sessions_planned_in_one_step(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("4", "b", *"Prendre le poste", "escape")
        await vaulted.settle(pilot)
        await pilot.press("g", *"3 December 2pm", "enter")
        await pilot.pause()
        assert "✓" not in vaulted.shown(pilot)
        assert "Session 1 · Thursday 3 December" in vaulted.shown(pilot)
        assert "No sponsor is noted yet" in vaulted.shown(pilot)
        await pilot.press("s", "escape")  # nobody is noted after all: the day that was told is still there
        await vaulted.settle(pilot)
        await pilot.press("space")
        assert "✓ Session 1 · Thursday 3 December" in vaulted.shown(pilot)
        await pilot.press("s", *"Helen Durand", "escape")
        await vaulted.settle(pilot)
        assert vaulted.shown(pilot).count("✓") == 3
        assert "No sponsor is noted yet" not in vaulted.shown(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        notebook = vaulted.app(pilot).journal.notebook
        (engagement,) = framing.engagements(notebook)
        row = scheduling.sessions(notebook, engagement.ref)
        assert engagement.title == "Prendre le poste"
        assert [each.happened_at.strftime("%d/%m %H:%M") for each in row[:3]] == [
            "03/12 14:00",
            "24/12 14:00",
            "14/01 14:00",
        ]
        assert len(row) == 10
        of_three = {each.details_as(SessionDetails).number: each.details_as(SessionDetails).meeting for each in row}
        assert {number: meeting for number, meeting in of_three.items() if meeting in OF_THREE} == {
            1: SessionKind.FRAMING,
            5: SessionKind.INTERIM,
            10: SessionKind.CLOSING,
        }
        assert "three-way" in vaulted.shown(pilot)
        assert "0 sessions held out of 10 · 0 h of 20 h" in vaulted.shown(pilot)


async def test_planning_all_names_the_engagement_and_how_many_until_none_is_left(vaulted: Any) -> None:
    def fill(notebook: Notebook) -> None:
        with_sessions(notebook, (2, 23))

    prepared(vaulted, fill)
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("4", "g")
        await pilot.pause()
        assert "8 sessions of “Poste” are still to plan, one every 21 days." in " ".join(vaulted.shown(pilot).split())
        await pilot.press(*"3 January 2pm", "enter", "enter")
        await vaulted.settle(pilot)
        await pilot.press("g")
        await pilot.pause()
        assert "every session is planned · a adds one" in vaulted.shown(pilot)


async def test_a_session_is_added_arranged_and_timed_only_when_asked(vaulted: Any) -> None:
    refs = prepared(vaulted, lambda notebook: with_sessions(notebook, (-19, 2, 23)))
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        await pilot.press("4", "a", *"9 December 14:00", "enter")
        await vaulted.settle(pilot)
        await pilot.press("right", "right", "escape")
        await vaulted.settle(pilot)
        engagement = framing.engagements(notebook)[0].ref
        added = scheduling.sessions(notebook, engagement)[2]
        details = added.details_as(SessionDetails)
        assert added.ref not in refs
        assert (added.title, details.meeting, details.minutes) == ("Session 3", SessionKind.INTERIM, 120)
        assert pilot.app.screen.query_one(Rows).chosen == f"session:{added.ref}"
        await pilot.press("enter")
        await vaulted.settle(pilot)
        await pilot.press("i")  # half-way one meets as three, and the session's own page is one key further
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, SessionScreen)
        assert pilot.app.screen.status() == ""
        for _minute in range(5):
            vaulted.hands.monotonic += 62
            await pilot.press("f12")  # somebody is there: on a slow machine nothing is veiled before the key that asks
        await pilot.press("f8")
        assert pilot.app.screen.status() == "5 min"
        await pilot.press("f8")
        assert pilot.app.screen.status() == ""


async def test_one_comes_back_to_the_engagement_that_was_begun_so_that_its_sessions_are_planned(vaulted: Any) -> None:
    prepared(vaulted, lambda notebook: with_sessions(notebook, (2, 23)))
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("4", "b", *"Groupe", "escape")
        await vaulted.settle(pilot)
        await pilot.press("g")
        await pilot.pause()
        assert "10 sessions of “Groupe” are still to plan" in " ".join(vaulted.shown(pilot).split())


@pytest.mark.parametrize("key", ["u", "ctrl+z"])
async def test_sessions_planned_all_at_once_are_taken_back_with_one_key(vaulted: Any, key: str) -> None:
    prepared(vaulted, lambda notebook: framing.begin(notebook, "Poste"))
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        (engagement,) = framing.engagements(notebook)
        await pilot.press("4", "g", *"3 December 2pm", "enter", "enter")
        await vaulted.settle(pilot)
        assert "10 sessions planned · u takes them back" in vaulted.shown(pilot)
        await pilot.press(key)
        await vaulted.settle(pilot)
        assert vaulted.app(pilot).is_open
        assert scheduling.sessions(notebook, engagement.ref) == []
        assert "u undo" not in vaulted.shown(pilot)


async def test_what_was_done_last_is_taken_back_and_nothing_before_it(vaulted: Any) -> None:
    prepared(vaulted, lambda notebook: framing.begin(notebook, "Poste"))
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        (engagement,) = framing.engagements(notebook)
        await pilot.press("4", "g", *"3 December 2pm", "enter", "enter")
        await vaulted.settle(pilot)
        before = [each.happened_at for each in scheduling.sessions(notebook, engagement.ref)]
        await pilot.press("r", *"4 December 2pm", "enter", "down", "enter")
        await vaulted.settle(pilot)
        assert "sessions planned" not in vaulted.shown(pilot)
        assert "moved · u takes" in vaulted.shown(pilot)
        await pilot.press("u")
        await vaulted.settle(pilot)
        assert [each.happened_at for each in scheduling.sessions(notebook, engagement.ref)] == before
        assert {each.state for each in scheduling.sessions(notebook, engagement.ref)} == {State.PLANNED}
        await pilot.press("z")
        await vaulted.settle(pilot)
        assert "cancelled · u takes it back" in vaulted.shown(pilot)
        await pilot.press("r", "escape", "u")
        await vaulted.settle(pilot)
        assert State.CANCELLED in {each.state for each in scheduling.sessions(notebook, engagement.ref)}


def sponsored(notebook: Notebook) -> None:
    frame_parts.keep_party(notebook, framing.begin(notebook, "Poste"), None, Party(name="Anne Roy", role=Role.SPONSOR))


async def test_a_meeting_of_three_that_is_unticked_is_planned_as_any_other(vaulted: Any) -> None:
    prepared(vaulted, sponsored)
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("4", "g", *"3 December 2pm", "enter", "space", "down")
        await pilot.click(Rows, offset=(2, 2))
        await pilot.press("enter")
        await vaulted.settle(pilot)
        notebook = vaulted.app(pilot).journal.notebook
        row = scheduling.sessions(notebook, framing.engagements(notebook)[0].ref)
        kinds = [each.details_as(SessionDetails).meeting for each in row]
        assert kinds[4] is SessionKind.INTERIM
        assert {*kinds[:4], *kinds[5:]} == {SessionKind.INDIVIDUAL}


async def test_leaving_the_proposal_plans_nothing(vaulted: Any) -> None:
    prepared(vaulted, lambda notebook: framing.begin(notebook, "Poste"))
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("4")
        await vaulted.settle(pilot)
        assert pilot.app.screen.query_one(Rows).chosen.startswith("engagement:")  # so that Enter opens it
        await pilot.press("g", *"3 December 2pm", "enter", "escape")
        await vaulted.settle(pilot)
        notebook = vaulted.app(pilot).journal.notebook
        assert scheduling.sessions(notebook, framing.engagements(notebook)[0].ref) == []
