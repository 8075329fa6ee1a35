import random
from collections.abc import Callable

import pytest

from journal.model.entry import Entry
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.store import searching
from journal.store.store import Store

Keep = Callable[..., Entry]


def found(store: Store, query: str, where: Filter | None = None) -> list[str]:
    with store.reading() as tx:
        return [each.line.title for each in searching.search(tx, query, where or Filter(), 50)]


@pytest.mark.parametrize(
    "query",
    ["ecole", "École", "l'école", "l’ecole", "éco", "reunion ecole", '"de l école"', "« de l’école »", "ECOLE REUNION"],
)
def test_accents_case_and_apostrophes_do_not_matter(store: Store, keep: Keep, query: str) -> None:
    keep(title="A", body="La réunion de l’école a duré.")
    keep(title="B", body="Rien de cela.")
    assert found(store, query) == ["A"]


@pytest.mark.parametrize(
    ("query", "hit"), [("coeur", True), ("cœur", True), ("COEUR", True), ("curriculum vitae", True), ("cour", False)]
)
def test_ligatures_are_found_either_way(store: Store, keep: Keep, query: str, hit: bool) -> None:
    keep(title="A", body="Le cœur et la sœur ; le curriculum vitæ.")
    assert found(store, query) == (["A"] if hit else [])


def test_only_the_last_word_may_be_a_beginning(store: Store, keep: Keep) -> None:
    keep(title="A", body="planning hebdomadaire")
    assert found(store, "planning hebdo") == ["A"]
    assert found(store, "plann hebdomadaire") == []
    assert found(store, '"planning hebdo"') == []


def test_words_of_a_phrase_stand_together(store: Store, keep: Keep) -> None:
    keep(title="A", body="ma directrice a regardé sa montre")
    keep(title="B", body="sa montre, ma directrice")
    assert found(store, '"directrice a regardé"') == ["A"]


def test_what_was_written_last_comes_first_and_filters_hold(store: Store, keep: Keep) -> None:
    keep(title="A", body="codir")
    keep(title="B", body="codir", kind=Kind.LEARNING)
    assert found(store, "codir") == ["B", "A"]
    assert found(store, "codir", Filter(kinds=(Kind.SITUATION,))) == ["A"]


def test_excerpts_mark_what_matched_and_hold_nothing_foreign(store: Store, keep: Keep) -> None:
    keep(title="A", body="avant\n\nLa [b]réunion[/b] de \x1b[31mrentrée")
    with store.reading() as tx:
        (hit,) = searching.search(tx, "reunion", Filter(), 5)
    assert [hit.snippet[start:end] for start, end in hit.spans] == ["réunion"]
    assert not any(ord(letter) < 32 for letter in hit.snippet)


@pytest.mark.parametrize("query", ["", " ", "-", '"', '""', "«", "*", "()", "👍", "…", "^", ":", "{}"])
def test_nothing_to_look_for_finds_nothing(store: Store, keep: Keep, query: str) -> None:
    keep(body="quelque chose")
    assert found(store, query) == []


@pytest.mark.slow_proof
def test_no_query_is_ever_a_mistake(store: Store, keep: Keep, proof_count: Callable[[int, int], int]) -> None:
    keep(body="l’école -x foo AND bar NEAR(a b) OR NOT title:x")
    words = ("l'", "école", "-x", "foo", "AND", "OR", "NOT", "NEAR(", ")", "title:", "œ", "oe", "é" * 300)
    marks = ('"', "«", "»", "*", "^", ":", "{", "}", "\\", "\0", " ", "  ", "'", ";", "--", "/*", "%", "\u202e")
    pieces = (*words, *marks)
    choose = random.Random(20261124)
    for _ in range(proof_count(400, 20_000)):
        found(store, "".join(choose.choices(pieces, k=choose.randint(1, 12))))
