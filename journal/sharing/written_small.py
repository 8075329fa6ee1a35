"""Names that no capital tells: first names in small letters, and somebody's initials alone, as in “J.D.”."""

import re
from collections.abc import Iterator
from functools import cache

from journal.sharing.folding import WORD, Folded, fold
from journal.sharing.possible_names import UPPER
from journal.sharing.reading import words
from journal.sharing.words import folded as folded_list
from journal.sharing.words import ordinary

_INITIALS = re.compile(rf"(?<![\w.])[{UPPER}]\.[ \u00a0\u202f‐‑-]?[{UPPER}]\.(?![\w]|[ \u00a0\u202f]?[{UPPER}]\.)")
_ABBREVIATED = words("us uk eu un ps nb rh hr it pm am cv ok qa ia ai td rd vp md er")
_TIED_BEFORE, _TIED_BEHIND = re.compile(r"(?<!\w)([^\W\d_]+)[-‐‑]\Z"), re.compile(r"[-‐‑]([^\W\d_]+)(?!\w)")
_LONGEST = 40
_SHORTEST = 4  # letters of a first name that is told from a slip of the pen


def initials_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where two initials stand alone, and no usual abbreviation."""
    for match in _INITIALS.finditer(text) if "." in text else ():
        if "".join(filter(str.isalpha, match.group())).lower() not in _ABBREVIATED:
            yield match.span()


def first_names_in(folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield from where to where a frequent first name stands in small letters, that is no word; a compound whole."""
    if _names().isdisjoint(folded.words):
        return
    for match in WORD.finditer(folded.text):
        if match.group() in _names():
            start, end = folded.span(*match.span())
            if folded.original[start].islower():
                yield _with_tied(folded.original, start, end)


def _with_tied(text: str, start: int, end: int) -> tuple[int, int]:
    """Return from where to where a name stands with what a hyphen ties to it and is no word: "jo-anne"."""
    before, behind = _TIED_BEFORE.search(text, max(0, start - _LONGEST), start), _TIED_BEHIND.match(text, end)
    return (
        before.start() if before and fold(before[1]) not in ordinary() else start,
        behind.end() if behind and fold(behind[1]) not in ordinary() else end,
    )


@cache
def _names() -> frozenset[str]:
    from journal.protocols.families.vocabulary import ordinary_words  # long, and seldom needed

    names = folded_list("first-names") - folded_list("first-names-that-are-words") - ordinary()
    known = ordinary_words() - folded_list("trained-names")
    return frozenset(name for name in names if len(name) >= _SHORTEST and name not in known)
