"""Names that the manager typed by hand: each writing of them leaves as the alias, and nothing that was not typed."""

import pytest

from journal.model.person import Person
from journal.sharing.aliasing import Aliasing
from journal.sharing.remainders import Remnants
from journal.sharing.standing import is_everyday, is_ordinary


@pytest.mark.parametrize(
    ("typed", "text", "told"),
    [
        ("jo", "Her cousin, jo, had started. Jo’s. With jo.", "Her cousin, X1, had started. X1’s. With X1."),
        ("at", "She was at work, AT last.", "She was X1 work, X1 last."),
        ("al", "al said that all is well", "X1 said that all is well"),
        ("hope", "Hope had hope, hopeful.", "X1 had X1, hopeful."),
        ("le", "Il a vu le. Elle.", "Il a vu X1. Elle."),
    ],
)
def test_what_is_typed_leaves_nowhere_however_small_or_common(typed: str, text: str, told: str) -> None:
    assert Aliasing([Person(name=typed, alias="X1", forms=(typed,))]).apply(text).text == told


def test_a_longer_name_goes_before_a_word_that_was_typed() -> None:
    people = [Person(name="Hope Vale", alias="P21", forms=("hope",))]
    assert Aliasing(people).apply("Hope Vale has hope.").text == "P21 has P21."


def test_one_word_of_a_phrase_is_not_taken_alone() -> None:
    people = [Person(name="baby room", alias="P17"), Person(name="jo had started", alias="P18")]
    text = "Rainbow Room, the baby room; jo started, jo had started"
    assert Aliasing(people).apply(text).text == "Rainbow Room, the P17; jo started, P18"


def test_a_first_name_and_a_surname_are_taken_alone_in_small_letters_too() -> None:
    assert Aliasing([Person(name="tunde bello", alias="P2")]).apply("Tunde came, Bello left").text == "P2 came, P2 left"


def test_a_person_whose_name_was_typed_small_is_found_small_unless_it_is_a_common_word() -> None:
    people = [Person(name="jo", alias="X1"), Person(name="rose", alias="X2")]
    assert Aliasing(people).apply("jo saw a rose").text == "X1 saw a rose"


def test_ordinary_words_are_asked_about() -> None:
    assert [word for word in ("al", "at", "way", "jo", "Zorba") if is_ordinary(word)] == ["al", "at", "way"]
    told = ("closed", "meetings", "réunion", "way", "jo", "Zorba", "Priya", "karim")
    assert [word for word in told if is_everyday(word)] == ["closed", "meetings", "réunion", "way"]


@pytest.mark.parametrize("jo", [Person(name="Jo", alias="X1"), Person(name="jo", alias="X1", forms=("jo",))])
def test_half_of_a_name_with_a_hyphen_is_not_taken_and_the_whole_is_pointed_out_or_hidden(jo: Person) -> None:
    known = Aliasing([jo, Person(name="Marie", alias="X2"), Person(name="Claire", alias="X3")])
    aliased = known.apply("jo-anne, Jo-Anne, Jo. marie-claire, Marie, notes-marie, marie-fr")
    assert aliased.text == "jo-anne, Jo-Anne, X1. marie-claire, X2, notes-X2, X2-fr"
    told = [each.words for each in Remnants(known).find(aliased, 0, "body", 1)]
    assert told == ["jo-anne", "Jo-Anne", "marie-claire"]
    whole = Aliasing([jo, Person(name="jo-anne", alias="X4")])
    assert whole.apply("jo-anne, Jo-Anne, Jo").text == "X4, X4, X1"
