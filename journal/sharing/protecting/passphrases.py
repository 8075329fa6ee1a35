"""Generated passphrases: six words in the reader's language, told by another way than the file."""

import math
import secrets
from collections.abc import Callable, Sequence

from journal.language import Language
from journal.sharing.words import common

WORDS = 6


def generate(language: Language, *, choose: Callable[[Sequence[str]], str] = secrets.choice) -> str:
    """Return six words joined by hyphens, without accents, so that they can be typed on every keyboard."""
    words = common(language)
    return "-".join(choose(words) for _word in range(WORDS))


def bits(language: Language) -> float:
    """Return how many bits of entropy a generated passphrase holds: 66 with a list of 2048 words."""
    return WORDS * math.log2(len(common(language)))
