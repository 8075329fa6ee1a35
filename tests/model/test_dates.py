"""Days and times as one says them."""

from datetime import date, datetime

import pytest

from journal.dates import wording as dates
from journal.language import Language, speaking

EVENING = datetime.fromisoformat("2026-11-23T18:42:00+01:00")


@pytest.mark.parametrize(
    ("language", "told"), [("fr", "lundi 23 novembre · 18 h 42"), ("en", "Monday 23 November · 6:42 pm")]
)
def test_a_moment_is_told_as_one_says_it(language: Language, told: str) -> None:
    with speaking(language):
        assert dates.moment(EVENING).replace("\u00a0", " ") == told


@pytest.mark.parametrize(
    ("at", "french", "english"),
    [
        ("2026-11-23T09:05:00+01:00", "aujourd’hui, 9 h 05", "today, 9:05 am"),
        ("2026-11-22T17:30:00+01:00", "hier, 17 h 30", "yesterday, 5:30 pm"),
        ("2026-11-20T12:00:00+01:00", "vendredi", "Friday"),
        ("2026-11-16T12:00:00+01:00", "16 novembre", "16 November"),
        ("2026-11-01T12:00:00+01:00", "1er novembre", "1 November"),
        ("2025-11-12T12:00:00+01:00", "12 novembre 2025", "12 November 2025"),
        ("2026-11-24T12:00:00+01:00", "24 novembre", "24 November"),
    ],
)
def test_a_past_moment_is_as_near_as_it_is(at: str, french: str, english: str) -> None:
    for language, told in (("fr", french), ("en", english)):
        with speaking(language):
            assert dates.ago(datetime.fromisoformat(at), EVENING).replace("\u00a0", " ") == told


@pytest.mark.parametrize(
    ("hour", "french", "english"),
    [(0, "0 h", "midnight"), (12, "12 h", "noon"), (18, "18 h", "6 pm"), (9, "9 h", "9 am")],
)
def test_full_hours_are_told_without_minutes(hour: int, french: str, english: str) -> None:
    at = EVENING.replace(hour=hour, minute=0)
    with speaking("fr"):
        assert dates.clock_time(at).replace("\u00a0", " ") == french
    assert dates.clock_time(at) == english


@pytest.mark.parametrize(
    ("day", "french", "english"),
    [
        (23, "aujourd’hui", "today"),
        (24, "demain", "tomorrow"),
        (26, "dans 3 jours", "in 3 days"),
        (22, "hier", "yesterday"),
        (20, "il y a 3 jours", "3 days ago"),
    ],
)
def test_a_day_to_come_is_counted(day: int, french: str, english: str) -> None:
    for language, told in (("fr", french), ("en", english)):
        with speaking(language):
            assert dates.until(date(2026, 11, day), EVENING.date()) == told
