"""A part of a month, a week or a year is a day, on the side that is meant, and what tells none is refused."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from journal.dates.parsing import parse_future, parse_past
from journal.errors.moments import UnknownMoment, WhichDay
from journal.language import speaking

NOW = datetime(2026, 11, 25, 15, 30, tzinfo=ZoneInfo("Europe/Paris"))  # a Wednesday


@pytest.mark.parametrize(
    ("said", "ahead", "past"),
    [
        ("fin juin", "2027-06-30", "2026-06-30"),
        ("d’ici fin février", "2027-02-28", "2026-02-28"),
        ("mi-mars", "2027-03-15", "2026-03-15"),
        ("début septembre", "2027-09-01", "2026-09-01"),
        ("à la fin du mois", "2026-11-30", "2026-10-31"),
        ("fin d’août", "2027-08-31", "2026-08-31"),
        ("fin de semaine", "2026-11-27", "2026-11-20"),
        ("fin de la semaine prochaine", "2026-12-04", "2026-12-04"),
        ("fin mars prochain", "2027-03-31", "2026-03-31"),
        ("fin d’année", "2026-12-31", "2025-12-31"),
        ("end of June", "2027-06-30", "2026-06-30"),
        ("at the end of the month", "2026-11-30", "2026-10-31"),
        ("end of next month", "2026-12-31", "2026-12-31"),
        ("mid-March", "2027-03-15", "2026-03-15"),
        ("early May", "2027-05-01", "2026-05-01"),
        ("late January 2028", "2028-01-31", "2028-01-31"),
        ("by the end of the week", "2026-11-27", "2026-11-20"),
        ("early next week", "2026-11-30", "2026-11-30"),
        ("avant la fin du mois de juin", "2027-06-30", "2026-06-30"),
        ("mi-juin au plus tard", "2027-06-15", "2026-06-15"),
        ("en fin de semaine", "2026-11-27", "2026-11-20"),
        ("before the end of the month", "2026-11-30", "2026-10-31"),
    ],
)
def test_a_part_of_a_span_is_a_day(said: str, ahead: str, past: str) -> None:
    assert parse_future(said, NOW).date().isoformat() == ahead
    assert parse_past(said, NOW).date().isoformat() == past


@pytest.mark.parametrize("said", ["fin", "late", "end of", "fin 2027", "fin lundi", "end of tomorrow"])
def test_what_tells_no_day_is_refused(said: str) -> None:
    with pytest.raises(UnknownMoment):
        parse_future(said, NOW)


@pytest.mark.parametrize("said", ["en juin", "juin 2027", "in June", "June", "next June"])
def test_a_month_alone_asks_which_of_its_days(said: str) -> None:
    with pytest.raises(WhichDay) as refused:
        parse_future(said, NOW)
    assert refused.value.message() == "Which day of the month? Write for instance “15 June” or “end of June”."
    with speaking("fr"):
        assert refused.value.message().endswith("«\u00a015 juin\u00a0» ou «\u00a0fin juin\u00a0».")


def test_the_hour_beside_it_is_kept() -> None:
    assert parse_future("fin juin 10h", NOW).isoformat() == "2027-06-30T10:00:00+02:00"
