"""A listed name that is a word as well is the person where people do something, a word where it is one, else told."""

import pytest

from journal.model.person import Person
from journal.sharing.aliasing import Aliasing
from journal.sharing.remainders import Remnants

PEOPLE = {"Mr Le": "P1", "Dr An": "P2", "Will": "P3", "Mark": "P4", "Rose": "P5", "Tunde Bello": "P6"}
PEOPLE |= {"Siobhan van den Berg": "P7", "Grace Okafor": "P8", "Ms He": "P9"}


def leaving(text: str, people: dict[str, str] = PEOPLE, forms: tuple[str, ...] = ()) -> tuple[str, list[str]]:
    listed = [Person(name=name, alias=alias) for name, alias in people.items()]
    aliasing = Aliasing([listed[0].with_(forms=forms), *listed[1:]])
    aliased = aliasing.apply(text)
    assert aliased.original == text
    return aliased.text, [each.words for each in Remnants(aliasing).find(aliased, 0, "body", 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le asked me. An was late. Le and I left.", "P1 asked me. P2 was late. P1 and I left."),
        ("An listens to me now. Le chairs. An always helps.", "P2 listens to me now. P1 chairs. P2 always helps."),
        ("Le's words. An’s view. Le m’a dit non. Le est là.", "P1's words. P2’s view. P1 m’a dit non. P1 est là."),
        ("An agreed to it. Le never helps.", "P2 agreed to it. P1 never helps."),
        ("Will Tunde take it? Will Rose come?", "Will P6 take it? Will P5 come?"),
        ("Will Mr Le come? Will Dr An come?", "Will P1 come? Will P2 come?"),
        ("Ask Will Tunde's question.", "Ask P3 P6's question."),
        ("Will told Rose. Mark asked. Mark a dit non.", "P3 told P5. P4 asked. P4 a dit non."),
        ("Wills' views count.", "P3's views count."),
        ("The Okafors came. I met the Van den Bergs.", "P8’s family came. I met P7’s family."),
        ("The van den Bergs' house.", "P7’s family's house."),
    ],
)
def test_somebody_is_replaced_wherever_a_sentence_begins(text: str, expected: str) -> None:
    assert leaving(text) == (expected.replace("’s family", "'s family") if "'" in text else expected, [])


@pytest.mark.parametrize(
    "text",
    [
        "An apple fell. An hour went. An important chair, an agreed one.",
        "Le quartier dort. Le suivi avance. Le porte-parole.",
        "Will he ever let me finish? Will it rain? Will the team come?",
        "Mark my words. Mark this.",
    ],
)
def test_what_is_a_word_by_what_follows_it_stays(text: str) -> None:
    assert leaving(text) == (text, [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Le compte est bon.", ["Le"]),
        ("An agreed plan.", ["An"]),
        ("He asked me.", ["He"]),
        ("Mark the date.", ["Mark"]),
        ("We visited St Mark's. Saint Mark’s choir.", ["St Mark's", "Saint Mark’s"]),
        ("I saw St. Mary's.", ["St. Mary's"]),
        ("Vers l’école Saint-Pierre.", ["Saint-Pierre"]),
        ("I live in Grace Church Road.", ["Grace Church Road"]),
    ],
)
def test_what_can_be_both_or_is_a_place_is_pointed_out(text: str, told: list[str]) -> None:
    assert leaving(text) == (text, told)


def test_a_form_that_was_given_is_obeyed() -> None:
    assert leaving("Le compte sur moi. Le Goff rit.", {"Mr Le": "P1"}, ("Le",))[0] == "P1 compte sur moi. Le Goff rit."


def test_a_place_of_a_saint_leaves_whole_and_takes_nothing_of_a_person() -> None:
    people = {"Mark": "P4", "St Mark's": "a school"}
    assert leaving("I left St. Mark’s. Mark's words.", people)[0] == "I left the school. P4's words."


def test_kept_words_that_hold_a_name_stay_and_a_name_alone_does_not() -> None:
    aliasing = Aliasing([Person(name="Mark", alias="P4")], kept=["Mark in pencil", "Mark"])
    assert aliasing.apply("Mark in pencil, said Mark.").text == "Mark in pencil, said P4."
