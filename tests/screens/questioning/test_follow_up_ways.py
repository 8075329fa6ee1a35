"""Follow-ups that lead elsewhere: the check-in, whom to talk to, a pass in the heat; the run waits underneath."""

from datetime import datetime
from typing import Any

import pytest
from textual.pilot import Pilot

from journal import language
from journal.model.follow_up import FollowUp
from journal.model.protocol import Family
from journal.practice import left_runs
from journal.practice.follow_up_choice import FollowUpChoice
from journal.practice.following_up import follow_ups
from journal.practice.run import Run
from journal.protocols.families.word_lists import vocabulary
from journal.protocols.library import shipped
from screens.checking_in.checkin import CheckInScreen
from screens.checking_in.curve import CurveScreen
from screens.questioning.follow_up_destinations import DestinationsScreen, ways_from
from screens.questioning.place import QuestioningScreen
from screens.widgets.answer_area import AnswerArea

TIRED = {"fr": "Je ne dors plus depuis deux semaines.", "en": "I have not slept for two weeks, I am exhausted."}
BURNING = {"fr": "J’étais furieux contre lui.", "en": "I was furious with him."}


async def asked(vaulted: Any, pilot: Pilot[Any], text: str) -> None:
    """Begin a protocol with room for every follow-up, and answer so."""
    pilot.app.push_screen(QuestioningScreen(code="loop"))
    await vaulted.settle(pilot)
    pilot.app.screen.query_one(AnswerArea).insert(text)
    await pilot.pause()
    pilot.app.screen._rested()
    await vaulted.settle(pilot)
    await pilot.press("f4")
    await vaulted.settle(pilot)
    assert isinstance(pilot.app.screen, DestinationsScreen)


@pytest.mark.parametrize("spoken", language.languages())
@pytest.mark.parametrize(("way", "opens"), [("2", CheckInScreen), ("3", CurveScreen)])
async def test_a_body_signal_leads_to_the_check_in_and_to_whom_to_talk_to_and_back(
    vaulted: Any, spoken: language.Language, way: str, opens: type
) -> None:
    language.choose(spoken)
    async with vaulted.unlocked_app() as pilot:
        await asked(vaulted, pilot, TIRED[spoken])
        await pilot.press(way)
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, opens)
        if opens is CurveScreen:
            assert "3114" in vaulted.shown(pilot)
        await pilot.press("escape")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, QuestioningScreen)
        assert pilot.app.screen.query_one(AnswerArea).text == TIRED[spoken]
        assert pilot.app.screen._offer is None or pilot.app.screen._offer.family is not Family.BODY_SIGNAL


@pytest.mark.parametrize("spoken", language.languages())
async def test_a_burning_word_leads_through_the_heat_and_back_to_the_same_question(
    vaulted: Any, spoken: language.Language
) -> None:
    language.choose(spoken)
    async with vaulted.unlocked_app() as pilot:
        await asked(vaulted, pilot, BURNING[spoken])
        await pilot.press("2")
        await vaulted.settle(pilot)
        assert pilot.app.screen.run.protocol.code == "heat"
        await pilot.press("8", "escape")
        await vaulted.settle(pilot)
        assert pilot.app.screen.run.protocol.code == "loop"
        assert pilot.app.screen.query_one(AnswerArea).text == BURNING[spoken]


async def test_a_burning_word_may_lead_to_a_pause_that_keeps_all(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await asked(vaulted, pilot, BURNING["en"])
        await pilot.press("3")
        await vaulted.settle(pilot)
        assert not isinstance(pilot.app.screen, QuestioningScreen)
        (left,) = left_runs.open_reflections(vaulted.app(pilot).journal.notebook)
        run = left_runs.resume(vaulted.app(pilot).journal.notebook, shipped(), left.key)
        assert run.typed == BURNING["en"]


async def test_it_can_be_answered_on_the_spot_and_escape_changes_nothing(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await asked(vaulted, pilot, TIRED["en"])
        await pilot.press("escape")
        await vaulted.settle(pilot)
        assert pilot.app.screen.run.following is None
        await pilot.press("f4", "1")
        await vaulted.settle(pilot)
        assert pilot.app.screen.run.following.family is Family.BODY_SIGNAL


@pytest.mark.parametrize(("spoken", "said"), [("fr", "Je fulmine."), ("en", "I am fuming.")])
async def test_what_burns_inside_the_heat_never_leads_into_the_heat_again(
    vaulted: Any, spoken: language.Language, said: str
) -> None:
    language.choose(spoken)
    async with vaulted.unlocked_app() as pilot:
        pilot.app.push_screen(ways_from(_burning(spoken, said), "heat"))
        await vaulted.settle(pilot)
        assert shipped().get("heat").title.in_(spoken) not in vaulted.shown(pilot)
        await pilot.press("2")
        await vaulted.settle(pilot)
        assert not isinstance(pilot.app.screen, DestinationsScreen)


def _burning(spoken: language.Language, said: str) -> FollowUp:
    (offer,) = follow_ups(said, spoken, allowed=[Family.STRONG_INTENSITY])
    return offer


@pytest.mark.parametrize("spoken", language.languages())
def test_no_follow_up_names_a_protocol(spoken: language.Language) -> None:
    titles = [protocol.title.in_(spoken) for protocol in shipped().protocols]
    asked_of_all = [q for family in vocabulary(spoken).families for case in family.questions for q in case]
    assert not [(title, q) for title in titles for q in asked_of_all if f"«\u00a0{title}" in q or f"“{title}" in q]


@pytest.mark.parametrize("spoken", language.languages())
@pytest.mark.parametrize("code", [protocol.code for protocol in shipped().protocols])
def test_no_protocol_offers_itself(spoken: language.Language, code: str) -> None:
    """Whatever burns in an answer to any of its questions: neither a way to it nor its title is offered."""
    language.choose(spoken)
    title = shipped().get(code).title.in_(spoken)
    for prompt in shipped().get(code).prompts:
        for said in (TIRED[spoken], BURNING[spoken]):
            offer = FollowUpChoice().best(placed(code, prompt.id, spoken), said, ())
            if offer is None:
                continue
            told = ways_from(offer, code)._ways if offer.leads_to else []
            assert code not in [way for way, _words in told]
            assert not [words for words in (offer.question, *(each for _way, each in told)) if title in words]


def placed(code: str, prompt: str, spoken: language.Language = "en") -> Run:
    """Return a run of a protocol at one of its questions."""
    protocol = shipped().get(code)
    return Run(protocol, spoken, "reflection:x", prompt, datetime.fromisoformat("2026-11-23T18:42:00+01:00"))


def test_the_first_mention_of_the_body_is_offered_once_a_run() -> None:
    asking = [one.id for one in shipped().get("heat").prompts if Family.BODY_SIGNAL in one.families]
    first, second = asking[0], asking[-1]
    assert first != second
    offering = FollowUpChoice()
    for words in (TIRED["en"], TIRED["en"] + " Really."):
        offer = offering.best(placed("heat", first), words, ())
        assert offer is not None
        assert offer.family is Family.BODY_SIGNAL
    later = offering.best(placed("heat", second), TIRED["en"], ())
    assert later is None or later.family is not Family.BODY_SIGNAL
    anew = FollowUpChoice().best(placed("heat", second), TIRED["en"], ())
    assert anew is not None
    assert anew.family is Family.BODY_SIGNAL


def test_wordings_rotate_from_question_to_question() -> None:
    always = "She always cuts me off."
    offers = [FollowUpChoice().best(placed("difficult-talk", at), always, ()) for at in ("facts", "first-sentence")]
    assert [offer.family for offer in offers if offer] == [Family.ABSOLUTES, Family.ABSOLUTES]
    assert len({offer.question for offer in offers if offer}) == 2
