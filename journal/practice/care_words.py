"""Words as care hears them: without capitals, accents or signs, in stretches of a sentence or two, with kinds."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

_APOSTROPHE = re.compile(r"['’‘ʼ`´]")
_OTHER_SIGN = re.compile(r"[^\w\s-]+")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?…;])\s+|\n+")
STOP = " . "
_LONGEST = 40
"""Words that are weighed together at most: a longer sentence is heard in halves that overlap."""
_LETTERS = 6
"""How much of a word counts: its beginning stands for its forms."""
_FAR = 5

Kinds = Mapping[str, Sequence[str]]
"""What each word tells of."""


def bare(text: str) -> str:
    """Return a text as hurried hands may type it: no capitals, accents or apostrophes, other signs a full stop."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    signs = _OTHER_SIGN.sub(STOP, _APOSTROPHE.sub("", letters))
    return " ".join(signs.replace("-", " ").replace("_", " ").split())


def stretches(text: str) -> Iterator[list[str]]:
    """Yield the bare words of each sentence or line, and of each two that follow each other."""
    sentences = [words for part in _SENTENCE_ENDS.split(text) if (words := bare(part).split())]
    for words in (*sentences, *(one + other for one, other in pairwise(sentences))):
        half = _LONGEST // 2
        yield from (words[start : start + _LONGEST] for start in range(0, max(1, len(words) - half), half))


def kinds_of(listed: Mapping[str, str]) -> Kinds:
    """Return the kinds of each word from the words listed for each kind."""
    kinds: dict[str, list[str]] = {}
    for kind, words in listed.items():
        for word in words.split():
            kinds.setdefault(word, []).append(kind.upper())
    return kinds


def stem(word: str) -> str:
    """Return what of a word counts."""
    return word[:_LETTERS]


def features(words: Sequence[str], kinds: Kinds) -> set[str]:
    """Return what a stretch is weighed by: words, kinds, what stands beside or near what, and which kinds meet."""
    told = [kinds.get(word, ()) for word in words]
    stems = ["^", *map(stem, words), "$"]
    signs = ["^", *(kind[0] if kind else stem(word) for kind, word in zip(told, words, strict=True)), "$"]
    met = sorted({kind for one in told for kind in one})
    found = {*stems, *met, *(f"{one}&{other}" for one, other in combinations(met, 2))}
    found.update(f"{one} {other}" for one, other in pairwise(stems))
    found.update(f"{one} {other}" for one, other in pairwise(signs))
    found.update(f"{one} {two} {three}" for one, two, three in zip(signs, signs[1:], signs[2:], strict=False))
    for far in range(2, _FAR + 1):
        found.update(f"{one}~{other}" for one, other in zip(signs, signs[far:], strict=False))
    return found
