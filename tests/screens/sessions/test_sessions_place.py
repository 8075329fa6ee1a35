"""The place of sessions: what stands on it, and the keys that it tells."""

from typing import Any

import pytest

from journal import language
from journal.practice import fictitious_year, framing, withdrawing
from journal.practice.notebook import Notebook
from screens.engagement.place import EngagementScreen
from screens.sessions.place import SessionsScreen
from tests.screens.sessions.conftest import prepared, with_sessions


@pytest.mark.parametrize(
    ("spoken", "held", "question"),
    [
        ("en", "6 sessions held out of 10 · 11 h 30 min of 20 h", "The question I’m bringing"),
        ("fr", "6 séances tenues sur 10 · 11\u00a0h\u00a030 sur 20\u00a0h", "La question que j’apporte"),
    ],
)
async def test_the_year_is_told_in_both_languages_at_each_size(
    vaulted: Any, spoken: language.Language, held: str, question: str
) -> None:
    language.choose(spoken)
    prepared(vaulted, lambda notebook: fictitious_year.live(notebook, spoken))
    async with vaulted.unlocked_app((80, 24)) as pilot:
        await pilot.press("4")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, SessionsScreen)
        assert held in vaulted.shown(pilot)
        await pilot.resize_terminal(120, 40)
        await vaulted.settle(pilot)
        assert held in vaulted.shown(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert question in vaulted.shown(pilot)
        await pilot.resize_terminal(80, 24)
        await vaulted.settle(pilot)
        assert question in vaulted.shown(pilot)


async def test_an_engagement_that_ended_stays_within_reach(vaulted: Any) -> None:
    def fill(notebook: Notebook) -> int:
        with_sessions(notebook, (2,))
        return withdrawing.withdraw(notebook, framing.begin(notebook, "Avant").ref).ref

    prepared(vaulted, fill)
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("4", "end", "enter")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, EngagementScreen)
        assert pilot.app.screen.page_title() == "Avant"


async def test_the_keys_told_are_those_of_the_row_and_what_was_stands_apart(vaulted: Any) -> None:
    prepared(vaulted, lambda notebook: with_sessions(notebook, (-9, 12)))
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("4")
        await vaulted.settle(pilot)
        shown = vaulted.shown(pilot)
        assert shown.index("in 12 days") < shown.index("─── so far") < shown.index(" held   ")
        assert "r move" in shown
        await pilot.press("z")  # cancelled, it still lies ahead
        await vaulted.settle(pilot)
        assert vaulted.shown(pilot).index("cancelled  ") < vaulted.shown(pilot).index("─── so far")
        await pilot.press("u", "up", "home")
        await vaulted.settle(pilot)
        shown = vaulted.shown(pilot)
        assert "r move" not in shown
        assert "e frame" in shown


async def test_an_empty_place_offers_to_begin_first(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("4")
        await vaulted.settle(pilot)
        assert vaulted.shown(pilot).splitlines()[-1].strip().startswith("b begin")
