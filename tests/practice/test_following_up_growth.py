"""Follow-ups stay linear whatever is written, and cost nothing before they are needed."""

import re
import subprocess
import sys
from collections.abc import Callable
from time import process_time

import pytest

from journal.language import Language, languages
from journal.practice.following_up import all_matches
from journal.protocols.families.word_lists import vocabulary

HOSTILE = {
    "one word without end": "a",
    "spaces": " ",
    "words that begin a pattern": "je ne me suis pas très ",
    "absolutes": "toujours never ",
    "opening quotations": "« “ ‘ '",
    "double quotations": '"x',
    "reports": "m’a dit que said that ",
    "incises": ", m’a dit. ",
    "commas": "il, elle, ",
    "who": "karim veut le nadia croit la ",
    "line ends": "\n- ",
    "dashes": "\n— vous",
}


def seconds(text: str, language: Language) -> float:
    """Return the least processor time of three runs: noise only ever adds."""
    times = []
    for _run in range(3):
        start = process_time()
        all_matches(text, language)
        times.append(process_time() - start)
    return min(times)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.slow_proof
def test_four_times_the_text_takes_about_four_times_as_long(
    piece: str, language: Language, proof_count: Callable[[int, int], int]
) -> None:
    sizes = (size // proof_count(4, 1) for size in (25_000, 100_000))
    short, long = ((piece * (size // len(piece) + 1))[:size] for size in sizes)

    assert seconds(long, language) < 8 * seconds(short, language) + 0.02


@pytest.mark.parametrize("language", languages())
def test_no_pattern_repeats_without_bound(language: Language) -> None:
    lists = vocabulary(language)
    for compiled in (lists.speech.before, lists.speech.after, *(family.present for family in lists.families)):
        assert not re.search(r"(?<!\\)[*+]|\{\d+,\}", compiled.expression.pattern)


def test_no_word_list_and_no_model_is_read_by_importing() -> None:
    code = (
        "from journal.practice import following_up\n"
        "from journal.protocols.families.decision import model\n"
        "from journal.protocols.families.word_lists import vocabulary\n"
        "print(vocabulary.cache_info().currsize + model.cache_info().currsize)"
    )

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "0\n"
