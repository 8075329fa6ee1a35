"""Measure how precisely follow-ups hear: precision and recall per family and language on labelled sentences.

A third of the sentences, chosen by the hash of their text, is held out: patterns were tuned on the others only.
Sentences and patterns come from one author, so that even the held-out third flatters. A second set was written once the
patterns stood, to be worded otherwise; it showed what they lacked and then joined what they are tuned on. The last one,
`follow_ups_after`, was written after that; nothing is tuned on it, and it is the honest figure.

    python benchmarks/follow_up_precision.py [fr|en] [--faults]

`--faults` lists the sentences that the tuned part gets wrong; those held out are never shown.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from journal.language import LANGUAGES, Language
from journal.model.protocol import Family
from journal.practice.following_up import all_matches

LABELLED = Path(__file__).parent / "labelled"
Sentence = tuple[str, frozenset[str]]


def labelled(language: Language, name: str = "follow_ups") -> list[Sentence]:
    """Return the sentences of a language, each with the families that should fire on it."""
    lines = (LABELLED / f"{name}.{language}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [(text, frozenset(filter(None, codes.split(",")))) for codes, text in (line.split("\t") for line in lines)]


def held_out(text: str) -> bool:
    """Whether a sentence belongs to the third that nobody looks at while tuning."""
    return sha256(text.encode()).digest()[0] % 3 == 0


def fired(text: str, language: Language) -> frozenset[str]:
    """Return the families that fire on a text."""
    return frozenset(one.family.value for one in all_matches(text, language))


def table(title: str, sentences: Iterable[Sentence], language: Language) -> str:
    """Return the figures of one part as lines: hits, false alarms, misses, precision, recall."""
    hit, false, missed = Counter[str](), Counter[str](), Counter[str]()
    traps = silent = count = 0
    for text, expected in sentences:
        got = fired(text, language)
        count += 1
        traps += not expected
        silent += not expected and not got
        hit.update(got & expected)
        false.update(got - expected)
        missed.update(expected - got)
    lines = [f"{title}: {count} sentences, {silent} of {traps} traps silent"]
    for code in (*(family.value for family in Family), "all"):
        counts = [sum(each.values()) if code == "all" else each[code] for each in (hit, false, missed)]
        good, wrong, lost = counts
        lines.append(f"  {code:18}{good:5}{wrong:5}{lost:5}{_ratio(good, wrong):>9}{_ratio(good, lost):>9}")
    return "\n".join(lines)


def faults(sentences: Iterable[Sentence], language: Language) -> str:
    """Return the sentences that are heard otherwise than labelled: + false alarm, - miss."""
    lines = []
    for text, expected in sentences:
        got = fired(text, language)
        wrong = [f"+{code}" for code in sorted(got - expected)] + [f"-{code}" for code in sorted(expected - got)]
        if wrong:
            lines.append(f"{' '.join(wrong)}\t{text}")
    return "\n".join(lines)


def _ratio(good: int, other: int) -> str:
    return f"{good / (good + other):.2f}" if good + other else "–"


def main(arguments: list[str]) -> None:
    """Print the tables, or the faults of the tuned part."""
    for language in [one for one in LANGUAGES if one in arguments] or LANGUAGES:
        sentences = labelled(language)
        tuned = [one for one in sentences if not held_out(one[0])] + labelled(language, "follow_ups_second")
        if "--faults" in arguments:
            print(faults(tuned, language))
            continue
        print(f"{language}                   hits false miss precision   recall")
        print(table("tuned", tuned, language))
        print(table("held out", [one for one in sentences if held_out(one[0])], language))
        print(table("written after tuning", labelled(language, "follow_ups_after"), language))


if __name__ == "__main__":
    main(sys.argv[1:])
