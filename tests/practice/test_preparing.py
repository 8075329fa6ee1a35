from datetime import timedelta
from typing import Any

import pytest
from textual.content import Content

from journal.dates.wording import day_and_month
from journal.model.entry import Entry, NewEntry
from journal.model.kind import Kind, State
from journal.model.plan import StepDetails
from journal.model.session import SessionDetails
from journal.practice import (
    capturing,
    casework,
    coming_up,
    framing,
    meeting,
    planning,
    preparing,
    reading,
    scheduling,
    sealing,
)
from journal.practice.bringing import brought, brought_for_me, is_prepared
from journal.practice.notebook import Notebook
from screens.sessions.since_last_rows import since_when
from screens.today.rows import session_rows


def situation(notebook: Notebook, title: str, days_ago: float) -> Entry:
    happened_at = notebook.clock() - timedelta(days=days_ago)
    return capturing.write(
        notebook, NewEntry(kind=Kind.SITUATION, title=title, body="Ce qui s’est dit.", happened_at=happened_at)
    )


@pytest.fixture
def session(notebook: Notebook) -> Entry:
    engagement = framing.begin(notebook, "Prendre le poste").ref
    now = notebook.clock()
    first = scheduling.plan_one(notebook, engagement, now - timedelta(days=19), SessionDetails(number=1))
    scheduling.hold(notebook, first)
    return scheduling.plan_one(notebook, engagement, now + timedelta(days=2), SessionDetails(number=2))


def test_what_happened_since_the_last_session_is_gathered(notebook: Notebook, session: Entry) -> None:
    situation(notebook, "Avant", 30)
    recent = [situation(notebook, "Le CODIR", 3), situation(notebook, "Le planning", 10)]
    since = preparing.since_last(notebook, session)
    assert since.previous is not None
    assert [line.ref for line in since.lines] == [each.ref for each in recent]


def test_before_a_first_session_that_lies_ahead_the_page_says_from_which_day_on(notebook: Notebook) -> None:
    at = notebook.clock() + timedelta(days=64)
    first = scheduling.plan_one(notebook, framing.begin(notebook, "Poste").ref, at, SessionDetails(number=1))
    recent, _long_ago = situation(notebook, "Le CODIR", 1), situation(notebook, "Avant", 43)
    since = preparing.since_last(notebook, first)
    assert [line.ref for line in since.lines] == [recent.ref]
    day = day_and_month((notebook.clock() - timedelta(days=42)).date())
    assert since_when(since, first).startswith(f"Written since {day} ")
    held = scheduling.hold(notebook, first)
    assert since_when(since, held).startswith("Written in the six weeks before ")


def test_a_session_that_was_held_gathers_nothing_of_what_came_after_it(notebook: Notebook, session: Entry) -> None:
    at = session.happened_at - timedelta(days=5)  # it was held three days ago
    held = scheduling.hold(notebook, session.with_(happened_at=at))
    before, _after = situation(notebook, "Avant", 4), situation(notebook, "Après", 1)
    planning.add_step(notebook, StepDetails(then="je demande", review_on=None))
    assert [line.ref for line in preparing.since_last(notebook, held).lines] == [before.ref]


def test_a_preparation_keeps_its_order_and_makes_the_session_prepared(notebook: Notebook, session: Entry) -> None:
    a, b = situation(notebook, "A", 2), situation(notebook, "B", 1)
    kept = preparing.prepare(
        notebook, session, question="Comment garder ma place ?", expectation="", brings=(b.ref, a.ref)
    )
    assert kept.state is State.PREPARED
    assert brought(kept) == (b.ref, a.ref)
    page = preparing.preparation_page(notebook, kept)
    assert page.index("Comment garder ma place ?") < page.index("## B") < page.index("## A")


def test_whatever_is_prepared_makes_a_session_prepared_on_every_page(notebook: Notebook, session: Entry) -> None:
    def of_three(said: str) -> Entry:
        return meeting.keep_words(notebook, reading.entry(notebook, session.ref), views={}, said=said, unsaid="")

    def as_worded(page: str) -> Entry:
        return preparing.reword(notebook, reading.entry(notebook, session.ref), page)

    for prepare in (of_three, as_worded):
        kept = prepare("Ce que je veux dire.")
        assert (kept.state, is_prepared(kept)) == (State.PREPARED, True)
        told = " ".join(f"{row.left} {row.right}" for row in session_rows(kept, "", notebook.clock(), Content("")))
        assert "Prepared" in told
        assert scheduling.not_held(notebook, scheduling.hold(notebook, kept)).state is State.PREPARED
        assert prepare("").state is State.PLANNED
        assert prepare(" ? ").state is State.PLANNED  # no word stands in it


def test_a_check_in_that_is_brought_stands_on_no_page(notebook: Notebook, session: Entry) -> None:
    a = situation(notebook, "A", 2)
    mood = capturing.write(
        notebook, NewEntry(kind=Kind.CHECKIN, title="Météo", body="zqserré", happened_at=notebook.clock())
    )
    kept = preparing.prepare(notebook, session, question="Q ?", expectation="", brings=(mood.ref, a.ref))
    assert "zqserré" not in kept.body + preparing.preparation_page(notebook, kept)
    assert brought_for_me(notebook, kept) == (mood.ref,)


def test_emptying_a_preparation_leaves_the_session_planned(notebook: Notebook, session: Entry) -> None:
    kept = preparing.prepare(notebook, session, question="Une question", expectation="", brings=())
    assert preparing.prepare(notebook, kept, question="", expectation="", brings=()).state is State.PLANNED


def test_the_next_session_is_the_nearest_one_ahead(notebook: Notebook, session: Entry) -> None:
    found = coming_up.next_session(notebook)
    assert found is not None
    assert found.ref == session.ref


def test_what_was_thrown_away_or_sealed_since_is_left_out_of_the_page(notebook: Notebook, session: Entry) -> None:
    thrown, sealed = situation(notebook, "Jeté", 1), situation(notebook, "Scellé", 1)
    kept = preparing.prepare(notebook, session, question="", expectation="", brings=(thrown.ref, sealed.ref))
    reading.trash(notebook, thrown.ref)
    sealing.seal(notebook, sealed.ref, notebook.clock() + timedelta(days=30))
    page = preparing.preparation_page(notebook, kept)
    assert "Jeté" not in page
    assert "Scellé" not in page


def test_steps_written_long_ago_are_gathered_when_they_were_looked_at_or_come_back(
    notebook: Notebook, clock: Any, session: Entry
) -> None:
    today = clock.at.date()
    clock.pass_(days=-60)
    done, old, due, stuck, later = (
        planning.add_step(notebook, StepDetails(then=name, review_on=today + timedelta(days=again)))
        for name, again in (("fait", -3), ("vieux", -40), ("à revoir", 1), ("coincé", -5), ("plus tard", 30))
    )
    clock.pass_(days=25)
    planning.look_at(notebook, old, State.DONE)
    clock.pass_(days=32)
    planning.look_at(notebook, done, State.DONE)
    planning.look_at(notebook, stuck, State.POSTPONED, again=today + timedelta(days=20))
    clock.pass_(days=3)
    since = preparing.since_last(notebook, session)
    steps = [line.ref for line in since.lines if line.kind is Kind.STEP]
    assert steps == [due.ref, *sorted((done.ref, stuck.ref), reverse=True)]
    assert since.days[due.ref] == today + timedelta(days=1)
    assert later.ref not in steps


def test_what_is_all_in_its_title_stands_once_on_the_page(notebook: Notebook, session: Entry) -> None:
    step = planning.add_step(notebook, StepDetails(when="Karim me coupe", then="je finis ma phrase"))
    kept = preparing.prepare(notebook, session, question="Q", expectation="", brings=(step.ref,))
    page = preparing.preparation_page(notebook, kept)
    assert f"## {step.title}" in page
    assert page.count("je finis ma phrase") == 1


def test_what_is_brought_stands_one_heading_lower(notebook: Notebook, session: Entry) -> None:
    case = casework.fill(notebook, casework.open_case(notebook, "Ma place"), facts="Sans moi.")
    kept = preparing.prepare(notebook, session, question="Comment ?", expectation="", brings=(case.ref,))
    assert [line for line in kept.body.splitlines() if line.startswith("#")] == [
        "## My question",
        "## Ma place",
        "### The facts",
    ]


def test_a_case_is_brought_to_several_sessions_and_offers_belong_to_the_one_under_way(
    notebook: Notebook, clock: Any, session: Entry
) -> None:
    case = casework.bring_to(notebook, casework.open_case(notebook, "Ma place"), session.ref)
    engagement = scheduling.engagement_of(session)
    assert engagement is not None
    later = scheduling.plan_one(
        notebook, engagement, session.happened_at + timedelta(days=21), SessionDetails(number=3)
    )
    case = casework.bring_to(notebook, case, later.ref)
    assert casework.bring_to(notebook, case, later.ref) == case
    first = casework.session_of(notebook, case)
    clock.pass_(days=24)
    second = casework.session_of(notebook, case)
    assert first is not None
    assert second is not None
    assert (first.ref, second.ref) == (session.ref, later.ref)
    assert reading.entry(notebook, later.ref).state is State.PREPARED
    assert brought(reading.entry(notebook, later.ref)) == (case.ref,)
