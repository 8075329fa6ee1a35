"""The names among the words that training met are listed, so that none of them passes for an ordinary word."""

import sys
from pathlib import Path

from journal.sharing.words import folded

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))
from trained_names import in_capitals


def test_every_name_of_the_training_sentences_is_listed() -> None:
    capital, within = in_capitals()
    listed = folded("trained-names")
    unlisted = {word for word in within - listed if len(word) > 1}
    assert not unlisted, "run benchmarks/trained_names.py"
    assert listed <= capital
    assert {"tunde", "bisi", "solveig", "apolline"} <= listed
