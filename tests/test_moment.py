"""Moments in plain words."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from journal import language
from journal.dates import habits
from journal.dates.parsing import months_on, parse_future, parse_nearest, parse_past
from journal.dates.wording import ago, clock_time, dated, day_and_month, full_day, moment, near_day
from journal.errors.moments import (
    DayOrMonth,
    FarYear,
    NoSuchDay,
    OtherWeekday,
    UnknownMoment,
    UnknownMomentAhead,
)

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


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("31 February", NoSuchDay),
        ("2026-02-30", NoSuchDay),
        ("2026-02-30 18h", NoSuchDay),
        ("29/2/2027", NoSuchDay),
        ("Monday 24 November 2026", OtherWeekday),
        ("3/4", DayOrMonth),
        ("3 December 1400", FarYear),
        ("soonish", UnknownMomentAhead),
    ],
)
def test_a_refusal_says_what_was_not_understood_and_what_would_be(said: str, why: type[UnknownMoment]) -> None:
    with pytest.raises(UnknownMoment) as refused:
        parse_future(said, NOW)
    assert type(refused.value) is why
    for spoken in language.languages():
        with language.speaking(spoken):
            told = re.findall(r"[“«]\s?(.+?)\s?[”»]", UnknownMoment().message() + refused.value.message())
            assert len(told) > 2
            assert all(parse_past(each, NOW) for each in told if "six" not in each)


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


@pytest.mark.parametrize(("words", "at"), [("14h", "2026-12-01T14:00"), ("15h", "2026-11-30T15:00")])
def test_an_hour_that_has_passed_today_is_tomorrow_for_what_is_planned(words: str, at: str) -> None:
    now = datetime.fromisoformat("2026-11-30T14:43+01:00")
    assert parse_future(words, now) == datetime.fromisoformat(f"{at}+01:00")


@pytest.mark.parametrize(
    "words", ["Thursday 2pm", "31 January 14:00", "jeudi 14 h", "dans six semaines", "31 janvier 14 h"]
)
def test_the_examples_of_a_refusal_can_be_read(words: str) -> None:
    assert parse_future(words, datetime.fromisoformat("2026-11-30T14:43+01:00"))


def test_a_shorter_month_has_its_last_day_and_what_is_to_come_has_its_own_examples() -> None:
    assert months_on(date(2026, 11, 30), 3) == date(2027, 2, 28)
    with pytest.raises(UnknownMomentAhead, match="in six weeks"):
        parse_future("bientôt", datetime.fromisoformat("2026-11-25T18:00+01:00"))


SUNDAY = datetime(2026, 11, 29, 18, 42, tzinfo=ZoneInfo("Europe/Paris"))


@pytest.mark.parametrize(
    ("said", "past", "ahead"),
    [
        ("mardi 5 janvier, 10 h 30", "2027-01-05 10:30", "2027-01-05 10:30"),
        ("Tue 5 Jan, 10:30 am", "2027-01-05 10:30", "2027-01-05 10:30"),
        ("Tuesday the 5th of January 2027 at 10.30", "2027-01-05 10:30", "2027-01-05 10:30"),
        ("lundi 23 novembre · 18 h 42", "2026-11-23 18:42", None),  # not a Monday when it comes next
        ("lundi 30", "2026-11-30 12:00", "2026-11-30 12:00"),
        ("27 Nov", "2026-11-27 12:00", "2027-11-27 12:00"),
        ("3 déc. 14h", "2025-12-03 14:00", "2026-12-03 14:00"),
        ("juil. 3", "2026-07-03 12:00", "2027-07-03 12:00"),
        ("29 février", "2024-02-29 12:00", "2028-02-29 12:00"),
        ("le 3 à 14h", "2026-11-03 14:00", "2026-12-03 14:00"),
        ("the 3rd", "2026-11-03 12:00", "2026-12-03 12:00"),
        ("9.40", "2026-11-29 09:40", "2026-11-30 09:40"),
        ("Friday 9.10", "2026-11-27 09:10", "2026-12-04 09:10"),
        ("2.30pm", "2026-11-29 14:30", "2026-11-30 14:30"),
        ("1400", "2026-11-29 14:00", "2026-11-30 14:00"),
        ("14h", "2026-11-29 14:00", "2026-11-30 14:00"),
        ("à 9", "2026-11-29 09:00", "2026-11-30 09:00"),
        ("Thurs 2pm", "2026-11-26 14:00", "2026-12-03 14:00"),
        ("half past two", "2026-11-29 14:30", "2026-11-30 14:30"),
        ("quarter to ten", "2026-11-29 09:45", "2026-11-30 09:45"),
        ("tomorrow at two o’clock", "2026-11-30 14:00", "2026-11-30 14:00"),
        ("deux heures et demie", "2026-11-29 14:30", "2026-11-30 14:30"),
        ("midi moins le quart", "2026-11-29 11:45", "2026-11-30 11:45"),
        ("14h et quart", "2026-11-29 14:15", "2026-11-30 14:15"),
        ("huit heures du soir", "2026-11-28 20:00", "2026-11-29 20:00"),
        ("12h30", "2026-11-29 12:30", "2026-11-30 12:30"),
        ("a fortnight ago", "2026-11-15 18:42", "2026-11-15 18:42"),
        ("dans quinze jours", "2026-12-14 18:42", "2026-12-14 18:42"),
        ("lundi en huit", "2026-12-07 12:00", "2026-12-07 12:00"),
        ("mardi en quinze", "2026-12-15 12:00", "2026-12-15 12:00"),
        ("Monday week", "2026-12-07 12:00", "2026-12-07 12:00"),
        ("la semaine prochaine", "2026-12-06 12:00", "2026-12-06 12:00"),
        ("11/29", "2026-11-29 18:42", "2026-11-29 18:42"),
        ("5.1.27", "2027-01-05 12:00", "2027-01-05 12:00"),
        ("lundi 5 janvier", "2026-01-05 12:00", None),  # a Monday this year, not the next
        ("samedi 5 janvier", None, None),
        ("Monday 5 January 2027", None, None),
        ("9.10", None, None),  # a day or an hour
        ("2026", None, None),
        ("3 December 1400", None, None),
        ("31/02/2026", None, None),
        ("12/2099", None, None),
    ],
)  # fmt: skip
def test_days_and_hours_are_read_as_people_write_them(said: str, past: str | None, ahead: str | None) -> None:
    for read, meant in ((parse_past, past), (parse_future, ahead)):
        if meant is None:
            with pytest.raises(UnknownMoment):
                read(said, SUNDAY)
        else:
            assert read(said, SUNDAY).strftime("%Y-%m-%d %H:%M") == meant


@pytest.mark.parametrize(
    ("said", "meant"), [("1er septembre", "2026-09-01"), ("1er mars", "2027-03-01"), ("jeudi", "2026-11-26")]
)
def test_what_may_be_past_or_to_come_is_the_nearest(said: str, meant: str) -> None:
    assert parse_nearest(said, SUNDAY).date().isoformat() == meant


@pytest.mark.parametrize("said", ["1 January 1915", "3 December 1400", "1er mars 2120", "5/6/0999"])
def test_a_year_far_away_is_a_slip(said: str) -> None:
    for read in (parse_past, parse_nearest, parse_future):
        with pytest.raises(UnknownMoment):
            read(said, SUNDAY)


@pytest.mark.parametrize("spoken", ["fr", "en"])
@pytest.mark.parametrize("hours", [None, 12, 24])
def test_what_is_printed_is_read(spoken: str, hours: habits.Hours | None) -> None:
    habits.choose(habits.Habits(hours=hours, clock=lambda: SUNDAY))
    with language.speaking(spoken):
        for days in range(-170, 170, 3):
            at = SUNDAY + timedelta(days=days, hours=days % 24, minutes=18 * (days % 2))
            for printed in (
                moment(at),
                f"{dated(at.date())}, {clock_time(at)}",
                f"{full_day(at.date())}, {clock_time(at)}",
                f"{at:%Y-%m-%d} {clock_time(at)}",
            ):
                assert parse_nearest(printed, SUNDAY).replace(second=0) == at, printed
            for day in (day_and_month(at.date()), full_day(at.date())):
                assert parse_nearest(day, SUNDAY).date() == at.date(), day
            if days < 0:
                assert parse_past(ago(at, SUNDAY), SUNDAY).date() == at.date()
                assert parse_past(near_day(at.date(), SUNDAY.date()), SUNDAY).date() == at.date()


def test_another_year_is_told_and_this_one_is_not() -> None:
    assert day_and_month(date(2025, 11, 3)) == "3 November"  # where today is not known, nothing is added
    habits.choose(habits.Habits(clock=lambda: SUNDAY))
    assert (day_and_month(date(2025, 11, 3)), full_day(date(2026, 11, 3))) == ("3 November 2025", "Tuesday 3 November")
    assert near_day(date(2025, 11, 3), SUNDAY.date()) == "3 November 2025"


@pytest.mark.parametrize(
    ("spoken", "hours", "told"),
    [
        ("en", None, ["midnight", "9:05 am", "noon", "12:30 pm", "6 pm"]),
        ("en", 24, ["00:00", "09:05", "12:00", "12:30", "18:00"]),
        ("fr", None, ["0 h", "9 h 05", "12 h", "12 h 30", "18 h"]),
        ("fr", 12, ["minuit", "9 h 05 du matin", "midi", "12 h 30 de l’après-midi", "6 h du soir"]),
    ],
)
def test_hours_are_shown_by_the_habit_of_the_person(spoken: str, hours: habits.Hours | None, told: list[str]) -> None:
    habits.choose(habits.Habits(hours=hours))
    times = [SUNDAY.replace(hour=at[0], minute=at[1]) for at in ((0, 0), (9, 5), (12, 0), (12, 30), (18, 0))]
    with language.speaking(spoken):
        assert [clock_time(at).replace("\N{NO-BREAK SPACE}", " ") for at in times] == told


def test_figures_are_read_in_the_order_of_the_person() -> None:
    habits.choose(habits.Habits(day_first=False))
    assert parse_past("3/4/2026", NOW).date() == date(2026, 3, 4)
    habits.choose(habits.Habits(day_first=True))
    assert parse_past("3/4/2026", NOW).date() == date(2026, 4, 3)
    for locale, meant in (("en_GB.UTF-8", date(2026, 4, 3)), ("en_US.UTF-8", date(2026, 3, 4))):
        habits.choose(habits.Habits(country=habits.country_of({"LC_ALL": "", "LC_TIME": locale, "LANG": "en_CA"})))
        assert parse_past("3/4/2026", NOW).date() == meant
    with language.speaking("fr"):  # the language has an order of its own
        assert parse_past("3/4/2026", NOW).date() == date(2026, 4, 3)


def test_which_of_two_days_is_asked_with_the_numbers_that_were_typed() -> None:
    with pytest.raises(DayOrMonth) as refused:
        parse_future("3/12", NOW)
    assert refused.value.message() == "Is that “3 December” or “12 March”? Write the month in letters."
