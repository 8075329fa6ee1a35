"""A short name typed where people are named is said to be whom the journal knows by it."""

import pytest

from journal.practice.meant_people import told_of, whole_name

KNOWN = ("Rose N’Diaye", "Karim Benali", "Karim Haddad", "la directrice")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("rose", "“rose”: Rose N’Diaye, known already."),
        ("N'Diaye", "Is it Rose N’Diaye?"),
        ("Karim", "“Karim” can be Karim Benali, Karim Haddad"),
        ("Rose N'Diaye", ""),
        ("Nadia", ""),
    ],
)
def test_a_short_name_is_told_with_the_whole_one(typed: str, told: str) -> None:
    said = told_of([typed], KNOWN)
    assert said.startswith(told)
    assert bool(said) is bool(told)


def test_only_a_name_that_means_one_person_is_made_whole() -> None:
    assert [whole_name(name, KNOWN) for name in ("Rose", "Karim", "Nadia")] == ["Rose N’Diaye", "Karim", "Nadia"]
