"""Stages: what moving on proposes, what it lets go, and the one way back."""

from datetime import timedelta

import pytest

from journal.model.engagement import EngagementDetails
from journal.model.entry import Entry
from journal.model.kind import State
from journal.model.milestone import Milestone
from journal.model.session import SessionDetails, SessionKind
from journal.practice import choosing, coming_up, framing, reading, road, scheduling, stages, withdrawing
from journal.practice.notebook import Notebook
from journal.protocols.library import shipped


@pytest.fixture
def engagement(notebook: Notebook) -> Entry:
    begun = framing.begin(notebook, "Une année")
    framing.agree_objective(notebook, begun.ref, "Prendre ma place")
    now = notebook.clock()
    held = scheduling.plan_one(notebook, begun.ref, now - timedelta(days=9), SessionDetails(number=1))
    scheduling.hold(notebook, held)
    scheduling.plan_one(notebook, begun.ref, now + timedelta(days=9), SessionDetails(number=2))
    last = SessionDetails(number=3, meeting=SessionKind.CLOSING)
    scheduling.plan_one(notebook, begun.ref, now + timedelta(days=19), last)
    return begun


def states(notebook: Notebook, engagement: Entry) -> list[State]:
    return [each.state for each in scheduling.sessions(notebook, engagement.ref)]


def test_what_a_stage_proposes_is_told_before_it_is_entered(notebook: Notebook, engagement: Entry) -> None:
    closing = stages.move_on(notebook, engagement.ref, State.DEVELOPMENT)
    proposal = stages.proposal(notebook, closing)
    assert proposal is not None
    assert (proposal.stage, len(proposal.open_objectives)) == (State.CLOSING, 1)
    assert [scheduling.number_of(each) for each in proposal.ahead] == [2]  # the closing session is not let go of then
    assert stages.proposal(notebook, withdrawn(notebook, engagement)) is None


def withdrawn(notebook: Notebook, engagement: Entry) -> Entry:
    return withdrawing.withdraw(notebook, engagement.ref)


@pytest.mark.parametrize("let_go", [True, False])
def test_towards_the_close_planned_sessions_are_kept_or_let_go(
    notebook: Notebook, engagement: Entry, let_go: bool
) -> None:
    stages.move_on(notebook, engagement.ref, State.CLOSING, let_go=let_go)
    assert states(notebook, engagement) == [
        State.HELD,
        State.CANCELLED if let_go else State.PLANNED,
        State.PLANNED,
    ]


@pytest.mark.parametrize("way", ["closed", "withdrawn"])
def test_the_end_lets_everything_go_that_lay_ahead_and_one_key_brings_it_back(
    notebook: Notebook, engagement: Entry, way: str
) -> None:
    if way == "closed":
        ended = stages.move_on(notebook, engagement.ref, State.CLOSED)
    else:
        ended = withdrawn(notebook, engagement)
    assert states(notebook, engagement) == [State.HELD, State.CANCELLED, State.CANCELLED]
    assert ended.details_as(EngagementDetails).ended_on == notebook.clock().date()
    assert coming_up.next_session(notebook) is None
    back = stages.go_back(notebook, engagement.ref)
    assert back.state is State.FRAMING
    assert back.details_as(EngagementDetails).ended_on is None
    assert states(notebook, engagement) == [State.HELD, State.PLANNED, State.PLANNED]
    assert stages.way_back(back, notebook.clock().date()) is None
    assert stages.go_back(notebook, engagement.ref) == back


def test_a_session_that_was_touched_since_stays_as_it_is(notebook: Notebook, engagement: Entry) -> None:
    stages.move_on(notebook, engagement.ref, State.CLOSED)
    second = scheduling.sessions(notebook, engagement.ref)[1]
    scheduling.hold(notebook, second)
    reading.trash(notebook, scheduling.sessions(notebook, engagement.ref)[2].ref)
    stages.go_back(notebook, engagement.ref)
    assert states(notebook, engagement) == [State.HELD, State.HELD]


def test_the_way_back_ends_after_thirty_days_and_with_the_next_stage(notebook: Notebook, engagement: Entry) -> None:
    moved = stages.move_on(notebook, engagement.ref, State.DEVELOPMENT)
    notebook.clock.pass_(days=30)  # type: ignore[attr-defined]
    assert stages.way_back(moved, notebook.clock().date()) is not None
    notebook.clock.pass_(days=1)  # type: ignore[attr-defined]
    assert stages.way_back(moved, notebook.clock().date()) is None
    assert stages.go_back(notebook, engagement.ref).state is State.DEVELOPMENT
    closing = stages.move_on(notebook, engagement.ref, State.CLOSING)
    assert stages.go_back(notebook, closing.ref).state is State.DEVELOPMENT


def test_nothing_of_an_engagement_that_ended_is_announced_even_in_an_old_journal(
    notebook: Notebook, engagement: Entry
) -> None:
    framing.enter_stage(notebook, engagement, State.CLOSED)  # as journals had it: nothing was let go
    assert State.PLANNED in states(notebook, engagement)
    assert coming_up.next_session(notebook) is None


def test_after_the_end_no_question_supposes_a_practitioner_or_a_session(notebook: Notebook, engagement: Entry) -> None:
    asked = {each.code for each in choosing.asked_now(notebook, shipped())}
    assert {"after-session", "consultant"} <= asked
    assert "later" not in asked
    stages.move_on(notebook, engagement.ref, State.CLOSED)
    asked = {each.code for each in choosing.asked_now(notebook, shipped())}
    assert not {"after-session", "consultant", "peer-case"} & asked
    assert {"later", "three-times"} <= asked
    for _day in range(30):
        notebook.clock.pass_(days=1)  # type: ignore[attr-defined]
        question = choosing.question_of_the_day(notebook, shipped())
        assert question is not None
        assert question.protocol.code in asked
        choosing.note_question(notebook, question)


def test_three_months_later_is_offered_in_its_time(notebook: Notebook, engagement: Entry) -> None:
    stages.move_on(notebook, engagement.ref, State.CLOSED)
    assert road.offer(notebook) is None
    notebook.clock.pass_(days=90)  # type: ignore[attr-defined]
    offered = road.offer(notebook)
    assert offered is not None
    assert offered.which is Milestone.LATER
    notebook.clock.pass_(days=120)  # type: ignore[attr-defined]
    assert road.offer(notebook) is None
