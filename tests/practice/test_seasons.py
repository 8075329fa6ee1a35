"""What the time calls for is offered beside what the situation calls for, and never instead of it."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from journal.model.engagement import EngagementDetails
from journal.model.entry import Entry, NewEntry
from journal.model.kind import Kind, State
from journal.model.reason import Reason
from journal.model.reflection import ReflectionDetails
from journal.practice import capturing, choosing, framing, questioning, scheduling
from journal.practice.decisions import day_told
from journal.practice.notebook import Notebook, open_notebook
from journal.practice.run import at_prompt
from journal.practice.seasons import in_season
from journal.protocols.library import shipped
from journal.vault.vault import OpenVault

TUESDAY = datetime.fromisoformat("2026-11-24T18:00:00+01:00")


class Now:
    at = TUESDAY

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def now() -> Now:
    return Now()


@pytest.fixture
def nb(vault: OpenVault, now: Now) -> Iterator[Notebook]:
    notebook = open_notebook(vault, clock=now)
    yield notebook
    notebook.store.close()


def situation(nb: Notebook) -> Entry:
    new = NewEntry(kind=Kind.SITUATION, title="t", body="On verra.", happened_at=nb.clock())
    return capturing.write(nb, new)


def codes(nb: Notebook) -> list[str]:
    return [code for code, _reason in in_season(nb)]


def test_an_ordinary_day_has_no_season(nb: Notebook) -> None:
    assert codes(nb) == []
    assert len(choosing.proposals(nb, situation(nb).ref, shipped())) == 3


def test_friday_offers_the_end_of_the_week_in_the_third_place(nb: Notebook, now: Now) -> None:
    now.at = TUESDAY + timedelta(days=3)
    offered = choosing.proposals(nb, situation(nb).ref, shipped())
    assert [one.protocol.code == "week" for one in offered] == [False, False, True]
    assert offered[2].reason == "The week is ending."


def test_a_new_role_offers_the_hundred_days_until_they_are_over(nb: Notebook, now: Now) -> None:
    engagement = framing.begin(nb, "A year", starts_on=TUESDAY.date())
    details = engagement.details_as(EngagementDetails).with_(reasons=(Reason.NEW_POST,))
    framing.reframe(nb, engagement, details)
    assert codes(nb) == ["hundred-days"]
    now.at = TUESDAY + timedelta(days=101)
    assert "hundred-days" not in codes(nb)


def test_no_scene_is_questioned_with_what_looks_at_the_road(nb: Notebook) -> None:
    framing.enter_stage(nb, framing.begin(nb, "A year"), State.CLOSING)
    assert codes(nb) == []


def test_a_session_just_held_offers_what_it_left(nb: Notebook, now: Now) -> None:
    engagement = framing.begin(nb, "A year")
    session = scheduling.add_one(nb, engagement, now.at - timedelta(hours=3))
    scheduling.hold(nb, session)
    assert codes(nb) == ["after-session"]
    now.at = TUESDAY + timedelta(days=4)
    assert "after-session" not in codes(nb)


def decided(nb: Notebook, stands: str, again: str = "") -> Entry:
    run = questioning.start(nb, shipped().get("alone"))
    run = questioning.answer(at_prompt(run, "stands"), stands)
    run = questioning.answer(at_prompt(run, "look-again"), again)
    done = questioning.finish(nb, run)
    assert done is not None
    return done


def test_a_decision_taken_is_gone_back_to_a_month_later_and_once(nb: Notebook, now: Now) -> None:
    decided(nb, "taken")
    assert codes(nb) == []
    now.at = TUESDAY + timedelta(days=31)
    assert codes(nb)[0] == "decision-back"
    run = questioning.start(nb, shipped().get("decision-back"))
    assert questioning.finish(nb, questioning.answer(run, "B")) is not None
    assert "decision-back" not in codes(nb)


def test_a_decision_still_open_is_not_gone_back_to(nb: Notebook, now: Now) -> None:
    decided(nb, "leaning")
    now.at = TUESDAY + timedelta(days=31)
    assert "decision-back" not in codes(nb)


@pytest.mark.parametrize(
    "again",
    [
        "Le 5 décembre, alors je regarde les chiffres.",
        "On 5 December, I will look at the figures.",
        "5 décembre",
        "pour moi le 5 décembre 2026",
        "Quand viendra le 5 décembre, je regarderai les chiffres.",
    ],
)
def test_a_decision_is_gone_back_to_on_the_day_that_was_typed(nb: Notebook, now: Now, again: str) -> None:
    decided(nb, "taken", again)
    now.at = datetime(2026, 12, 4, 9, tzinfo=TUESDAY.tzinfo)
    assert "decision-back" not in codes(nb)
    now.at += timedelta(days=1)
    assert codes(nb)[0] == "decision-back"
    run = questioning.start(nb, shipped().get("decision-back"))
    assert questioning.finish(nb, questioning.answer(run, "B")) is not None
    assert "decision-back" not in codes(nb)


def test_a_decision_put_off_until_a_day_is_taken_up_again_that_day(nb: Notebook, now: Now) -> None:
    decided(nb, "suspended", "Le 5 décembre")
    assert "alone" not in codes(nb)
    now.at = datetime(2026, 12, 6, 9, tzinfo=TUESDAY.tzinfo)
    assert codes(nb)[0] == "alone"
    decided(nb, "leaning")
    assert "alone" not in codes(nb)


@pytest.mark.parametrize("again", ["", "quand j’en aurai parlé", "when I feel ready", "hier", "…"])
def test_words_that_tell_no_day_wait_as_before(again: str) -> None:
    assert day_told(again, TUESDAY) is None


def test_a_reflection_is_never_offered_its_own_protocol(nb: Notebook) -> None:
    for protocol in shipped().protocols:
        run = questioning.start(nb, protocol)
        details = ReflectionDetails(protocol=protocol.code)
        new = NewEntry(kind=Kind.REFLECTION, title="t", body="I am fuming", happened_at=run.begun_at, details=details)
        offered = choosing.proposals(nb, capturing.write(nb, new).ref, shipped())
        assert protocol.code not in [one.protocol.code for one in offered]
        assert len(offered) == 3


def test_the_day_of_a_decision_is_told_in_its_reason(nb: Notebook, now: Now) -> None:
    decided(nb, "taken")
    now.at = TUESDAY + timedelta(days=31)
    assert next(reason for _code, reason in in_season(nb)) == "You took a decision on 24 November."
