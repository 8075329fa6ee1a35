"""A first name in small letters that is a word too is asked about where it stands as a person, and nowhere else."""

import json
import re
from pathlib import Path

import pytest

from journal.model.person import Person
from journal.sharing.aliasing import Aliasing
from journal.sharing.remainders import Remnants

LABELLED = Path(__file__).parents[2] / "benchmarks" / "labelled"
MARKED = re.compile(r"\{([^}]+)\}")
MOST_FOR_NOTHING = 2  # of thirty sentences that hold the words themselves


def told_in(text: str, people: tuple[Person, ...] = ()) -> set[str]:
    aliasing = Aliasing(people)
    return {each.words for each in Remnants(aliasing).find(aliasing.apply(text), 0, "body", 1)}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_labelled_names_are_asked_about_and_hardly_a_word(language: str) -> None:
    lines = (LABELLED / f"small.{language}.jsonl").read_text(encoding="utf-8").splitlines()
    for_nothing = []
    for text in (json.loads(line)["text"] for line in lines):
        told = told_in(MARKED.sub(r"\1", text))
        assert told >= set(MARKED.findall(text)), text
        for_nothing += [(text, words) for words in told - set(MARKED.findall(text))]
    assert len(for_nothing) <= MOST_FOR_NOTHING, for_nothing


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("that guy is late, the van too", set()),
        ("jean-lou me fatigue, un air de sans-gêne", {"jean"}),
        ("it will be fine and will put us back", set()),
        ("i said no and page 3 is wrong", set()),
    ],
)
def test_words_stay_words(text: str, told: set[str]) -> None:
    assert told_in(text) <= told


def test_somebody_known_is_asked_about_in_small_letters_too() -> None:
    known = (Person(name="Mark Osei", alias="M1"), Person(name="Blanche", alias="B1"))
    assert told_in("si blanche le disait, mark osei too. Told mark, and the mark was good.", known) == {
        "blanche",
        "mark",
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("i asked will to stay. then will left, she said will was upset.", {"will"}),
        ("rose and i agreed. me and mark are not talking. i reminded hope of it.", {"rose", "mark", "hope"}),
        ("i'm worried bill will quit. moi et pierre avons fini.", {"bill", "pierre"}),
        ("jo-anne left, as karim-jo did, and point-nadia", {"jo-anne", "karim-jo", "nadia"}),
        ("what will need doing, so will need time, he asked will it rain", set()),
    ],
)
def test_whoever_acts_with_me_or_before_a_modal_is_somebody_and_a_compound_is_told_whole(
    text: str, told: set[str]
) -> None:
    assert told_in(text) == told
