"""Train what hears that somebody wants to die, and measure it on a writer left out.

    pip install scikit-learn
    python benchmarks/train_care.py [fr|en] [--faults]

A logistic regression over what `care_words.py` reads of a stretch. Sentences that call for it and traps are
`labelled/care`, and all labelled sentences of follow-ups are ordinary ones, of which every other is left out too when a
writer is. How sure it has to be is settled there: so that of ordinary sentences unseen the share `ORDINARY` is heard.
"""

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from labelled_care import STRANGERS, WRITERS, Said, ordinary, said
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from journal.language import Language, languages
from journal.practice import care_first
from journal.practice.care_words import Kinds, bare, features, stretches

PLACE = Path(care_first.__file__).parent / "care_turns"
STRENGTH = 0.3
"""Inverse of the regularisation."""
SEEN_IN = 2
COUNTS = {"offer": 10.0, "trap": 4.0}
"""How many ordinary sentences one that calls for it weighs, and one that only seems to."""
ORDINARY = 0.006
"""Of ordinary sentences unseen, the share that is heard: one line too often costs little, one missing may cost much."""
SCALE = 50
LEAST_WEIGHT = 3
"""What weighs less, in fiftieths, is not shipped."""
OTHER_LANGUAGE = 6
"""Of the ordinary sentences of other languages every sixth is known as one too, since all languages are heard."""


@dataclass(frozen=True)
class Fit:
    """What was learned: the weight of each feature in fiftieths, the start among them left out of the sum."""

    weights: Mapping[str, int]
    start: int

    def score(self, text: str, kinds: Kinds) -> int:
        """Return how much the stretch of a text that says it most does."""
        sums = (sum(self.weights.get(one, 0) for one in features(words, kinds)) for words in stretches(text))
        return max(sums, default=-10_000) + self.start


def fitted(known: Iterable[Said], plain: Sequence[str], kinds: Kinds) -> Fit:
    """Fit sentences that call for it, whole, against each stretch of those that do not."""
    rows: list[set[str]] = []
    counts: list[float] = []
    calls: list[bool] = []
    for one in known:
        heard = [bare(one.text).split()] if one.offer else list(stretches(one.text))
        rows += [features(words, kinds) for words in heard]
        calls += [one.offer] * len(heard)
        counts += [COUNTS["offer" if one.offer else "trap"]] * len(heard)
    pairs = [f"{one} {other}" for one, other in zip(plain[::4], plain[1::4], strict=False)]
    quiet = [features(words, kinds) for text in (*plain, *pairs) for words in stretches(text)]
    rows += quiet
    calls += [False] * len(quiet)
    counts += [1.0] * len(quiet)
    return _regression(rows, np.array(calls), np.array(counts))


def _regression(rows: Sequence[set[str]], calls: np.ndarray, counts: np.ndarray) -> Fit:
    """Fit; how differently a feature is shared out between yes and no says how far it may be trusted."""
    often = Counter(one for row in rows for one in row)
    names = sorted(one for one, times in often.items() if times >= SEEN_IN)
    column = {one: at for at, one in enumerate(names)}
    at = [(line, column[one]) for line, row in enumerate(rows) for one in sorted(row) if one in column]
    lines, columns = np.array(at).T
    table = csr_matrix((np.ones(len(at)), (lines, columns)), shape=(len(rows), len(names)))
    yes, no = (table.T @ (counts * one) + 1.0 for one in (calls, ~calls))
    trust = np.sqrt(np.abs(np.log((yes / yes.sum()) / (no / no.sum()))))
    regression = LogisticRegression(C=STRENGTH, solver="liblinear", intercept_scaling=3)
    regression.fit((table @ diags(trust)).tocsr(), calls, sample_weight=counts)
    steps = np.round(regression.coef_[0] * trust * SCALE).astype(int)
    weights = {one: int(step) for one, step in zip(names, steps, strict=True) if abs(step) >= LEAST_WEIGHT}
    return Fit(weights, round(float(regression.intercept_[0]) * SCALE))


def measured(language: Language, kinds: Kinds, *, faults: bool) -> int:
    """Print what each stranger left out says about it, and return above which sum ordinary sentences are left alone."""
    plain, least = ordinary(language), []
    for stranger in STRANGERS:
        others = [one for one in WRITERS if one != stranger]
        fit = fitted(said(language, *others), [*plain[::2], *_foreign(language)], kinds)
        quiet = sorted((fit.score(text, kinds) for text in plain[1::2]), reverse=True)
        bound = quiet[round(ORDINARY * len(quiet))]
        least.append(bound)
        shown: dict[bool, list[str]] = {True: [], False: []}
        told = said(language, stranger)
        for one in told:
            fires = fit.score(one.text, kinds) > bound or care_first.heard(language).told(bare(one.text))
            if fires == one.offer:
                shown[one.offer].append(one.text)
            elif faults:
                print(f"  {'missed' if one.offer else 'heard '}  {one.text}")
        heard = len(shown[True]) / sum(one.offer for one in told)
        tempted = 1 - len(shown[False]) / sum(not one.offer for one in told)
        print(f"{language}, {stranger} left out: {heard:.2f} heard, {tempted:.2f} of traps too", flush=True)
    return round(sum(least) / len(least))


def _foreign(language: Language) -> list[str]:
    return [text for other in languages() if other != language for text in ordinary(other)[::OTHER_LANGUAGE]]


def main(arguments: list[str]) -> None:
    """Measure and train the languages named, or all, and write the same bytes at every run."""
    for language in [one for one in languages() if one in arguments] or languages():
        kinds = care_first.heard(language).kinds
        bound = measured(language, kinds, faults="--faults" in arguments)
        fit = fitted(said(language, *WRITERS), [*ordinary(language), *_foreign(language)], kinds)
        by_weight: dict[int, list[str]] = defaultdict(list)
        for one, weight in sorted(fit.weights.items()):
            by_weight[weight].append(one)
        joined = {str(weight): "|".join(those) for weight, those in sorted(by_weight.items())}
        text = json.dumps({"least": bound - fit.start, "weights": joined}, ensure_ascii=False, indent=0)
        size = (PLACE / f"{language}.json.gz").write_bytes(gzip.compress(text.encode(), mtime=0))
        print(f"{language}: {size} bytes, {len(fit.weights)} weights", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
