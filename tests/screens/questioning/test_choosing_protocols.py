"""Choosing a protocol: three proposals, all others one key away, none imposed."""

from typing import Any

from journal.model.kind import Kind
from journal.model.pattern import Pattern
from journal.protocols.library import shipped
from screens.questioning.choose_protocol import ChooseProtocolScreen
from screens.questioning.place import QuestioningScreen


async def test_all_fourteen_are_reached_with_three_keys_from_a_situation(asking: Any) -> None:
    async with asking.inside() as pilot:
        about = asking.situation(pilot).ref
        reached = set()
        for letter in "abcdefghijklmn":
            await asking.question(pilot, about)  # the first key
            await pilot.press("o", letter)
            await asking.settle(pilot)
            assert isinstance(pilot.app.screen, QuestioningScreen)
            reached.add(pilot.app.screen.run.protocol.code)
            await pilot.press("escape")
            await asking.settle(pilot)
        assert reached == {protocol.code for protocol in shipped().protocols}


async def test_three_proposals_stand_with_their_reasons_and_none_is_imposed(asking: Any) -> None:
    async with asking.inside() as pilot:
        about = asking.situation(pilot, patterns=[Pattern.SOLITUDE]).ref
        await asking.question(pilot, about)
        assert isinstance(pilot.app.screen, ChooseProtocolScreen)
        assert "alone with the decision" in asking.shown(pilot)
        await pilot.press("escape")
        await asking.settle(pilot)
        assert asking.kept(pilot, Kind.REFLECTION) == []
        await asking.question(pilot, about)
        await pilot.press("1")
        await asking.settle(pilot)
        assert pilot.app.screen.run.protocol.code == "alone"


async def test_text_of_a_person_is_shown_as_it_is(asking: Any) -> None:
    async with asking.inside() as pilot:
        about = asking.situation(pilot, title="[/x]", body="[@click=app.quit]x[/] \x1b[31m").ref
        await asking.question(pilot, about)
        assert "[/x]" in asking.shown(pilot)
        await pilot.press("o", "a", "f2")
        await asking.settle(pilot)
        assert "[@click=app.quit]" in asking.shown(pilot)


async def test_q_on_today_proposes_protocols_for_the_chosen_entry(asking: Any) -> None:
    async with asking.inside() as pilot:
        asking.situation(pilot)
        asking.app_of(pilot).screen.refresh_content()
        await asking.settle(pilot)
        await pilot.press("q")
        await asking.settle(pilot)
        assert isinstance(pilot.app.screen, ChooseProtocolScreen)
