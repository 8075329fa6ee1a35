"""Sentences read with their aliases as a person would have written them, reveal nobody, and can be put back."""

import json
from pathlib import Path

import pytest

from journal.model.person import Person
from journal.sharing.aliasing import Aliasing
from journal.sharing.folding import WORD, fold

LABELLED = Path(__file__).resolve().parents[2] / "benchmarks" / "labelled"
AS_WRITTEN = 0.97

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


def test_there_are_four_hundred_sentences_or_more() -> None:
    assert sum(len(read(language)[1]) for language in ("fr", "en")) >= 400
