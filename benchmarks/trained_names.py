"""Find the names that the follow-ups’ training sentences are full of, and write them beside the lists of words.

    pip install simplemma
    python benchmarks/trained_names.py

An ordinary word is one that training met; but its sentences tell of invented people and of places. What stands in them
with a capital only, in the middle of a sentence or in no dictionary, is a name and no ordinary word.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import fill

from labelled_follow_ups import LABELLED, TRAINING

from journal.language import languages
from journal.sharing import words
from journal.sharing.folding import fold
from journal.sharing.sentences import may_begin

WRITTEN = Path(words.__file__).parent / "trained-names.txt"
HEAD = "# Names of people and places in the sentences that follow-ups were trained on: written by trained_names.py.\n"
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 2  # letters
_WORDS_ALL_THE_SAME = """
annexure awards bizarrement cruelty deviations elephant employee english french gardens inclusion managing mount
normalement organization resilience retail royal sciences teaching una unison visiblement
"""
"""Read by eye: what training met with a capital alone, in a title or at the start, and that names nobody."""


def main() -> None:
    """Write the list anew."""
    capital, within = in_capitals()
    known = _dictionary()
    names = [word for word in capital if word in within or word not in known]
    told = " ".join(sorted(word for word in names if len(word) >= _SHORTEST))
    WRITTEN.write_text(HEAD + fill(told, 118, break_on_hyphens=False) + "\n", encoding="utf-8")


def in_capitals() -> tuple[set[str], set[str]]:
    """Return the words that stand in the sentences with a capital only, and those of them within a sentence.

    A hurried note that begins in small letters writes names so too: it proves no word to be an ordinary one.
    """
    small, capital, within = set(_WORDS_ALL_THE_SAME.split()), set[str](), set[str]()
    for text in _texts():
        for match in _WORD.finditer(text):
            word = fold(match.group())
            if match.group()[0].islower():
                small |= set() if text[0].islower() else {word}
            else:
                capital.add(word)
                within |= set() if may_begin(text, match.start()) else {word}
    return capital - small, within - small


def _texts() -> Iterator[str]:
    for writer in TRAINING:
        for file in sorted(LABELLED.glob(f"{writer}.*.jsonl")):
            for line in file.read_text(encoding="utf-8").splitlines():
                yield json.loads(line)["text"]


def _dictionary() -> set[str]:
    """Return the words that the dictionaries of the languages know with a small initial."""
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory  # only who writes the list needs them

    dictionaries = (DefaultDictionaryFactory().get_dictionary(language) for language in languages())
    return {fold(form) for dictionary in dictionaries for form in dictionary if form == form.lower()}


if __name__ == "__main__":
    main()
