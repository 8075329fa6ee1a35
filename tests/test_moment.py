"""Moments in plain words."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from journal import language
from journal.dates.parsing import months_on, parse_future, parse_past
from journal.errors import UnknownMoment, UnknownMomentAhead

NOW = datetime(2026, 11, 25, 15, 30, tzinfo=ZoneInfo("Europe/Paris"))  # a Wednesday


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("hier 18h", "11-24 18:00"),
        ("hier à 18 h 30", "11-24 18:30"),
        ("Hier à 18\N{NO-BREAK SPACE}h\N{NARROW NO-BREAK SPACE}30", "11-24 18:30"),
        ("avant-hier", "11-23 12:00"),
        ("avant-hier soir", "11-23 19:00"),
        ("hier soir à 8h", "11-24 20:00"),
        ("hier midi", "11-24 12:00"),
        ("lundi 9h", "11-23 09:00"),
        ("mercredi 16h", "11-18 16:00"),
        ("mercredi 9h", "11-25 09:00"),
        ("vendredi dernier à 17h", "11-20 17:00"),
        ("lundi prochain 9h", "11-30 09:00"),
        ("ce matin", "11-25 09:00"),
        ("cet après-midi", "11-25 15:00"),
        ("ce soir", "11-25 19:00"),
        ("demain 9h", "11-26 09:00"),
        ("il y a 2 heures", "11-25 13:30"),
        ("il y a une demi-heure", "11-25 15:00"),
        ("il y a deux semaines", "11-11 15:30"),
        ("il y a 3 jours à 18h", "11-22 18:00"),
        ("le 12 novembre à 9h30", "11-12 09:30"),
        ("aujourd’hui", "11-25 15:30"),
        ("yesterday 6pm", "11-24 18:00"),
        ("at 6:30 pm yesterday", "11-24 18:30"),
        ("2 days ago", "11-23 15:30"),
        ("half an hour ago", "11-25 15:00"),
        ("in 2 hours", "11-25 17:30"),
        ("last monday 9:00", "11-23 09:00"),
        ("last wednesday", "11-18 12:00"),
        ("next friday at noon", "11-27 12:00"),
        ("last night", "11-24 22:00"),
        ("tonight", "11-25 19:00"),
        ("today 14:00", "11-25 14:00"),
        ("18:30", "11-24 18:30"),
        ("14:00", "11-25 14:00"),
        ("12am", "11-25 00:00"),
        ("12pm", "11-25 12:00"),
        ("November 12, 2026 6:30 pm", "11-12 18:30"),
        ("23/11 18h", "11-23 18:00"),
        ("2026-11-23", "11-23 12:00"),
        ("2026-11-23T18:30", "11-23 18:30"),
    ],
)
def test_plain_words_are_understood(said: str, meant: str) -> None:
    assert parse_past(said, NOW).strftime("%m-%d %H:%M") == meant


@pytest.mark.parametrize(
    "said",
    ["", " ", "garbage", "31 février", "25:00", "13pm", "0am", "18 h 5", "ce", "a", "hier hier", "hier 18h 19h", "2026",
     "2026-13-01", "99999999 weeks ago", "9999 weeks ago", "3/4", "18:", "une", "x" * 10_000, "\x00", "il y a",
     "[/red]"],
)  # fmt: skip
def test_what_is_not_understood_is_refused_and_not_guessed(said: str) -> None:
    with pytest.raises(UnknownMoment):
        parse_past(said, NOW)


def test_figures_are_day_first_in_french_and_refused_when_unclear_in_english() -> None:
    with language.speaking("fr"):
        assert parse_past("3/4/2026 9h", NOW).date().isoformat() == "2026-04-03"


def test_an_offset_that_is_given_is_kept() -> None:
    assert parse_past("2026-11-23T18:30+05:30", NOW).utcoffset() == timedelta(hours=5, minutes=30)


def test_the_offset_is_the_one_of_the_day_that_is_told() -> None:
    assert parse_past("20 octobre 9h", NOW).utcoffset() == timedelta(hours=2)
    assert parse_past("hier 9h", NOW).utcoffset() == timedelta(hours=1)


def test_a_moment_seen_from_elsewhere_has_the_offset_of_there() -> None:
    there = NOW.astimezone(timezone(timedelta(hours=-9, minutes=-30)))
    assert parse_past("hier 9h", there).utcoffset() == timedelta(hours=-9, minutes=-30)
    assert parse_past("hier 9h", NOW.astimezone(UTC)).utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("dans trois mois", "2027-02-25"),
        ("in 3 months", "2027-02-25"),
        ("dans un mois", "2026-12-25"),
        ("dans un an", "2027-11-25"),
        ("il y a deux mois", "2026-09-25"),
    ],
)
def test_months_keep_the_day_of_the_month(words: str, day: str) -> None:
    now = datetime.fromisoformat("2026-11-25T18:00+01:00")
    assert parse_future(words, now).date().isoformat() == day


def test_a_shorter_month_has_its_last_day_and_what_is_to_come_has_its_own_examples() -> None:
    assert months_on(date(2026, 11, 30), 3) == date(2027, 2, 28)
    with pytest.raises(UnknownMomentAhead, match="in six weeks"):
        parse_future("bientôt", datetime.fromisoformat("2026-11-25T18:00+01:00"))
