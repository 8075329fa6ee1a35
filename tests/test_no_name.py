"""Lines that are no name, and those that are somebody: a name, or a role with nobody’s name."""

import pytest

from journal.no_name import is_no_name, not_described


@pytest.mark.parametrize(
    "line",
    [
        "Personne ne quitte la salle",
        "On se dit tout",
        "ce qui est dit ici reste ici",
        "Ponctualité, écoute, respect, parole libre, confidentialité",
        "Chacun parle à son tour.",
        "Nobody leaves the room",
        "What is said here stays here",
        "Claire is not there",
    ],
)
def test_a_sentence_is_no_name(line: str) -> None:
    assert is_no_name(line)
    assert not_described(line)


@pytest.mark.parametrize(
    "line",
    [
        "Claire",
        "Jean-Claude Van Damme",
        "marie claire dubois",
        "José Ortega y Gasset",
        "Mis van der Rohe",
        "M. Dupont Jr.",
        "la responsable des ressources humaines",
        "Le directeur de l’usine de Lyon",
        "Ma cheffe de service",
        "João do Carmo e Silva",
        "Will",
        "李小龙",
        "",
    ],
)
def test_a_name_or_a_role_is_somebody(line: str) -> None:
    assert not is_no_name(line)
    assert not not_described(line)


def test_three_words_without_capitals_describe_somebody_but_agree_to_nothing() -> None:
    assert not is_no_name("Paul sort avant midi")
    assert not_described("Paul sort avant midi")
