"""Sessions a case is brought to can be seen and taken back; an evening tells a case that was prepared."""

from datetime import timedelta

from journal.model.case import OfferKind
from journal.model.entry import Entry
from journal.model.kind import State
from journal.model.session import SessionDetails
from journal.practice import case_sessions, casework, evenings, framing, own_turn, reading, scheduling
from journal.practice.bringing import brought
from journal.practice.notebook import Notebook


def _again(notebook: Notebook, entry: Entry) -> Entry:
    return reading.entry(notebook, entry.ref)


def test_the_same_key_brings_a_case_and_takes_it_back(notebook: Notebook, evening: Entry) -> None:
    case = casework.open_case(notebook, "Couper")
    case = case_sessions.bring_or_not(notebook, case, evening.ref)
    assert [line.ref for line in casework.sessions_of(notebook, case)] == [evening.ref]
    assert brought(_again(notebook, evening)) == (case.ref,)
    case = case_sessions.bring_or_not(notebook, case, evening.ref)
    assert casework.sessions_of(notebook, case) == []
    assert brought(_again(notebook, evening)) == ()
    assert _again(notebook, evening).state is State.PLANNED  # nothing of it is prepared any more


def test_groups_stand_first_unless_the_case_is_for_an_individual_session(notebook: Notebook, group: Entry) -> None:
    alone = framing.begin(notebook, "Coaching")
    one = scheduling.plan_one(notebook, alone.ref, notebook.clock() + timedelta(days=2), SessionDetails(number=2))
    case = casework.open_case(notebook, "Couper")
    order = [each.engagement.ref for each in case_sessions.offered(notebook, case)]
    assert order == [group.ref, alone.ref]
    case = casework.bring_to(notebook, case, one.ref)
    assert [each.engagement.ref for each in case_sessions.offered(notebook, case)] == [alone.ref, group.ref]


def test_of_what_was_held_the_last_can_be_chosen_and_those_that_were(notebook: Notebook, group: Entry) -> None:
    days = [notebook.clock() - timedelta(days=each) for each in (30, 20, 10)]
    planned = [scheduling.plan_one(notebook, group.ref, day, SessionDetails()) for day in days]
    held = [scheduling.hold(notebook, each) for each in planned]
    case = casework.bring_to(notebook, casework.open_case(notebook, "Couper"), held[0].ref)
    [offered] = case_sessions.offered(notebook, case)
    assert [each.ref for each in offered.held] == [held[0].ref, held[2].ref]


def test_an_evening_tells_a_case_that_was_prepared_before(notebook: Notebook, evening: Entry) -> None:
    prepared = casework.fill(notebook, casework.open_case(notebook, "Être coupée"), facts="Karim coupe.")
    assert [each.ref for each in own_turn.cases_to_tell(notebook, evening)] == [prepared.ref]
    own_turn.tell_own(notebook, evening, prepared.ref)
    told = evenings.case_told(notebook, _again(notebook, evening))
    assert told is not None
    assert told.ref == prepared.ref


def test_a_case_begun_in_vain_gives_way_and_one_that_holds_a_line_stays(notebook: Notebook, evening: Entry) -> None:
    prepared = casework.open_case(notebook, "Être coupée")
    own_turn.tell_new(notebook, evening, "Mon cas")
    empty = evenings.case_told(notebook, _again(notebook, evening))
    assert empty is not None
    meeting = own_turn.tell_own(notebook, _again(notebook, evening), prepared.ref)
    assert brought(meeting) == (prepared.ref,)
    assert _again(notebook, empty).trashed_at
    casework.offered(notebook, _again(notebook, prepared), OfferKind.ANGLE, "et si ?", evening.ref)
    meeting = own_turn.tell_new(notebook, meeting, "Un autre")
    assert brought(meeting)[1:] == (prepared.ref,)
