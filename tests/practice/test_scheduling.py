from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from journal.model.engagement import Form
from journal.model.entry import Entry
from journal.model.kind import State
from journal.practice import framing, scheduling
from journal.practice.notebook import Notebook

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


def test_the_course_is_told_in_plain_numbers(planned: list[Entry], notebook: Notebook, engagement: Entry) -> None:
    scheduling.hold(notebook, planned[0], minutes=90)
    scheduling.hold(notebook, planned[1])
    course = scheduling.course(engagement, scheduling.sessions(notebook, engagement.ref))
    assert (course.held, course.planned, course.minutes_held, course.minutes_planned) == (2, 10, 210, 1200)


def test_two_engagements_at_once_do_not_mix(planned: list[Entry], notebook: Notebook) -> None:
    group = framing.begin(notebook, "Groupe de pairs", Form.GROUP)
    scheduling.plan_all(notebook, group, datetime(2026, 9, 10, 18, tzinfo=PARIS), localise)
    row = scheduling.sessions(notebook, group.ref)
    assert len(row) == 10
    assert not {each.ref for each in row} & {each.ref for each in planned}


def test_an_engagement_without_dates_has_no_next_session(notebook: Notebook, engagement: Entry) -> None:
    assert scheduling.next_session(notebook) is None


def test_a_calendar_file_says_nothing_but_when(planned: list[Entry], notebook: Notebook) -> None:
    scheduling.cancel(notebook, planned[2])
    row = [*planned[:2], planned[2].with_(state=State.CANCELLED)]
    file = Calendar.from_ical(scheduling.calendar(row, "Rendez-vous", notebook.clock()))
    events = file.walk("VEVENT")
    assert [str(event["summary"]) for event in events] == ["Rendez-vous", "Rendez-vous"]
    assert events[0].decoded("dtstart") == planned[0].happened_at
    assert set(events[0].keys()) == {"UID", "DTSTAMP", "DTSTART", "DURATION", "SUMMARY"}
