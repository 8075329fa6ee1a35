"""Strength of a passphrase: how hard a passphrase is to guess, said in a few words."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from journal.language import N_, _

LONGEST = 72
"""Characters looked at: zxcvbn takes seconds on long texts, and what is beyond can only make guessing harder."""

LEAST_GUESSES = 10.0
"""As a power of ten: zxcvbn's “very unguessable”. At half a second of a core each, 160 years of a core."""

COMMON = N_("This is among the first that anybody would try.")
SHORT = N_("Still short. Several unrelated words are easier to remember and harder to guess.")
PATTERN = N_("Repetitions, sequences and keyboard rows are guessed quickly.")
DATE = N_("Dates and years are guessed quickly.")
NAME = N_("Names and a single word are guessed quickly.")

_WARNINGS = {
    "straight rows of keys": PATTERN, "short keyboard patterns": PATTERN, "repeats like": PATTERN,
    "sequences like": PATTERN, "recent years": DATE, "dates are": DATE, "top-10 common": COMMON,
    "top-100 common": COMMON, "very common password": COMMON, "similar to a commonly": COMMON,
    "a word by itself": NAME, "names and surnames": NAME, "common names": NAME,
}  # fmt: skip


@dataclass(frozen=True)
class Strength:
    """A passphrase measured: zxcvbn's score from 0 to 4, guesses as a power of ten, a word of caution or nothing."""

    score: int
    guesses_log10: float
    warning: str
    acceptable: bool


def measure(passphrase: str, own_words: Sequence[str] = ()) -> Strength:
    """Return how strong a passphrase is; words of one's own (names, employer) count as known to the guesser."""
    if not passphrase:
        return Strength(0, 0.0, "", acceptable=False)
    from zxcvbn import zxcvbn

    found = zxcvbn(passphrase[:LONGEST], user_inputs=list(own_words), max_length=LONGEST)
    score, guesses = int(found["score"]), math.log10(max(1, int(found["guesses"])))
    acceptable = guesses >= LEAST_GUESSES
    return Strength(score, guesses, _warning(str(found["feedback"]["warning"]), acceptable=acceptable), acceptable)


def _warning(said: str, *, acceptable: bool) -> str:
    known = next((ours for theirs, ours in _WARNINGS.items() if theirs in said.lower()), "")
    return _(known or ("" if acceptable else SHORT))
