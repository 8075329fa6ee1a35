"""Measure what follow-ups cost on answers of ordinary and great length, against one bare expression over the same text.

python benchmarks/follow_up_speed.py
"""

import re
import sys
from collections.abc import Callable
from statistics import median
from time import process_time

from labelled_follow_ups import TRAINING, sentences

from journal.language import Language, languages
from journal.practice.following_up import all_matches, follow_ups

ORDINARY, LONG = 600, 2000
"""Characters of an answer."""
RUNS = 50
_BARE = re.compile(r"\b(?:toujours|jamais|always|never)\b")


def answer(language: Language, characters: int) -> str:
    """Return a text that is half traps and half what follow-ups listen for."""
    return " ".join(one.text for one in sentences(language, TRAINING)[::7])[:characters]


def milliseconds(work: Callable[[], object]) -> float:
    """Return the median processor time of a piece of work in milliseconds, after a first run that is not counted."""
    work()
    times = []
    for _run in range(RUNS):
        start = process_time()
        work()
        times.append(process_time() - start)
    return median(times) * 1000


def main() -> None:
    """Print the first call, the later ones, everything heard, and the worst case of nothing to hear."""
    before = process_time()
    follow_ups(answer("fr", LONG), "fr")
    print(f"first call in a process, expressions compiled: {(process_time() - before) * 1000:.0f} ms")
    for language in languages():
        for characters in (ORDINARY, LONG):
            compare(language, characters)


def compare(language: Language, characters: int) -> None:
    """Print what answers of one length cost in a language."""
    text = answer(language, characters)
    silent = ("Nadia ; Karim ; lot 2. " * 200)[:characters]
    bare = milliseconds(lambda: list(_BARE.finditer(text)))
    for name, work in (
        ("two follow-ups", lambda: follow_ups(text, language)),
        ("everything heard", lambda: all_matches(text, language)),
        ("nothing to hear", lambda: follow_ups(silent, language)),
    ):
        taken = milliseconds(work)
        print(f"{language} {characters:5} {name:18}{taken:7.2f} ms  {taken / bare:7.0f} times one bare expression")


if __name__ == "__main__":
    sys.exit(main())
