"""Choosing a protocol: three proposals, all others one key away, none imposed."""

from typing import Any

import pytest

from journal import language
from journal.model.kind import Kind
from journal.model.pattern import Pattern
from journal.practice import choosing
from journal.protocols.library import shipped
from screens.questioning.choose_protocol import ChooseProtocolScreen
from screens.questioning.place import QuestioningScreen
from screens.widgets.rows import Rows


@pytest.mark.slow_proof
async def test_every_protocol_is_reached_under_its_heading_with_four_keys(asking: Any) -> None:
    async with asking.unlocked_app() as pilot:
        about = asking.situation(pilot).ref
        reached = set()
        headings = choosing.by_theme(shipped())
        for heading, protocols in zip("abcdefg", headings.values(), strict=False):
            for letter, _protocol in zip("abcdefghijk", protocols, strict=False):
                await asking.question(pilot, about)  # the first key
                await pilot.press("o", heading, letter)
                await asking.settle(pilot)
                assert isinstance(pilot.app.screen, QuestioningScreen)
                reached.add(pilot.app.screen.run.protocol.code)
                await pilot.press("escape")
                await asking.settle(pilot)
        assert reached == {protocol.code for protocol in shipped().protocols if protocol.review is None}


@pytest.mark.parametrize("spoken", language.languages())
async def test_the_picker_stays_calm(asking: Any, spoken: language.Language) -> None:
    language.choose(spoken)
    async with asking.unlocked_app() as pilot:
        await asking.question(pilot, asking.situation(pilot).ref)
        for _view in ("the offers", "the headings"):
            rows = pilot.app.screen.query_one(Rows)
            assert len([one for one in rows.options if one.id]) <= 5
            await pilot.press("o")
            await asking.settle(pilot)


@pytest.mark.parametrize(("spoken", "word", "found"), [("fr", "déleg", "delegation"), ("en", "deleg", "managers")])
async def test_a_word_finds_a_protocol_with_or_without_accents(
    asking: Any, spoken: language.Language, word: str, found: str
) -> None:
    language.choose(spoken)
    async with asking.unlocked_app() as pilot:
        await asking.question(pilot, asking.situation(pilot).ref)
        await pilot.press("slash", *word)
        await asking.settle(pilot)
        shown = {one.id for one in pilot.app.screen.query_one(Rows).options}
        assert found in shown
        assert len(shown) < 6
        await pilot.press("enter")
        await asking.settle(pilot)
        assert isinstance(pilot.app.screen, QuestioningScreen)


async def test_escape_leads_back_through_the_headings_to_the_offers_and_out(asking: Any) -> None:
    async with asking.unlocked_app() as pilot:
        await asking.question(pilot, asking.situation(pilot).ref)
        await pilot.press("o", "b", "escape")
        await asking.settle(pilot)
        assert "Along the road" in asking.shown(pilot)
        await pilot.press("escape")
        await asking.settle(pilot)
        assert "Three ways in" in asking.shown(pilot)
        await pilot.press("escape")
        await asking.settle(pilot)
        assert not isinstance(pilot.app.screen, ChooseProtocolScreen)


async def test_three_proposals_stand_with_their_reasons_and_none_is_imposed(asking: Any) -> None:
    async with asking.unlocked_app() as pilot:
        about = asking.situation(pilot, patterns=[Pattern.SOLITUDE]).ref
        await asking.question(pilot, about)
        assert isinstance(pilot.app.screen, ChooseProtocolScreen)
        assert "alone with a decision" in asking.shown(pilot)
        await pilot.press("escape")
        await asking.settle(pilot)
        assert asking.kept(pilot, Kind.REFLECTION) == []
        await asking.question(pilot, about)
        await pilot.press("1")
        await asking.settle(pilot)
        assert pilot.app.screen.run.protocol.code == "alone"


async def test_text_of_a_person_is_shown_as_it_is(asking: Any) -> None:
    async with asking.unlocked_app() as pilot:
        about = asking.situation(pilot, title="[/x]", body="[@click=app.quit]x[/] \x1b[31m").ref
        await asking.question(pilot, about)
        assert "[/x]" in asking.shown(pilot)
        await pilot.press("o", "a", "a", "f2")
        await asking.settle(pilot)
        assert "[@click=app.quit]" in asking.shown(pilot)


async def test_q_on_today_proposes_protocols_for_the_chosen_entry(asking: Any) -> None:
    async with asking.unlocked_app() as pilot:
        asking.situation(pilot)
        asking.app_of(pilot).screen.refresh_content()
        await asking.settle(pilot)
        await pilot.press("q")
        await asking.settle(pilot)
        assert isinstance(pilot.app.screen, ChooseProtocolScreen)
