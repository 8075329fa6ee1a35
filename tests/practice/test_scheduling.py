from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from journal.model.engagement import EngagementDetails, Form
from journal.model.entry import Entry
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.session import SessionDetails
from journal.practice import coming_up, framing, preparing, reading, scheduling
from journal.practice.notebook import Notebook
from tests.practice.conftest import StandingClock

PARIS = ZoneInfo("Europe/Paris")


def localise(naive: datetime) -> datetime:
    return naive.replace(tzinfo=PARIS)


@pytest.fixture
def engagement(notebook: Notebook) -> Entry:
    return framing.begin(notebook, "Prendre le poste")


@pytest.fixture
def planned(notebook: Notebook, engagement: Entry) -> list[Entry]:
    return scheduling.plan_all(notebook, engagement, datetime(2026, 9, 3, 14, tzinfo=PARIS), localise)


def test_all_sessions_are_planned_in_one_step(planned: list[Entry], notebook: Notebook, engagement: Entry) -> None:
    row = scheduling.sessions(notebook, engagement.ref)
    assert [scheduling.number_of(each) for each in row] == list(range(1, 11))
    assert {each.happened_at.astimezone(PARIS).hour for each in row} == {14}


def test_planning_twice_adds_nothing(planned: list[Entry], notebook: Notebook, engagement: Entry) -> None:
    assert scheduling.plan_all(notebook, engagement, datetime(2027, 9, 3, 14, tzinfo=PARIS), localise) == []


def test_moving_session_four_by_two_weeks_alone(planned: list[Entry], notebook: Notebook, engagement: Entry) -> None:
    before = [each.happened_at for each in planned]
    moved = scheduling.move(notebook, planned[3], before[3] + timedelta(days=14), following=False, localise=localise)
    after = [each.happened_at for each in scheduling.sessions(notebook, engagement.ref)]
    assert [scheduling.number_of(each) for each in moved] == [4]
    assert moved[0].state is State.MOVED
    assert after == [*before[:3], before[3] + timedelta(days=14), *before[4:]]


def test_the_following_follow_and_keep_their_hour(planned: list[Entry], notebook: Notebook, engagement: Entry) -> None:
    to = localise(planned[3].happened_at.astimezone(PARIS).replace(tzinfo=None) + timedelta(days=14))
    scheduling.move(notebook, planned[3], to, following=True, localise=localise)
    row = scheduling.sessions(notebook, engagement.ref)
    for old, new in zip(planned[3:], row[3:], strict=True):
        was, became = (each.happened_at.astimezone(PARIS).replace(tzinfo=None) for each in (old, new))
        assert became - was == timedelta(days=14)


def test_sessions_that_were_held_never_follow(planned: list[Entry], notebook: Notebook, engagement: Entry) -> None:
    held = scheduling.hold(notebook, planned[4])
    scheduling.move(notebook, planned[3], planned[3].happened_at + timedelta(days=7), following=True, localise=localise)
    assert scheduling.sessions(notebook, engagement.ref)[4].happened_at == held.happened_at


def test_a_session_that_was_not_held_after_all_is_planned_or_prepared_again(
    planned: list[Entry], notebook: Notebook
) -> None:
    prepared = preparing.prepare(notebook, planned[1], question="Q ?", expectation="", brings=())
    back = [scheduling.not_held(notebook, scheduling.hold(notebook, each)) for each in (planned[0], prepared)]
    assert [each.state for each in back] == [State.PLANNED, State.PREPARED]


def test_the_course_is_told_in_plain_numbers(planned: list[Entry], notebook: Notebook, engagement: Entry) -> None:
    scheduling.hold(notebook, planned[0], minutes=90)
    scheduling.hold(notebook, planned[1])
    course = scheduling.course(engagement, scheduling.sessions(notebook, engagement.ref))
    assert (course.held, course.planned, course.minutes_held, course.minutes_planned) == (2, 10, 210, 1200)


def test_two_engagements_at_once_do_not_mix(planned: list[Entry], notebook: Notebook) -> None:
    group = framing.begin(notebook, "Groupe de pairs", Form.GROUP)
    scheduling.plan_all(notebook, group, datetime(2026, 9, 10, 18, tzinfo=PARIS), localise)
    row = scheduling.sessions(notebook, group.ref)
    assert len(row) == 8
    assert not {each.ref for each in row} & {each.ref for each in planned}


def test_an_engagement_without_dates_has_no_next_session(notebook: Notebook, engagement: Entry) -> None:
    assert coming_up.next_session(notebook) is None


def test_a_calendar_file_says_nothing_but_when(planned: list[Entry], notebook: Notebook) -> None:
    file = Calendar.from_ical(scheduling.calendar(planned[:2], "Rendez-vous", notebook.clock()))
    events = file.walk("VEVENT")
    assert [str(event["summary"]) for event in events] == ["Rendez-vous", "Rendez-vous"]
    assert events[0].decoded("dtstart") == planned[0].happened_at
    assert set(events[0].keys()) == {
        "UID", "DTSTAMP", "DTSTART", "DURATION", "SUMMARY", "SEQUENCE", "LAST-MODIFIED", "STATUS",
    }  # fmt: skip
    assert events[0].decoded("last-modified").minute == events[0].decoded("last-modified").second == 0
    private = Calendar.from_ical(scheduling.calendar(planned[:1], "x", notebook.clock(), private=True))
    assert str(private.walk("VEVENT")[0]["class"]) == "PRIVATE"


def test_a_cancelled_session_leaves_as_cancelled_under_its_identifier(
    planned: list[Entry], notebook: Notebook, engagement: Entry
) -> None:
    before = planned[0].happened_at - timedelta(days=1)
    told = Calendar.from_ical(scheduling.calendar(planned, "x", before)).walk("VEVENT")[2]
    scheduling.cancel(notebook, planned[2])
    row = scheduling.for_calendar(scheduling.sessions(notebook, engagement.ref), before)
    again = Calendar.from_ical(scheduling.calendar(row, "x", before)).walk("VEVENT")[2]
    assert (str(told["status"]), str(again["status"])) == ("CONFIRMED", "CANCELLED")
    assert told["uid"] == again["uid"]
    assert again["sequence"] > told["sequence"]


def test_a_calendar_file_tells_neither_the_program_nor_a_number(planned: list[Entry], notebook: Notebook) -> None:
    content = scheduling.calendar(planned, "Rendez-vous", notebook.clock())
    assert b"recul" not in content.lower()
    ids = [str(event["uid"]) for event in Calendar.from_ical(content).walk("VEVENT")]
    assert len(set(ids)) == len(planned)
    assert all(len(each) == 32 and set(each) <= set("0123456789abcdef") for each in ids)
    moved = scheduling.calendar([planned[0].with_(happened_at=planned[1].happened_at)], "x", notebook.clock())
    assert str(Calendar.from_ical(moved).walk("VEVENT")[0]["uid"]) == ids[0]


def test_only_what_lies_ahead_is_coming(planned: list[Entry]) -> None:
    row = [planned[0], planned[1].with_(state=State.HELD), planned[2].with_(state=State.CANCELLED), *planned[3:]]
    assert scheduling.coming(row, planned[0].happened_at) == [planned[0], *planned[3:]]
    assert scheduling.coming(row, planned[4].happened_at) == planned[4:]


@pytest.mark.parametrize("first", [datetime(2026, 9, 3, 14, tzinfo=PARIS), datetime(2027, 1, 28, 9, 30, tzinfo=PARIS)])
@pytest.mark.parametrize("following", [True, False])
def test_moving_across_a_change_of_the_clocks_or_of_the_year_keeps_the_hour(
    notebook: Notebook, engagement: Entry, first: datetime, following: bool
) -> None:
    planned = scheduling.plan_all(notebook, engagement, first, localise)
    to = localise(planned[2].happened_at.astimezone(PARIS).replace(tzinfo=None) + timedelta(days=14))
    scheduling.move(notebook, planned[2], to, following=following, localise=localise)
    row = [each.happened_at.astimezone(PARIS) for each in scheduling.sessions(notebook, engagement.ref)]
    assert {(each.hour, each.minute) for each in row} == {(first.hour, first.minute)}
    moved = 14 if following else 0
    assert [(each.date() - first.date()).days for each in row] == [
        21 * index + (14 if index == 2 else moved if index > 2 else 0) for index in range(10)
    ]
    assert len({each.utcoffset() for each in row}) == 2  # the row does cross a change of the clocks
    assert len({each.year for each in row}) == (2 if first.year == 2026 else 1)


def test_sixty_sessions_are_planned_moved_and_told_in_their_order(notebook: Notebook, engagement: Entry) -> None:
    frame = engagement.details_as(EngagementDetails)
    longer = framing.reframe(notebook, engagement, frame.with_(planned_sessions=60, planned_minutes=3600))
    scheduling.plan_all(notebook, longer, datetime(2026, 9, 3, 14, tzinfo=PARIS), localise)
    row = scheduling.sessions(notebook, engagement.ref)
    assert [scheduling.number_of(each) for each in row] == list(range(1, 61))
    moved = scheduling.move(
        notebook, row[3], row[3].happened_at + timedelta(days=14), following=True, localise=localise
    )
    assert len(moved) == 57
    assert (
        scheduling.sessions(notebook, engagement.ref)[-1].happened_at.date() - row[-1].happened_at.date()
    ).days == 14


def test_one_more_session_takes_its_place_and_those_after_it_are_counted_one_further(
    planned: list[Entry], notebook: Notebook, engagement: Entry
) -> None:
    scheduling.arrange(notebook, planned[3], minutes=90, place="Salle du canal")
    added = scheduling.add_one(notebook, engagement, planned[3].happened_at + timedelta(days=7))
    row = scheduling.sessions(notebook, engagement.ref)
    assert [scheduling.number_of(each) for each in row] == list(range(1, 12))
    assert row == sorted(row, key=lambda each: each.happened_at)
    assert [each.title for each in row[3:6]] == ["Session 4", "Session 5", "Session 6"]
    kept = added.details_as(SessionDetails)
    assert (kept.number, kept.minutes, kept.place) == (5, 90, "Salle du canal")


def test_a_first_session_can_be_added_before_all_others(
    planned: list[Entry], notebook: Notebook, engagement: Entry
) -> None:
    added = scheduling.add_one(notebook, engagement, planned[0].happened_at - timedelta(days=7))
    assert scheduling.number_of(added) == 1
    assert scheduling.sessions(notebook, engagement.ref)[0].ref == added.ref


def test_the_session_held_last_before_another_is_of_the_same_engagement(
    planned: list[Entry], notebook: Notebook
) -> None:
    scheduling.hold(notebook, planned[0])
    scheduling.hold(notebook, planned[1])
    before = scheduling.previous_session(notebook, planned[2])
    assert before is not None
    assert before.ref == planned[1].ref
    group = framing.begin(notebook, "Groupe", Form.GROUP)
    other = scheduling.plan_one(notebook, group.ref, planned[5].happened_at, SessionDetails())
    assert scheduling.previous_session(notebook, other) is None


def test_what_was_planned_is_taken_back_unless_it_was_prepared(
    planned: list[Entry], notebook: Notebook, engagement: Entry
) -> None:
    kept = scheduling.hold(notebook, planned[0])
    placed = scheduling.arrange(notebook, planned[1], place="Lyon")
    scheduling.unplan(notebook, [each.ref for each in planned])
    assert [each.ref for each in scheduling.sessions(notebook, engagement.ref)] == [kept.ref]
    assert [each.ref for each in reading.thrown_away(notebook, 9)] == [placed.ref]  # the others hold no word


def test_what_was_thrown_away_last_comes_first_in_the_trash(
    notebook: Notebook, planned: list[Entry], clock: StandingClock
) -> None:
    late, early = planned[3].ref, planned[0].ref
    for ref in (late, early):
        clock.pass_(minutes=1)
        reading.trash(notebook, ref)
    assert [each.ref for each in reading.thrown_away(notebook, 9)] == [early, late]


def test_no_session_of_an_engagement_in_the_trash_comes_next(
    planned: list[Entry], notebook: Notebook, engagement: Entry
) -> None:
    scheduling.move(notebook, planned[0], notebook.clock() + timedelta(days=1), following=False)
    assert coming_up.next_session(notebook) is not None
    reading.trash(notebook, engagement.ref)
    assert coming_up.next_session(notebook) is None


def test_sessions_called_alike_in_two_engagements_tell_which_in_every_list(
    planned: list[Entry], notebook: Notebook, engagement: Entry
) -> None:
    def within() -> set[tuple[str, str]]:
        lines = reading.newest(notebook, Filter(kinds=(Kind.SESSION,), written=False), 100)
        found = [each.line for each in reading.search(notebook, "session 3")]
        told = {(each.title, each.within) for each in (*lines, *found) if each.kind is Kind.SESSION}
        return {each for each in told if each[0] in {"Session 1", "Session 3"}}

    assert within() == {("Session 1", ""), ("Session 3", "")}
    other = framing.begin(notebook, "Autre poste")
    scheduling.plan_one(notebook, other.ref, datetime(2027, 9, 3, 14, tzinfo=PARIS), SessionDetails(number=3))
    assert within() == {("Session 1", ""), ("Session 3", "Prendre le poste"), ("Session 3", "Autre poste")}
