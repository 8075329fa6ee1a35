"""Train what decides follow-ups, and write it beside the word lists: headwords, weights and thresholds.

    pip install scikit-learn simplemma
    python benchmarks/train_follow_ups.py [fr|en]

One decision per trigger, one small logistic regression per family. A labelled sentence does not say which of its
triggers is meant: each round keeps the one that the model likes best. Thresholds come from sentences of writers that
the model, for this purpose, has not seen, all families together; these are other authors than the main one where there
are any. The writers kept for the test are never read here. Before it `word_senses.py`, after it `trained_names.py`.
"""

import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from os.path import commonprefix
from pathlib import Path

import numpy as np
from labelled_follow_ups import PLAIN, STRANGERS, TRAINING, Sentence, sentences
from scipy.sparse import csr_matrix, diags
from simplemma.strategies.dictionaries import DefaultDictionaryFactory
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from journal.language import Language, languages
from journal.model.protocol import Family
from journal.protocols.families import decision, word_lists
from journal.protocols.families.context import clause_features, trigger_features
from journal.protocols.families.decision import Model, told_of
from journal.protocols.families.own_words import own_words
from journal.protocols.families.proposing import proposals
from journal.protocols.families.word_lists import Vocabulary
from journal.protocols.families.words import fold, read_words

TRAINED = Path(word_lists.__file__).parent
STRENGTH = 1.9
"""Inverse of the regularisation, for a sentence of the main author: smaller trusts single words less."""
SEEN_IN = 2
"""A feature of fewer triggers than this is left out: it cannot carry over to other sentences."""
ROUNDS, FOLDS = 3, 6
PRECISE_ENOUGH = 0.92
"""How much of all that fires, on other authors unseen, has to be right: when unsure a follow-up stays silent."""
SURER = 20
"""How many fiftieths surer it has to be than that: what was settled on others heard too much of the main author."""
STRANGER_COUNTS, PLAIN_COUNTS = 4, 2
"""How many sentences of the main author one of another author weighs, and a plain one."""
SCALE = 50
LEAST_WEIGHT: Mapping[Language, float] = {"fr": 6, "en": 8}
"""Weights are kept as fiftieths; what weighs less, the more often the less, decides too little to be shipped."""
_INFLECTED_KINDS = ("eff", "state", "good", "person")
_RARE = ("asse", "asses", "assent", "ames", "ates", "assions", "assiez", "issions", "issiez", "erions", "eriez", "erez")


@dataclass(frozen=True)
class Examples:
    """The triggers of one family: their features, whether they should fire, and the sentence each stands in."""

    features: Sequence[Mapping[str, int]]
    fires: np.ndarray
    sentence: np.ndarray
    writer: np.ndarray

    def where(self, chosen: np.ndarray) -> "Examples":
        """Return some of the examples."""
        kept = [one for one, take in zip(self.features, chosen, strict=True) if take]
        return Examples(kept, self.fires[chosen], self.sentence[chosen], self.writer[chosen])


@dataclass(frozen=True)
class Fit:
    """What was learned of one family: the features that count, what each weighs, and where the sum starts."""

    names: list[str]
    weights: np.ndarray
    start: float

    def scores(self, rows: Iterable[Mapping[str, int]]) -> np.ndarray:
        """Return how much each trigger speaks for the family."""
        return _table(self.names, rows) @ self.weights + self.start


def headwords(language: Language, texts: Iterable[Sentence]) -> dict[str, str]:
    """Return the headword of each form that is listed, inflected from a listed word, or met in the sentences."""
    data = word_lists.data(language)
    lemmas: dict[str, str] = {}
    for form, lemma in DefaultDictionaryFactory().get_dictionary(language).items():
        if form == form.lower():
            lemmas.setdefault(fold(form.strip("-")), fold(lemma))
    inflected = defaultdict(set)
    for form, lemma in lemmas.items():
        inflected[lemma].add(form)
    heads = {form: head for head, forms in data["words"]["heads"].items() for form in forms.split()}
    kinds = {kind: [fold(one) for one in listed.split()] for kind, listed in data["words"]["kinds"].items()}
    listed = [trigger.parts[0] for trigger in word_lists.triggers(data) if len(trigger.parts) == 1]
    listed += [one for kind in _INFLECTED_KINDS for one in kinds[kind]]
    for head in listed:
        for form in _forms(head, inflected[head], language):
            if form == head or form in lemmas:
                heads.setdefault(form, head)
    for one in (one for words in kinds.values() for one in words):
        heads.setdefault(one, one)
    for form in {form for text in texts for form in _met(text.text, data)}:
        heads.setdefault(form, lemmas.get(form, form))
    return heads


def _met(text: str, data: dict) -> Iterator[str]:
    return (fold(one) for one in re.findall(data["words"]["part"], text.lower()))


def _forms(head: str, known: set[str], language: Language) -> Iterator[str]:
    yield head
    yield from (form for form in known if not form.endswith(_RARE))
    yield f"{head}s"
    if language != "fr":
        return
    yield from (f"{head}e", f"{head}es")
    if head.endswith("er"):
        yield from (head[:-2] + end for end in ("e", "es", "ent", "ais", "ait", "aient", "ant", "ee", "ees", "ons"))
    if head.endswith(("eux", "eur")):
        yield from (f"{head[:-1]}se", f"{head[:-1]}ses")
    if head.endswith("if"):
        yield from (f"{head[:-1]}ve", f"{head[:-1]}ves")
    if head.endswith(("el", "ien")):
        yield from (f"{head}{head[-1]}e", f"{head}{head[-1]}es")


def examples(texts: Sequence[Sentence], vocabulary: Vocabulary) -> dict[Family, Examples]:
    """Return the triggers of all sentences by family; those that may fire or not are left out."""
    found = defaultdict(list)
    for number, one in enumerate(texts):
        plain = own_words(one.text, vocabulary.speech)
        reading = read_words(one.text, plain, vocabulary.lexicon)
        for proposal in proposals(reading, vocabulary.triggers):
            family = proposal.trigger.family
            if family not in one.either:
                clause = reading.clauses[reading.words[proposal.first].clause]
                pairs = chain(clause_features(reading, clause), trigger_features(reading, clause, proposal))
                seen = {f"{slot}\t{value}": 1 for slot, value in pairs}
                found[family].append((seen, family in one.families, number, one.writer))
    return {family: _columns(rows) for family, rows in found.items()}


def _columns(rows: list[tuple]) -> Examples:
    seen, *others = zip(*rows, strict=True)
    return Examples(seen, *map(np.array, others))


def fitted(known: Examples, language: Language) -> Fit:
    """Fit one family: how strongly a feature is shared out between yes and no says how far it may be trusted."""
    often = Counter(name for one in known.features for name in one)
    names = sorted(name for name, times in often.items() if times >= SEEN_IN)
    table = _table(names, known.features)
    others, plain = np.isin(known.writer, STRANGERS), np.isin(known.writer, PLAIN)
    heavy = np.select([others, plain], [STRANGER_COUNTS, PLAIN_COUNTS], 1)
    kept = np.ones(len(known.fires), bool)
    for _round in range(ROUNDS):
        trust = _trust(table, heavy * kept, known.fires)
        trusted = (table @ diags(trust)).tocsr()
        regression = LogisticRegression(C=STRENGTH, solver="liblinear", intercept_scaling=3)
        regression.fit(trusted[kept], known.fires[kept], sample_weight=heavy[kept])
        kept = _likeliest(regression.decision_function(trusted), known)
    steps = np.round(regression.coef_[0] * trust * SCALE)
    decides = np.abs(steps) * np.array([often[name] for name in names]) ** 0.25 >= LEAST_WEIGHT[language]
    return Fit([*np.array(names)[decides]], steps[decides] / SCALE, float(regression.intercept_[0]))


def _trust(table: csr_matrix, weight: np.ndarray, fires: np.ndarray) -> np.ndarray:
    """Return for each feature how far apart its shares of what fires and of what does not are."""
    yes, no = (table.T @ (weight * one) + 1.0 for one in (fires, ~fires))
    return np.sqrt(np.abs(np.log((yes / yes.sum()) / (no / no.sum()))))


def _likeliest(scores: np.ndarray, known: Examples) -> np.ndarray:
    """Keep, of the triggers of a sentence that fires, the one that scores best, and all triggers that should not."""
    best: dict[int, int] = {}
    for at in np.flatnonzero(known.fires):
        one = known.sentence[at]
        if one not in best or scores[at] > scores[best[one]]:
            best[one] = at
    kept = ~known.fires
    kept[list(best.values())] = True
    return kept


def _table(names: list[str], rows: Iterable[Mapping[str, int]]) -> csr_matrix:
    vectorizer = DictVectorizer(dtype=np.float32)
    vectorizer.fit([dict.fromkeys(names, 1)])
    return vectorizer.transform(rows)


def unseen_scores(known: Examples, language: Language) -> tuple[np.ndarray, np.ndarray]:
    """Return, for each sentence with a trigger, its best score by a model that never saw its writer, and its label."""
    best: dict[int, float] = {}
    labels: dict[int, bool] = {}
    strangers = np.intersect1d(known.writer, STRANGERS)
    apart = strangers if len(strangers) else np.unique(known.writer)
    for group in range(min(FOLDS, len(apart))):
        held = np.isin(known.writer, apart[group::FOLDS])
        fit, rest = fitted(known.where(~held), language), known.where(held)
        for score, fires, one in zip(fit.scores(rest.features), rest.fires, rest.sentence, strict=True):
            best[one] = max(score, best.get(one, score))
            labels[one] = fires
    order = sorted(best)
    return np.array([best[one] for one in order]), np.array([labels[one] for one in order])


def thresholds(unseen: Mapping[Family, tuple[np.ndarray, np.ndarray]], enough: float) -> dict[Family, float]:
    """Return for each family the score above which it fires, so that all that fires together is precise enough.

    All families ask for the same probability: what one of them adds costs no more false alarms than in another.
    """
    slopes = {
        family: LogisticRegression(C=1e3).fit(scores.reshape(-1, 1), labels)
        for family, (scores, labels) in unseen.items()
    }
    sure = np.concatenate(
        [slopes[one].predict_proba(scores.reshape(-1, 1))[:, 1] for one, (scores, _) in unseen.items()]
    )
    right = np.concatenate([labels for _scores, labels in unseen.values()])
    order = np.argsort(-sure)
    precise = np.flatnonzero(np.cumsum(right[order]) / np.arange(1, len(order) + 1) >= enough)
    least = sure[order][precise[-1]] if len(precise) else 1 - 1e-9
    odds = np.log(least / (1 - least))
    return {one: float((odds - slope.intercept_[0]) / slope.coef_[0, 0]) for one, slope in slopes.items()}


def trained(language: Language, texts: Sequence[Sentence]) -> dict[str, object]:
    """Return all that the program needs to decide, as it is written to the file."""
    heads = headwords(language, texts)
    senses = written_senses(language)
    known = examples(texts, word_lists.read(language, Model(heads, {}, {}, told_of(senses))))
    weights: dict[str, dict[str, str]] = {}
    starts, unseen = {}, {}
    for family, rows in known.items():
        fit = fitted(rows, language)
        slots: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
        for name, weight in zip(fit.names, fit.weights, strict=True):
            slot, value = name.split("\t")
            slots[slot][round(weight * SCALE)].append(value)
        weights[family.value] = _joined(slots)
        starts[family] = fit.start
        unseen[family] = unseen_scores(rows, language)
    least = thresholds(unseen, PRECISE_ENOUGH)
    for family, (scores, labels) in unseen.items():
        good, fires = int(labels[scores > least[family]].sum()), int((scores > least[family]).sum())
        print(f"| {language} | {family.value} | {good / max(1, fires):.2f} | {good / labels.sum():.2f} |", flush=True)
    steps = {family.value: round((least[family] - start) * SCALE) + SURER for family, start in starts.items()}
    found = {"heads": _packed(heads, told_of(senses)), "thresholds": steps, "weights": weights}
    return found | {"senses": senses} if senses else found


def _joined(slots: Mapping[str, Mapping[int, list[str]]]) -> dict[str, str]:
    """Write the values of one weight together, as `_weights` of decision.py reads them."""
    return {
        slot: ";".join(f"{weight}:{'|'.join(sorted(values))}" for weight, values in sorted(by_weight.items()))
        for slot, by_weight in slots.items()
    }


def _packed(heads: Mapping[str, str], told: Mapping[str, str]) -> dict[str, str]:
    """Write the forms of each headword as what they begin with, and their endings; a known word is no news alone."""
    forms = defaultdict(list)
    for form, head in sorted(heads.items()):
        forms[head].append(form)
    packed = {}
    for head, written in sorted(forms.items()):
        if written == [head] and head in told:
            continue
        stem = commonprefix(written)  # noqa: RUF071 - letters are compared, these are no paths
        packed[head] = f"{stem}|{','.join(form[len(stem) :] for form in written)}"
    return packed


def written_senses(language: Language) -> dict[str, str]:
    """Return what words tell of as the file has it; `word_senses.py` writes it there."""
    return dict(decision.trained(language).get("senses", {}))


def write(language: Language, data: Mapping[str, object]) -> int:
    """Write what the program reads of a language, the same bytes at every run; return how many."""
    text = json.dumps(data, ensure_ascii=False, indent=0, separators=(",", ":"), sort_keys=True)
    return (TRAINED / f"{language}.json.gz").write_bytes(gzip.compress(text.encode(), mtime=0))


def main(arguments: list[str]) -> None:
    """Train the languages named, or all; print precision and recall on writers unseen, left out group by group."""
    for language in [one for one in languages() if one in arguments] or languages():
        data = trained(language, sentences(language, TRAINING))
        print(f"{language}: {write(language, data) // 1024} KiB, thresholds {data['thresholds']}")


if __name__ == "__main__":
    main(sys.argv[1:])
