from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from journal.model.rhythm import moved_times, planned_times

PARIS = ZoneInfo("Europe/Paris")


def localise(naive: datetime) -> datetime:
    return naive.replace(tzinfo=PARIS)


def test_sessions_keep_their_hour_across_daylight_saving_and_the_year_s_end() -> None:
    times = planned_times(datetime(2026, 10, 15, 14, tzinfo=PARIS), 10, 21, localise)
    assert [each.strftime("%d/%m/%Y %H:%M") for each in times[:5]] == [
        "15/10/2026 14:00",
        "05/11/2026 14:00",
        "26/11/2026 14:00",
        "17/12/2026 14:00",
        "07/01/2027 14:00",
    ]
    assert times[0].utcoffset() == timedelta(hours=2)
    assert {each.hour for each in times} == {14}


def test_moving_one_session_leaves_the_others_alone() -> None:
    times = planned_times(datetime(2026, 1, 8, 9, tzinfo=PARIS), 6, 21, localise)
    moved = moved_times(times, 3, times[3] + timedelta(days=14), following=False, localise=localise)
    assert [new == old for new, old in zip(moved, times, strict=True)] == [True, True, True, False, True, True]


def test_following_sessions_follow_by_whole_days_and_keep_their_hour() -> None:
    times = planned_times(datetime(2026, 2, 5, 9, tzinfo=PARIS), 6, 21, localise)
    to = datetime(2026, 4, 22, 17, 30, tzinfo=PARIS)  # thirteen days later, in the afternoon
    moved = moved_times(times, 3, to, following=True, localise=localise)
    assert moved[:3] == times[:3]
    assert moved[3] == to
    for new, old in zip(moved[4:], times[4:], strict=True):
        assert new.replace(tzinfo=None) - old.replace(tzinfo=None) == timedelta(days=13)
        assert new.hour == old.hour


def test_sixty_sessions_are_planned_in_one_step() -> None:
    times = planned_times(datetime(2026, 1, 8, 9, tzinfo=PARIS), 60, 7, localise)
    assert len(set(times)) == 60
    assert times == sorted(times)
