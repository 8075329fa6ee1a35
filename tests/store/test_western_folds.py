"""The quick way to find words in texts of Western letters finds what the long way finds."""

import random
from collections.abc import Callable

import pytest

from journal.store import folding, western
from journal.store.excerpts import excerpts
from journal.store.searching import terms_of

_PIECES = """réunion Réunion RÉUNION reunion cœur Œuvre oeuvre curriculum vitæ Straße STRASSE þing thing décision
l’été d'été été ÉTÉ mot_lié x2 m² 2 ½ ñandú año œ oe aoe naïve co-op fin. (été) «été» “été” été… Ž žito ð d""".split()  # noqa: SIM905 -- the words of a text
_BETWEEN = (" ", " ", " ", "\n", "\u202f", "\u00a0", "_", "-", " – ", "", ", ", "’")
_QUERIES = (
    *_PIECES, "ſ", "Łódź", "réunion été", '"réunion été"', "« l'été »", "réun", "ét", "o", "oe", "strass",
    "vitae réunion 2",
)  # fmt: skip


@pytest.mark.slow_proof
def test_the_quick_way_finds_what_the_long_way_finds(
    monkeypatch: pytest.MonkeyPatch, proof_count: Callable[[int, int], int]
) -> None:
    choose = random.Random(20261129)
    texts = [
        "".join(choose.choice(_PIECES) + choose.choice(_BETWEEN) for _ in range(choose.randint(1, 60)))
        for _ in range(proof_count(60, 3_000))
    ]
    assert all(western.flat(text) is not None for text in texts)
    quick = [excerpts(texts, terms_of(query)) for query in _QUERIES]
    monkeypatch.setattr(western, "flat", lambda _text: None)
    assert quick == [excerpts(texts, terms_of(query)) for query in _QUERIES]
    assert sum(bool(spans) for told in quick for _words, spans in told) > len(quick) * len(texts) // 10


def test_texts_of_other_letters_are_left_to_the_long_way() -> None:
    assert western.flat("Gour\u00advennec") is None
    assert western.flat("项目 et projet") is None
    assert western.flat("Łódź") is None
    assert western.flat("« L’Été\u202f» _") == b"  l ete    "
    assert western.sought(("项",)) is None


def test_no_character_taken_for_western_is_a_word_of_its_own_or_unseen() -> None:
    western = [chr(code) for first, last in folding._WESTERN for code in range(ord(first), ord(last) + 1)]
    assert "é" in western
    assert [each for each in western if folding._special(each) != (False, each == "\u00ad")] == []
