"""Somebody whom a corrected list named by mistake is forgotten; whoever a text names stays, and keeps their alias."""

import pytest

from journal.practice import capturing, known_people
from journal.practice.notebook import Notebook
from tests.practice.conftest import scene


def named(notebook: Notebook) -> list[str]:
    return [person.name for person in known_people.people(notebook)]


def test_a_name_that_was_none_goes_with_its_correction(notebook: Notebook) -> None:
    scene(notebook, "A meeting in December", "All 3 of us.")
    entry = capturing.rewrite(notebook, scene(notebook, "Lunch").with_(people=("3 December 1400", "Zoé")))
    assert named(notebook) == ["3 December 1400", "Zoé"]
    capturing.rewrite(notebook, entry.with_(people=("Zoé",)))
    assert named(notebook) == ["Zoé"]


def test_a_sentence_goes_with_its_correction_though_its_words_stand_elsewhere(notebook: Notebook) -> None:
    scene(notebook, "Elle a quitté la salle", "Personne n’a rien dit.")
    entry = capturing.rewrite(notebook, scene(notebook, "Lunch").with_(people=("Personne ne quitte la salle",)))
    capturing.rewrite(notebook, entry.with_(people=()))
    assert named(notebook) == []


@pytest.mark.parametrize("title", ["Zoé says no", "What Petit wants", "« Zoé Petit »"])
def test_whoever_a_text_names_by_any_part_of_the_name_stays(notebook: Notebook, title: str) -> None:
    scene(notebook, title)
    entry = capturing.rewrite(notebook, scene(notebook, "Lunch").with_(people=("Zoé Petit",)))
    capturing.rewrite(notebook, entry.with_(people=()))
    assert named(notebook) == ["Zoé Petit"]


def test_whoever_was_edited_or_is_listed_elsewhere_stays(notebook: Notebook) -> None:
    entry = capturing.rewrite(notebook, scene(notebook, "Lunch").with_(people=("Zoé", "Paul")))
    capturing.rewrite(notebook, scene(notebook, "Dinner").with_(people=("Paul",)))
    zoe = next(each for each in known_people.people(notebook) if each.name == "Zoé")
    known_people.keep_person(notebook, zoe.with_(alias="my sister"))
    capturing.rewrite(notebook, entry.with_(people=()))
    assert named(notebook) == ["Paul", "Zoé"]


def test_a_slip_of_the_pen_goes_with_its_correction_where_a_part_of_it_is_somebody_else_s(notebook: Notebook) -> None:
    capturing.rewrite(notebook, scene(notebook, "Grace says no").with_(people=("Grace Okafor", "Rose")))
    entry = capturing.rewrite(notebook, scene(notebook, "Lunch").with_(people=("Grace OkaforRose",)))
    capturing.rewrite(notebook, entry.with_(people=("Grace Okafor", "Rose")))
    assert named(notebook) == ["Grace Okafor", "Rose"]


def test_a_first_name_that_only_one_has_is_that_person(notebook: Notebook) -> None:
    entry = capturing.rewrite(notebook, scene(notebook, "Lunch").with_(people=("Siobhan van den Berg", "Zoé Petit")))
    assert capturing.rewrite(notebook, entry.with_(people=("Siobhan", "Zoé"))).people == entry.people
    entry = capturing.rewrite(notebook, scene(notebook, "Dinner").with_(people=("Zoé Roux", "Zoé", "Zoé Petit")))
    assert entry.people == ("Zoé Roux", "Zoé", "Zoé Petit")


def test_of_two_taken_out_together_one_stays_for_the_name_that_a_text_tells(notebook: Notebook) -> None:
    scene(notebook, "Zoé says no")
    entry = capturing.rewrite(notebook, scene(notebook, "Lunch").with_(people=("Zoé Petit", "Zoé Petitt")))
    capturing.rewrite(notebook, entry.with_(people=()))
    assert len(named(notebook)) == 1
