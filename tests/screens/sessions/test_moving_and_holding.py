"""Sessions that move, are held, or are cancelled."""

from datetime import timedelta
from typing import Any

import pytest

from journal.dates.wording import day_and_month
from journal.model.kind import State
from journal.model.session import SessionDetails
from journal.practice import reading, scheduling
from journal.practice.notebook import Notebook
from tests.screens.sessions.conftest import prepared, with_sessions


@pytest.mark.parametrize(("answer", "days"), [("y", [14, 14, 14]), ("enter", [14, 0, 0]), ("escape", [0, 0, 0])])
async def test_moving_a_session_says_what_each_answer_does(vaulted: Any, answer: str, days: list[int]) -> None:
    refs = prepared(vaulted, lambda notebook: with_sessions(notebook, (2, 23, 44)))
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        before = [reading.entry(notebook, ref).happened_at for ref in refs]
        await pilot.press("4", "r", *"9 December 18:42", "enter")
        await pilot.pause()
        shown = vaulted.shown(pilot)
        assert "Session 1 moves 14 days later. 2 sessions come after it." in shown
        last = reading.entry(notebook, refs[-1]).happened_at.date() + timedelta(days=14)
        assert f"the last to {day_and_month(last)}" in shown
        await pilot.press("x", answer)  # a key that is no answer moves nothing and leaves the question standing
        await vaulted.settle(pilot)
        after = [reading.entry(notebook, ref).happened_at for ref in refs]
        assert [(new - old).days for new, old in zip(after, before, strict=True)] == days
        assert (reading.entry(notebook, refs[0]).state is State.MOVED) == bool(days[0])


@pytest.mark.parametrize("answer", ["22 November 18:42", ""])
async def test_a_session_whose_day_is_over_says_so_and_may_keep_its_day(vaulted: Any, answer: str) -> None:
    def fill(notebook: Notebook) -> list[int]:
        first, *_later = with_sessions(notebook, (-1, 20))
        scheduling.not_held(notebook, reading.entry(notebook, first))
        return [first]

    (ref,) = prepared(vaulted, fill)
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        before = reading.entry(notebook, ref).happened_at
        await pilot.press("4", "r", *answer, "enter")
        await vaulted.settle(pilot)
        assert "planned for yesterday" in vaulted.shown(pilot)
        assert pilot.app.screen.name_in_table == "sessions"
        assert reading.entry(notebook, ref).happened_at == before


async def test_another_hour_of_the_same_day_asks_nothing_of_the_others(vaulted: Any) -> None:
    refs = prepared(vaulted, lambda notebook: with_sessions(notebook, (2, 23)))
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        day = reading.entry(notebook, refs[0]).happened_at.date()
        await pilot.press("4", "r", *f"{day_and_month(day)} 9:15", "enter")
        await vaulted.settle(pilot)
        moved = reading.entry(notebook, refs[0]).happened_at
        assert (moved.date(), moved.strftime("%H:%M")) == (day, "09:15")


async def test_a_session_that_was_held_and_one_that_is_cancelled_are_told(vaulted: Any) -> None:
    refs = prepared(vaulted, lambda notebook: with_sessions(notebook, (1, 22)))
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        await pilot.press("4", "d", "enter")
        await vaulted.settle(pilot)
        await pilot.press("up", "z")
        await vaulted.settle(pilot)
        assert {reading.entry(notebook, ref).state for ref in refs} == {State.HELD, State.CANCELLED}


async def test_a_key_acts_on_all_sessions_that_are_marked_says_so_and_is_taken_back(vaulted: Any) -> None:
    refs = prepared(vaulted, lambda notebook: with_sessions(notebook, (1, 22, 43)))
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook

        def states() -> list[State]:
            return [reading.entry(notebook, ref).state for ref in refs]

        await pilot.press("4", "space", "space", "z")
        await vaulted.settle(pilot)
        assert states() == [State.CANCELLED, State.CANCELLED, State.PLANNED]
        assert "2 sessions cancelled · u takes them back" in vaulted.shown(pilot)
        await pilot.press("u")
        await vaulted.settle(pilot)
        assert set(states()) == {State.PLANNED}
        await pilot.press("d")
        await pilot.pause()
        assert "Were the 2 sessions you marked held" in vaulted.shown(pilot)
        await pilot.press("y")
        await vaulted.settle(pilot)
        assert states() == [State.HELD, State.HELD, State.PLANNED]
        await pilot.press("r")
        await pilot.pause()
        assert "acts on one row alone" in vaulted.shown(pilot)


async def test_a_session_to_come_is_held_only_when_asked_and_the_same_key_takes_it_back(vaulted: Any) -> None:
    (ref,) = prepared(vaulted, lambda notebook: with_sessions(notebook, (1,)))
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        for keys, state, hours in (
            (("d", "escape"), State.PLANNED, "0 h"),
            (("d", "enter"), State.HELD, "2 h"),
            (("d",), State.PLANNED, "0 h"),
        ):
            await pilot.press("4", *keys)
            await vaulted.settle(pilot)
            assert reading.entry(notebook, ref).state is state
            assert f"held out of 10 · {hours} of" in vaulted.shown(pilot)


async def test_one_dialog_takes_the_day_and_the_real_length_of_a_session_that_was_held(vaulted: Any) -> None:
    (ref,) = prepared(vaulted, lambda notebook: with_sessions(notebook, (1,)))
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        await pilot.press("4", "d")
        await pilot.pause()
        assert "planned for Tuesday 24 November" in " ".join(vaulted.shown(pilot).split())
        await pilot.press(*"25 November 2026", "enter")  # what was typed replaces what stood there
        await pilot.pause()
        assert "This day is still to come." in vaulted.shown(pilot)
        await pilot.press("end", *["backspace"] * 16, *"yesterday 2pm", "tab", *"too long", "enter")
        await pilot.pause()
        assert "A length is needed here" in vaulted.shown(pilot)
        await pilot.press(*["backspace"] * 8, *"1h30", "enter")
        await vaulted.settle(pilot)
        held = reading.entry(notebook, ref)
        assert held.state is State.HELD
        assert held.happened_at.strftime("%d/%m %H:%M") == "22/11 14:00"
        assert held.details_as(SessionDetails).minutes == 90
        assert "held · enter for your notes · u takes it back" in vaulted.shown(pilot)
        assert "1 session held out of 10 · 1 h 30 min of" in vaulted.shown(pilot)


async def test_a_session_that_alone_moves_past_others_says_which(vaulted: Any) -> None:
    prepared(vaulted, lambda notebook: with_sessions(notebook, (2, 23, 44)))
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("4", "r", *"18 December 18:42", "enter", "down", "enter")
        await vaulted.settle(pilot)
        assert "moved past session 2 · u takes it back" in vaulted.shown(pilot)
        await pilot.press("u")
        await vaulted.settle(pilot)
        await pilot.press("down", "down", "r", *"24 November 18:42", "enter")
        await vaulted.settle(pilot)
        assert "moved before session 1 · u takes it back" in vaulted.shown(pilot)
