"""Checking in, the own curves, and whom to talk to."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from journal import language
from journal.model.checkin import CheckInDetails, Factor
from journal.model.entry import Entry
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.practice import checking_in, reading
from journal.practice.checking_in import Point
from screens.checking_in.checkin import CheckInScreen
from screens.checking_in.curve import CurveScreen
from screens.checking_in.curve_plot import Curve, CurvePlot


def kept(vaulted: Any, pilot: Pilot[Any]) -> list[Entry]:
    notebook = vaulted.app(pilot).journal.notebook
    return [reading.entry(notebook, line.ref) for line in reading.newest(notebook, Filter(kinds=(Kind.CHECKIN,)), 9)]


async def test_a_check_in_takes_half_a_minute_and_draws_the_own_curve(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("m", "7", "enter", "4", "enter")
        pilot.app.screen.query_one("#word", Input).value = "serré"
        await pilot.press("escape")
        await vaulted.settle(pilot)
        (entry,) = kept(vaulted, pilot)
        assert "serré" in entry.body
        await pilot.press("m", "f4")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, CurveScreen)
        assert "serré" in vaulted.shown(pilot)
        assert "●" in vaulted.shown(pilot)
        await pilot.press("end")
        await vaulted.settle(pilot)
        assert "Around you" in vaulted.shown(pilot)


async def test_what_was_noted_can_be_left_unsaved_with_a_key_of_its_own(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("m", "9", "f2", "f8")
        await vaulted.settle(pilot)
        assert kept(vaulted, pilot) == []


async def test_one_key_saves_a_check_in_and_stays_another_saves_it_and_leaves(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("m", "z")
        await pilot.pause()
        assert "a number from 0 to 10" in vaulted.shown(pilot)
        await pilot.press("7", "ctrl+s")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, CheckInScreen)
        assert "saved 6:42 pm · esc to leave" in vaulted.shown(pilot)
        await pilot.press("down", "4", "escape")
        await vaulted.settle(pilot)
        assert not isinstance(pilot.app.screen, CheckInScreen)
        (entry,) = kept(vaulted, pilot)
        details = entry.details_as(CheckInDetails)
        assert (details.load, details.mood) == (7, 4)
        assert "4/10" in entry.body


async def test_a_curve_without_anything_says_so(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        pilot.app.push_screen(CurveScreen())
        await vaulted.settle(pilot)
        assert "Nothing noted yet" in vaulted.shown(pilot)


async def test_curves_look_further_back_and_show_the_factors_of_the_weeks(vaulted: Any) -> None:
    async with vaulted.unlocked_app(size=(120, 40)) as pilot:
        now = vaulted.hands.at
        for days, load in ((300, 9), (100, 2), (3, 10)):
            vaulted.hands.at = now - timedelta(days=days)
            checking_in.check_in(vaulted.app(pilot).journal.notebook, load=load, factors={Factor.AUTONOMY: 4})
        vaulted.hands.at = now
        pilot.app.push_screen(CurveScreen())
        await vaulted.settle(pilot)
        for many, since in ((1, "eight weeks"), (2, "six months"), (3, "year")):
            assert since in vaulted.shown(pilot)
            assert pilot.app.screen.query(CurvePlot).first().curve.levels == (9, 2, 10)[-many:]
            assert "autonomy" in vaulted.shown(pilot)
            assert "3114" in vaulted.shown(pilot)
            await pilot.press("f")
            await vaulted.settle(pilot)


def test_of_two_check_ins_on_a_day_the_later_one_is_drawn() -> None:
    at = datetime.fromisoformat("2026-11-23T09:00:00+01:00")
    points = [Point(at, CheckInDetails(load=2)), Point(at.replace(hour=18), CheckInDetails(load=7, mood=1))]
    assert Curve.of("load", points, at.date(), 56, lambda noted: noted.load) == Curve("load", (55,), (7,))


@pytest.mark.parametrize("spoken", language.languages())
async def test_the_six_factors_of_the_week_fit_the_page_and_are_answered_with_digits(
    vaulted: Any, spoken: language.Language
) -> None:
    language.choose(spoken)
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("m", "f2")
        await vaulted.settle(pilot)
        page = vaulted.shown(pilot)
        assert [_words(question) in page for question in checking_in.FACTOR_QUESTIONS.values()] == [True] * 6
        await pilot.press("3", "enter", "enter", "1", "0", "enter", "enter", "enter", "5", "enter")
        await vaulted.settle(pilot)
        (entry,) = kept(vaulted, pilot)
        factors = entry.details_as(CheckInDetails).factors
        assert factors == {Factor.INTENSITY: 3, Factor.AUTONOMY: 10, Factor.INSECURITY: 5}
        await pilot.press("m")
        await vaulted.settle(pilot)
        assert "f2  six" not in vaulted.shown(pilot)  # this week has been looked at


def _words(question: str) -> str:
    return language._(question)


async def test_a_person_sees_which_scale_takes_the_digits(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("m")
        await vaulted.settle(pilot)
        first = [line for line in vaulted.shown(pilot).splitlines() if "10 " in line and "›" in line]
        await pilot.press("enter")
        await vaulted.settle(pilot)
        second = [line for line in vaulted.shown(pilot).splitlines() if "10 " in line and "›" in line]
        assert len(first) == len(second) == 1
        assert vaulted.shown(pilot).index("›") > 0


async def test_one_s_own_page_of_contacts_replaces_ours_and_emptied_brings_it_back(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        checking_in.keep_contacts(notebook, "Dr Benali 01 23 45")
        pilot.app.push_screen(CurveScreen(whom=True))
        await vaulted.settle(pilot)
        assert "Dr Benali" in vaulted.shown(pilot)
        checking_in.keep_contacts(notebook, " ")
        assert "3114" in checking_in.contacts(notebook)


async def test_contacts_changed_from_the_curve_are_shown_as_they_are_now(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        pilot.app.push_screen(CurveScreen())
        await vaulted.settle(pilot)
        await pilot.press("f", "e")
        await vaulted.settle(pilot)
        assert "esc save and go back" in vaulted.shown(pilot)
        await pilot.press("ctrl+home", *"Lea", "ctrl+s", "escape")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, CurveScreen)
        assert "Lea" in vaulted.shown(pilot)


async def test_up_and_down_go_from_scale_to_scale(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("m", "6", "down", "3", "down", *"las", "up", "up", "ctrl+s")
        await vaulted.settle(pilot)
        (entry,) = kept(vaulted, pilot)
        details = entry.details_as(CheckInDetails)
        assert (details.load, details.mood, details.word) == (6, 3, "las")
