"""Lengths of time are read as people write them, and what is no length is refused."""

import pytest

from journal.dates.lengths import parse_length


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("90", 90),
        ("1h30", 90),
        ("1 H 30", 90),
        ("1:30", 90),
        ("1,5 h", 90),
        ("1.5 hours", 90),
        ("deux heures", 120),
        ("two hours", 120),
        ("an hour", 60),
        ("1 hour 15 minutes", 75),
        (" 45 min ", 45),
        ("trois quarts d’heure", None),
        ("1 h 75", None),
        ("3 jours", None),
        ("h", None),
        ("", None),
        ("90 90", None),
        ("99999", None),
    ],
)
def test_a_length_is_read_or_refused(text: str, minutes: int | None) -> None:
    assert parse_length(text) == minutes
