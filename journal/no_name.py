"""Lines that are no name: a sentence typed where names are asked for would be somebody, and have an alias in each text.

Told by the words of every language, since nobody’s journal is in one alone. A role without a name, such as “la
directrice des achats”, is somebody.
"""

import re
from functools import cache

from journal.dates.vocabulary import plain
from journal.language import facts, languages

_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
_LONGEST = 4  # words of a description of somebody, beside articles and the like
_FEWEST = 3  # words of a sentence
_END = (".", "!", "?", "…")


def is_no_name(line: str) -> bool:
    """Whether a line is a sentence: a word of sentences, an end point, or more words than describe anybody."""
    words = _WORD.findall(line)
    if len(words) < _FEWEST:
        return False
    capitals = sum(not word.islower() for word in words[1:])
    lower = [plain(word) for word in words[bool(capitals) :] if word.islower() or not capitals]
    if _in_sentences().intersection(lower):
        return True
    telling = [word for word in lower if word not in _small()]
    return not capitals and (len(telling) > _LONGEST or line.rstrip().endswith(_END))


def not_described(line: str) -> bool:
    """Whether a line is no name where whole names are usual: three words of which only the first may have a capital."""
    if is_no_name(line):
        return True
    words = _WORD.findall(line)
    telling = [word for word in words if plain(word) not in _small()]
    described = plain(words[0]) in _small() if words else True
    return not described and len(telling) >= _FEWEST and words[0][0].isupper() and all(map(str.islower, words[1:]))


@cache
def _in_sentences() -> frozenset[str]:
    return _told("sentence_words") | _told("common_verbs")


@cache
def _small() -> frozenset[str]:
    return _told("small_words")


def _told(part: str) -> frozenset[str]:
    texts = (facts(language).get(part, "") for language in languages())
    return frozenset(plain(word) for text in texts for word in text.split())
