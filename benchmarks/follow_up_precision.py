"""Measure how precisely follow-ups hear: precision and recall per family and language, on writers kept apart.

    python benchmarks/follow_up_precision.py [fr|en] [writers] [--faults] [--training]

The untouched writers had briefs of their own and wrote after the word lists were closed; nothing was tuned on them.
`--training` measures the sentences that the program was trained on, which flatters; `--faults` lists what goes wrong.
A trap is a sentence that was written to tempt a family, or in which one of its triggers stands without calling for it.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from math import sqrt

from labelled_follow_ups import TRAINING, UNTOUCHED, Sentence, sentences

from journal.language import Language, languages
from journal.model.protocol import Family
from journal.practice.following_up import all_matches
from journal.protocols.families.own_words import own_words
from journal.protocols.families.proposing import proposals
from journal.protocols.families.word_lists import vocabulary
from journal.protocols.families.words import read_words
from journal.settings import QUIET_FAMILIES

WILSON = 1.645
"""Standard deviations of a bound that holds in 90 of 100 cases on both sides."""


def fired(text: str, language: Language) -> frozenset[str]:
    """Return the families that fire on a text."""
    return frozenset(one.family.value for one in all_matches(text, language))


def tempted(text: str, language: Language) -> frozenset[str]:
    """Return the families of which a trigger stands in a text, whether it calls for them or not."""
    lists = vocabulary(language)
    plain = own_words(text, lists.speech)
    found = proposals(read_words(text, plain, lists.lexicon), lists.triggers)
    return frozenset(one.trigger.family.value for one in found)


def lower_bound(good: int, wrong: int) -> float:
    """Return the least precision that these counts allow: Wilson's bound."""
    count = good + wrong
    if not count:
        return 0.0
    share, square = good / count, WILSON**2
    middle = share + square / (2 * count)
    return (middle - WILSON * sqrt(share * (1 - share) / count + square / (4 * count**2))) / (1 + square / count)


def table(texts: Iterable[Sentence], language: Language) -> str:
    """Return the figures as a table: positives, traps, hits, false alarms, misses, precision and its bound, recall."""
    hit, false, missed, traps = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for one in texts:
        got = fired(one.text, language) - one.either
        hit.update(got & one.families)
        false.update(got - one.families)
        missed.update(one.families - got)
        traps.update((one.tempts | tempted(one.text, language)) - one.families - one.either)
    lines = []
    fires = [family.value for family in Family if family.value not in QUIET_FAMILIES]
    for code in (*(family.value for family in Family), "all", "on by default"):
        counted = fires if code == "on by default" else [*Family] if code == "all" else [code]
        good, wrong, lost, tempting = (sum(each[one] for one in counted) for each in (hit, false, missed, traps))
        lines.append(
            f"| {code} | {good + lost} | {tempting} | {good} | {wrong} | {lost} "
            f"| {_ratio(good, wrong)} | {lower_bound(good, wrong):.2f} | {_ratio(good, lost)} |"
        )
    return "\n".join(lines)


def faults(texts: Iterable[Sentence], language: Language) -> str:
    """Return the sentences that are heard otherwise than labelled: + false alarm, - miss."""
    lines = []
    for one in texts:
        got = fired(one.text, language) - one.either
        wrong = [f"+{code}" for code in sorted(got - one.families)]
        wrong += [f"-{code}" for code in sorted(one.families - got)]
        if wrong:
            lines.append(f"{' '.join(wrong)}\t{one.text}")
    return "\n".join(lines)


def _ratio(good: int, other: int) -> str:
    return f"{good / (good + other):.2f}" if good + other else "–"


def main(arguments: list[str]) -> None:
    """Print the tables, or the faults."""
    named = [one for one in (*TRAINING, *UNTOUCHED) if one in arguments]
    writers = named or (TRAINING if "--training" in arguments else UNTOUCHED)
    for language in [one for one in languages() if one in arguments] or languages():
        texts = sentences(language, writers)
        if "--faults" in arguments:
            print(faults(texts, language))
            continue
        print(f"\n{language}: {len(texts)} sentences by {', '.join(writers)}\n")
        print("| family | calls for it | traps | hits | false | missed | precision | at least | recall |")
        print("|---|---:|---:|---:|---:|---:|---:|---:|---:|")
        print(table(texts, language))


if __name__ == "__main__":
    main(sys.argv[1:])
