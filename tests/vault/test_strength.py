"""Passphrases measured."""

import time

import pytest

from journal import language
from journal.vault.strength import measure


@pytest.mark.parametrize(
    "weak", ["", "password", "motdepasse", "azertyuiop", "123456789", "aaaaaaaaaaaaaaa", "19841984", "Karim2024"]
)
def test_what_would_be_guessed_is_refused(weak: str) -> None:
    assert not measure(weak).acceptable


@pytest.mark.parametrize("strong", ["correct horse battery staple", "lampe rivière toboggan neuf", "x7!Qm2#vLp9z"])
def test_several_unrelated_words_are_accepted_without_a_warning(strong: str) -> None:
    measured = measure(strong)
    assert measured.acceptable
    assert measured.score == 4
    assert measured.warning == ""


def test_own_words_count_as_known() -> None:
    assert (
        measure("Xanthippe Kowalczyk", ["Xanthippe", "Kowalczyk"]).guesses_log10
        < measure("Xanthippe Kowalczyk").guesses_log10
    )


def test_every_refusal_says_why_in_both_languages() -> None:
    said = {}
    for spoken in language.languages():
        language.choose(spoken)
        said[spoken] = [measure(weak).warning for weak in ("password", "azertyuiop", "aaaaaaaaaaa", "karim", "tj4x")]
        assert all(said[spoken])
    assert not set(said["fr"]) & set(said["en"])


def test_a_very_long_passphrase_is_measured_at_once() -> None:
    begun = time.perf_counter()
    assert measure("lampe rivière toboggan " * 10_000).acceptable
    assert time.perf_counter() - begun < 2
