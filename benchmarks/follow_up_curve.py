"""Measure whether more labelled sentences would pay: precision and recall after training on ever more of them.

    pip install scikit-learn simplemma
    python benchmarks/follow_up_curve.py [fr|en]

Sentences are drawn from the training writers with a fixed seed; the untouched writers are the test, all families
together. Sizes count both languages, half of them each.
"""

import random
import sys
from collections.abc import Sequence

import numpy as np
from labelled_follow_ups import TRAINING, UNTOUCHED, Sentence, sentences
from train_follow_ups import PRECISE_ENOUGH, _table, examples, fitted, headwords, thresholds, unseen_scores

from journal.language import Language, languages
from journal.protocols.families import word_lists
from journal.protocols.families.decision import Model

SIZES = (500, 1000, 2000, 4000, 8000)
SEED = 13


def measured(language: Language, known: Sequence[Sentence], test: Sequence[Sentence]) -> tuple[float, float]:
    """Return precision and recall on the test after training on what is known."""
    vocabulary = word_lists.read(language, Model(headwords(language, known), {}, {}))
    tests, good, fired = examples(test, vocabulary), 0, 0
    taught = {
        family: rows
        for family, rows in examples(known, vocabulary).items()
        if rows.fires.any() and not rows.fires.all() and family in tests
    }
    least = thresholds({family: unseen_scores(rows) for family, rows in taught.items()}, PRECISE_ENOUGH[language])
    for family, rows in taught.items():
        names, regression = fitted(rows)
        seen = tests[family]
        sure = regression.decision_function(_table(names, seen.features)) > least[family]
        for one in np.unique(seen.sentence[sure]):
            fired += 1
            good += family in test[one].families
    return good / max(1, fired), good / sum(len(one.families) for one in test)


def main(arguments: list[str]) -> None:
    """Print a line per size and language."""
    for language in [one for one in languages() if one in arguments] or languages():
        known, test = sentences(language, TRAINING), sentences(language, UNTOUCHED)
        random.Random(SEED).shuffle(known)
        for size in (*(one for one in SIZES if one // 2 < len(known)), 2 * len(known)):
            precision, recall = measured(language, known[: size // 2], test)
            print(f"| {language} | {size} | {precision:.2f} | {recall:.2f} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
