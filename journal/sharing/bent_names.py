"""Names that grammar bent: what stays of a name whatever its ending, and the endings that languages give it.

Of Finnish and Hungarian, whose endings are many and short, only words with a capital are meant: "Virtaselle",
"Matin", "Kováccsal", "Annának".
"""

import re
from collections.abc import Iterator

from journal.sharing.words import folded as folded_list
from journal.sharing.words import ordinary

SHORTEST = 3
"""Letters of a name from which on another ending can be told from another word."""

_ENDINGS = folded_list("endings")
_FINNISH, _CLOSING, _HUNGARIAN = map(folded_list, ("endings-finnish", "endings-finnish-weak", "endings-hungarian"))
_LONGEST = max(map(len, _ENDINGS | _FINNISH | _CLOSING | _HUNGARIAN))
_LOOSE_END = re.compile("(?:ος|οσ|ησ|ασ|ο|α|η|а|я|о|е|и|ы|ь|a|e|o|i|y)$")
_FLEETING = re.compile("[еоe](?=[клнцk]$)")  # Павел, Павла; Tomek, Tomka
# Consonants that weaken before an ending that closes the syllable: Matti, Matin; Lehto, Lehdon; Ranta, Rannan.
_WEAK = {"kk": "k", "pp": "p", "tt": "t", "lt": "ll", "nt": "nn", "rt": "rr", "nk": "ng", "mp": "mm", "ht": "hd",
         "ut": "ud"}  # fmt: skip
_STRONG = re.compile(f"({'|'.join(_WEAK)})([aeiouy])$")
_DOUBLED = re.compile("(?:([bcdfghjklmnprstvz])|(c)s|([gtnl])y|(s)z|(z)s)$")
_WITH = ("al", "el")  # Hungarian "with", after the last consonant once more: Péterrel, Kováccsal, Naggyal


class BentNames:
    """Names, prepared to tell which words they become."""

    def __init__(self) -> None:
        """Begin without names."""
        self._stems: set[str] = set()
        self._finnish: set[str] = set()
        self._weak: set[str] = set()
        self._hungarian: set[str] = set()
        self._whole: set[str] = set()

    def add(self, word: str) -> None:
        """Prepare for a folded word of a name."""
        if len(word) < SHORTEST or word in ordinary():
            return
        self._stems |= _stems_of(word)
        self._hungarian.add(word)
        self._whole |= set(_with(word))
        self._finnish |= {word, *_finnish_stems_of(word)}
        self._weak |= set(_weak_stems_of(word))

    def holds(self, word: str) -> bool:
        """Whether a folded word is a name with another ending."""
        return any(ending in _ENDINGS and stem in self._stems for stem, ending in _parted(word))

    def holds_with_capital(self, word: str) -> bool:
        """Whether a folded word is a name with an ending of which a capital has to make sure."""
        return word in self._whole or any(
            (ending in _FINNISH and stem in self._finnish)
            or (ending in _CLOSING and stem in self._weak)
            or (ending in _HUNGARIAN and stem in self._hungarian)
            for stem, ending in _parted(word)
        )


def _parted(word: str) -> Iterator[tuple[str, str]]:
    """Yield the stems and the endings that a word can have."""
    return ((word[:-length], word[-length:]) for length in range(1, min(_LONGEST, len(word) - SHORTEST) + 1))


def _stems_of(word: str) -> set[str]:
    """Return what stays of a name whatever its ending: "петров", "анн", "tomk"."""
    stems = {word, _LOOSE_END.sub("", word), _FLEETING.sub("", word)}
    return {stem for stem in stems if len(stem) >= SHORTEST}


def _finnish_stems_of(word: str) -> Iterator[str]:
    """Yield what Finnish endings follow where it is not the name itself: "virtase", "markukse", "koske", "pauli"."""
    if word.endswith("nen"):
        yield from (f"{word[:-3]}se", f"{word[:-3]}s", f"{word[:-3]}si")
    elif word.endswith("s"):
        yield f"{word[:-1]}kse"
    elif word.endswith("i"):
        yield f"{word[:-1]}e"
    elif word[-1] not in "aeiouy":
        yield f"{word}i"


def _weak_stems_of(word: str) -> Iterator[str]:
    """Yield what is weakened by an ending: "mati", "lehdo", "lahde", "mae"."""
    weakened = _STRONG.sub(lambda found: _WEAK[found.group(1)] + found.group(2), word)
    if weakened != word:
        yield weakened
    if word.endswith("i"):
        yield from (f"{stem[:-1]}e" for stem in (weakened, word.removesuffix("ki") + "i") if stem != word)


def _with(word: str) -> Iterator[str]:
    """Yield a name with the Hungarian "with"."""
    if found := _DOUBLED.search(word):
        last = next(filter(None, found.groups()))
        yield from (f"{word[: found.start()]}{last}{found.group()}{ending}" for ending in _WITH)


__all__ = ["SHORTEST", "BentNames"]
