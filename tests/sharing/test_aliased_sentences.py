"""Sentences read with their aliases as a person would have written them, reveal nobody, and can be put back."""

import json
import random
from pathlib import Path

import pytest

from journal.model.person import Person
from journal.sharing.aliasing import Aliasing
from journal.sharing.folding import WORD, fold

LABELLED = Path(__file__).resolve().parents[2] / "benchmarks" / "labelled"
AS_WRITTEN = 0.99

Lines = list[tuple[str, str]]


def read(language: str) -> tuple[list[Person], Lines]:
    first, *lines = (LABELLED / f"aliased_sentences.{language}.jsonl").read_text(encoding="utf-8").splitlines()
    people = [Person(name=name, alias=alias) for name, alias in json.loads(first)["people"].items()]
    return people, [(told["text"], told["wanted"]) for told in map(json.loads, lines)]


@pytest.fixture(params=["fr", "en"])
def labelled(request: pytest.FixtureRequest) -> tuple[list[Person], Lines]:
    return read(request.param)


def test_nobody_is_revealed(labelled: tuple[list[Person], Lines]) -> None:
    people, lines = labelled
    aliasing = Aliasing(people)
    names = {word for person in people for word in WORD.findall(fold(person.name))}
    for text, wanted in lines:
        left = names & set(WORD.findall(fold(aliasing.apply(text).text)))
        assert left <= set(WORD.findall(fold(wanted))), text


def test_every_sentence_can_be_put_back(labelled: tuple[list[Person], Lines]) -> None:
    people, lines = labelled
    aliasing = Aliasing(people)
    assert [aliasing.apply(text).original for text, _wanted in lines] == [text for text, _wanted in lines]


def test_nearly_all_sentences_read_as_written(labelled: tuple[list[Person], Lines]) -> None:
    people, lines = labelled
    aliasing = Aliasing(people)
    right = [text for text, wanted in lines if aliasing.apply(text).text == wanted]
    assert len(right) >= AS_WRITTEN * len(lines)


def test_there_are_four_hundred_sentences_or_more_in_each_language() -> None:
    assert all(len(read(language)[1]) >= 400 for language in ("fr", "en"))


CAST = (
    Person(name="Zoltan Kertesz", alias="le DRH"),
    Person(name="Anja Brzezicki", alias="une collègue"),
    Person(name="Oumar Ndiaye", alias="mon N+1"),
    Person(name="Иван Петров", alias="l’assistant"),
    Person(name="王小明", alias="Alba"),
    Person(name="Yann Legall", alias="un adjoint"),
    Person(name="Mark Young", alias="my boss"),
)
NAMED = (
    *("Zoltan", "KERTESZ", "zoltan kertesz", "Anja", "A. Brzezicki", "Mme Ndiaye", "Oumar N.", "Иван", "И. Петров"),
    *("Yann", "LEGALL", "Mark", "Young", "mark young"),
    *("王小明", "Dr Kertesz", "zoltan.kertesz@acme.fr", "An\u00adja"),
)
AROUND = (
    *(
        "de",
        "d’",
        "l’",
        "qu’",
        "que",
        "à",
        "le",
        "la",
        "les",
        "des",
        "du",
        "mon",
        "ma",
        "cher",
        "the",
        "my",
        "'s",
        "’s",
    ),
    *("« ", " »", "“", "”", "(", ")", ",", ".", "!", "?", "…", ":", "— ", "-", "\n", "\n- ", "\n## ", " ", "\u00a0"),
    *("Merci", "Thanks,", "Point", "Mail", "mon ami", "my friend", "poor", "Poor", "another", ", tu", ", you", "you"),
    *("teams", "need", "d’avant", "of last year", "REUNION", "AVEC", "_", "pour", "14 h"),
    *("collègue", "DRH", "la DRH,", "jusqu’", "lorsque", "@", "/", "|", "0", "\u00ad", "é"),
)


def test_whatever_stands_around_a_name_can_be_put_back_and_reveals_nobody() -> None:
    chance = random.Random(5)  # the same texts each time
    aliasing = Aliasing(CAST)
    names = {word for person in CAST for word in WORD.findall(fold(person.name))}
    for _text in range(3000):
        parts = [
            f" {chance.choice(NAMED)} " if chance.random() < 0.3 else chance.choice(AROUND) + chance.choice(("", " "))
            for _part in range(chance.randint(2, 14))
        ]
        text = "".join(parts)
        aliased = aliasing.apply(text)
        assert aliased.original == text
        assert not names & set(WORD.findall(fold(aliased.text))), text


def test_an_indefinite_alias_stays_so_where_the_definite_one_would_be_another_person() -> None:
    both = (Person(name="Zoé Sand", alias="un élève"), Person(name="Inès Roca", alias="une élève"))
    assert Aliasing(both).apply("Zoé aide Inès.").text == "Un élève aide une élève."
    assert Aliasing(both[:1]).apply("Zoé aide Inès.").text == "L’élève aide Inès."
    known = (Person(name="Zoé Sand", alias="a deputy"), Person(name="Inès Roca", alias="the deputy"))
    assert Aliasing(known).apply("Zoé helps Inès.").text == "A deputy helps the deputy."


def test_an_indefinite_alias_stays_so_alone_and_of_one_among_many() -> None:
    cast = (Person(name="Zoé Sand", alias="une collègue"), Person(name="Inès Roca", alias="un membre du groupe"))
    assert Aliasing(cast).apply("Zoé Sand").text == "Une collègue"
    assert Aliasing(cast).apply("Zoé et Inès Roca.").text == "Ma collègue et un membre du groupe."


@pytest.mark.parametrize("text", ["\u00ad[Mark](a.md)", "**Mark**\u00ad, a\u00ad**b**", "\u200b*Mark*\u200b"])
def test_a_sign_beside_what_nobody_sees_parts_no_name(text: str) -> None:
    aliased = Aliasing([Person(name="Mark Young", alias="P7")]).apply(text)
    assert (aliased.text, aliased.original) == (text.replace("Mark", "P7"), text)


@pytest.mark.parametrize("alias", ["A / B", "A 2", "A", "A B"])
def test_a_letter_that_is_no_article_stays_what_it_is(alias: str) -> None:
    assert Aliasing([Person(name="Zoé", alias=alias)]).apply("Zoé helps.").text == f"{alias} helps."


@pytest.mark.parametrize(
    ("text", "by", "told"),
    [
        ("À la Poste, et de la **Poste**.", "un transporteur", "Au transporteur, et du **transporteur**."),
        ("Dès la Poste, à ma Poste.", "le transporteur", "Dès le transporteur, à mon transporteur."),
        ("Je vais à l’Usine ; le site de l’Usine.", "le site", "Je vais au site ; le site du site."),
        ("Le Conseil a vu le Conseil, du Conseil.", "instance", "L’instance a vu l’instance, de l’instance."),
    ],
)
def test_an_article_of_the_text_goes_into_one_with_what_stands_before_it(text: str, by: str, told: str) -> None:
    name = next(word for word in ("Poste", "Usine", "Conseil") if word in text)
    aliased = Aliasing((), [(name, by)]).apply(text)
    assert (aliased.text, aliased.original) == (told, text)
