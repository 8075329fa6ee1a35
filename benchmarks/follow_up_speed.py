"""Measure what follow-ups cost on an answer of 2,000 characters, against one bare expression over the same text.

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

CHARACTERS = 2000
RUNS = 50
_BARE = re.compile(r"\b(?:toujours|jamais|always|never)\b")


def answer(language: Language) -> str:
    """Return a text that is half traps and half what follow-ups listen for."""
    return " ".join(one.text for one in sentences(language, TRAINING)[::7])[:CHARACTERS]


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
    follow_ups(answer("fr"), "fr")
    print(f"first call in a process, expressions compiled: {(process_time() - before) * 1000:.0f} ms")
    for language in languages():
        text = answer(language)
        silent = ("Nadia ; Karim ; lot 2. " * 200)[:CHARACTERS]
        bare = milliseconds(lambda text=text: list(_BARE.finditer(text)))
        for name, work in (
            ("two follow-ups", lambda text=text, language=language: follow_ups(text, language)),
            ("everything heard", lambda text=text, language=language: all_matches(text, language)),
            ("nothing to hear", lambda text=silent, language=language: follow_ups(text, language)),
        ):
            taken = milliseconds(work)
            print(f"{language} {name:18}{taken:7.2f} ms  {taken / bare:7.0f} times one bare expression")


if __name__ == "__main__":
    sys.exit(main())
