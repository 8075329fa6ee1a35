"""Measure whether more labelled sentences would pay: precision and recall after training on ever more of them.

    pip install scikit-learn simplemma
    python benchmarks/follow_up_curve.py [fr|en]

Sentences are drawn from the training writers with a fixed seed, so many in each language; where other authors wrote
some, a second part adds ever more of theirs to all that the main author wrote. The untouched writers are the test, all
families together, those of the main author and the others apart. What ships leaves out weights that decide little.
"""

import random
import sys
from collections.abc import Iterator, Sequence

import numpy as np
from labelled_follow_ups import MAIN_AUTHOR, OTHER_AUTHORS, STRANGERS, TRAINING, Sentence, sentences
from train_follow_ups import (
    PRECISE_ENOUGH,
    examples,
    fitted,
    headwords,
    thresholds,
    unseen_scores,
    written_senses,
)

from journal.language import Language, languages
from journal.protocols.families import word_lists
from journal.protocols.families.decision import Model, told_of

SIZES, STRANGER_SIZES = (500, 1000, 2000, 4000), (0, 640, 1280, 2400)
SEED = 13


def measured(
    language: Language, known: Sequence[Sentence], tests: Sequence[Sequence[Sentence]]
) -> list[tuple[float, float]]:
    """Return precision and recall on each test after training on what is known."""
    model = Model(headwords(language, known), {}, {}, told_of(written_senses(language)))
    vocabulary = word_lists.read(language, model)
    taught = {
        family: rows
        for family, rows in examples(known, vocabulary).items()
        if rows.fires.any() and not rows.fires.all()
    }
    unseen = {family: unseen_scores(rows, language) for family, rows in taught.items()}
    unseen = {family: found for family, found in unseen.items() if len(set(found[1])) > 1}
    least = thresholds(unseen, PRECISE_ENOUGH)
    fits = {family: fitted(taught[family], language) for family in unseen}
    found = []
    for test in tests:
        good = fired = 0
        for family, seen in examples(test, vocabulary).items():
            if family not in fits:
                continue
            sure = fits[family].scores(seen.features) > least[family]
            heard = np.unique(seen.sentence[sure])
            fired += len(heard)
            good += sum(family in test[one].families for one in heard)
        found.append((good / max(1, fired), good / sum(len(one.families) for one in test)))
    return found


def parts(language: Language) -> Iterator[tuple[str, list[Sentence]]]:
    """Yield what to train on, each with how it is called."""
    known = sentences(language, TRAINING)
    random.Random(SEED).shuffle(known)
    for size in (one for one in SIZES if one < len(known)):
        yield str(size), known[:size]
    others = [one for one in known if one.writer in STRANGERS]
    if others:
        mine = [one for one in known if one.writer not in STRANGERS]
        for size in (one for one in STRANGER_SIZES if one < len(others)):
            yield f"{len(mine)} and {size} by others", [*mine, *others[:size]]
    yield f"all, {len(known)}", known


def main(arguments: list[str]) -> None:
    """Print a line per size and language."""
    for language in [one for one in languages() if one in arguments] or languages():
        tests = [test for writers in (MAIN_AUTHOR, OTHER_AUTHORS) if (test := sentences(language, writers))]
        for name, known in parts(language):
            cells = [f"{each:.2f}" for pair in measured(language, known, tests) for each in pair]
            print(f"| {language} | {name} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
