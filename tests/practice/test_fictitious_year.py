"""The invented year: the same story in both languages, the seventh session two days ahead, whatever day it is."""

from collections import Counter
from datetime import datetime, timedelta
from typing import Any

import pytest

from journal.language import languages
from journal.model.case import CaseDetails
from journal.model.engagement import EngagementDetails
from journal.model.entry import Entry
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.session import SessionDetails
from journal.practice import casework, coming_up, fictitious_year, framing, preparing, reading
from journal.practice.bringing import brought
from journal.practice.notebook import Notebook

SATURDAY = 5


def told(language: str) -> list[dict[str, Any]]:
    return fictitious_year.told(language)["entries"]  # type: ignore[arg-type]


def test_both_languages_tell_the_same_story() -> None:
    french, english = (told(language) for language in languages())
    assert [entry["key"] for entry in french] == [entry["key"] for entry in english]
    for one, other in zip(french, english, strict=True):
        for field in ("kind", "day", "at", "state", "links", "patterns", "people"):
            assert one.get(field) == other.get(field) or field == "people", one["key"]
        assert len(one.get("people", ())) == len(other.get("people", ())), one["key"]


def test_it_holds_what_a_year_of_accompaniment_holds() -> None:
    kinds = Counter(entry["kind"] for entry in told("fr"))
    assert kinds["situation"] >= 150
    assert sum(entry["key"].startswith("session-") for entry in told("fr")) == 10
    for kind, least in (("reflection", 10), ("plan", 5), ("step", 8), ("learning", 10), ("checkin", 15), ("case", 3)):
        assert kinds[kind] >= least, kind


@pytest.mark.parametrize("today", ["2026-11-25", "2027-01-01", "2026-03-26"])
def test_the_seventh_session_is_two_days_ahead_and_nobody_works_on_a_sunday(notebook: Notebook, today: str) -> None:
    at = datetime.fromisoformat(f"{today}T18:00:00+01:00")
    then = notebook.at(lambda: at)
    refs = fictitious_year.live(then, "fr")
    following = coming_up.next_session(then, refs["engagement"])
    assert following is not None
    assert (following.ref, following.happened_at.date()) == (refs["session-7"], at.date() + timedelta(days=2))
    days = [line.happened_at.date() for line in reading.newest(then, Filter(), 1000) if line.ref != following.ref]
    assert not [day for day in days if day.weekday() >= SATURDAY or (day.month, day.day) == (1, 1)]


def lived(notebook: Notebook) -> dict[str, Entry]:
    refs = fictitious_year.live(notebook, "en")
    return {key: reading.entry(notebook, ref) for key, ref in refs.items()}


def test_sessions_that_were_held_were_prepared_and_cases_keep_what_was_offered(notebook: Notebook) -> None:
    year = lived(notebook)
    for number in range(1, 7):
        session = year[f"session-{number}"]
        assert session.state is State.HELD
        details = session.details_as(SessionDetails)
        assert all((details.question, details.expectation, details.notes, brought(session)))
        assert session.body.startswith("## My question")
    case = year["case-1"].details_as(CaseDetails)
    sessions = [offer.session for offer in case.offers]
    assert sessions.count(year["group-session-2"].ref) == 12
    assert year["session-5"].ref in sessions
    told_last = casework.session_of(notebook, year["case-1"])
    assert told_last is not None
    assert told_last.ref == year["session-5"].ref


def test_the_agreement_is_worded_and_everybody_agreed(notebook: Notebook) -> None:
    fictitious_year.live(notebook, "fr")
    for engagement in framing.engagements(notebook):
        frame = engagement.details_as(EngagementDetails)
        names = {party.name for party in frame.parties}
        for clause in frame.clauses:
            assert clause.text
            assert {consent.by for consent in clause.consents} == names


def test_since_the_last_session_tells_steps_that_were_done_stuck_or_due(notebook: Notebook) -> None:
    year = lived(notebook)
    since = preparing.since_last(notebook, year["session-7"])
    steps = {year[key].ref for key in ("step-6", "step-7", "step-9", "step-10")}
    assert steps <= {line.ref for line in since.lines if line.kind is Kind.STEP}
    assert year["step-1"].ref not in since.steps


def test_each_language_has_its_own_people() -> None:
    with_names = [{person["name"] for person in fictitious_year.told(each)["people"]} for each in languages()]
    assert not set.intersection(*with_names)
