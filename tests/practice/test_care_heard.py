"""Care heard over the labelled sentences: most that call for it, few traps, nearly no ordinary one, in any writing."""

import sys
from pathlib import Path

import pytest

from journal import language
from journal.practice.care_first import calls_for_care
from journal.practice.care_words import bare, stretches

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))
from labelled_care import UNTOUCHED, WRITERS, ordinary, said

HEARD, TRAPS, ORDINARY = 0.97, 0.08, 0.002
"""Floors over sentences that the weights were trained on; what strangers say is measured by `train_care.py`."""


@pytest.mark.parametrize("spoken", language.languages())
def test_nearly_all_that_call_for_it_are_heard_and_few_that_only_seem_to(spoken: language.Language) -> None:
    told = said(spoken, *WRITERS)
    calls, traps = ([calls_for_care(one.text) for one in told if one.offer is offer] for offer in (True, False))
    assert sum(calls) / len(calls) >= HEARD
    assert sum(traps) / len(traps) <= TRAPS


@pytest.mark.parametrize("spoken", language.languages())
def test_a_stranger_whose_sentences_nobody_had_read_is_heard(spoken: language.Language) -> None:
    told = said(spoken, UNTOUCHED)
    calls, traps = ([calls_for_care(one.text) for one in told if one.offer is offer] for offer in (True, False))
    assert len(calls) == len(traps) == 60
    assert sum(calls) >= 55
    assert sum(traps) <= 6


@pytest.mark.parametrize("spoken", language.languages())
def test_of_ordinary_sentences_nearly_none_is(spoken: language.Language) -> None:
    sample = ordinary(spoken)[::10]
    assert len(sample) > 1500
    assert sum(map(calls_for_care, sample)) <= ORDINARY * len(sample)


@pytest.mark.parametrize(
    "said_so",
    [
        "Je regarde les boîtes de cachets et je compte.",
        "Ma fille est la seule chose qui me tient en vie.",
        "My wife would manage fine without me, better probably.",
        "I keep looking at the pills in the cupboard and counting them.",
    ],
)
def test_how_it_is_written_changes_nothing(said_so: str) -> None:
    words = said_so.split()
    broken = "\n".join((" ".join(words[:4]), " ".join(words[4:])))
    for written in (
        said_so,
        said_so.upper(),
        bare(said_so),
        broken,
        f"The budget passed.\n\n{said_so} Lunch with Ann.",
    ):
        assert calls_for_care(written)


def test_a_long_text_without_a_stop_is_weighed_in_parts_that_grow_with_it_alone() -> None:
    text = "je veux " * 4000
    assert sum(map(len, stretches(text))) <= 2 * len(text.split())
    assert max(map(len, stretches(text))) <= 40
