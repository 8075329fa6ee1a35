"""Excerpts of what was found: a few words of the text around the first that match, those that match marked."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, pairwise

from journal.store import western
from journal.store.folding import SIGNS, fold
from journal.store.places import Term

Spans = tuple[tuple[int, int], ...]

_BEFORE, _LENGTH = 40, 120  # characters
_BETWEEN = (
    "[\xad\u0300-\u036f\u0591-\u05bd\u0640\u064b-\u065f\u0670\u200b-\u200d\u2060]*"  # hyphens, accents, vowel points
)
# Where several characters are folded into one: Latin, Greek, Cyrillic, Arabic, Vietnamese, wide forms.
_SPELLED = ((0xAA, 0x530), (0x620, 0x6D4), (0x1E00, 0x2000), (0xFB00, 0xFB07), (0xFF01, 0xFF5F))


def excerpts(texts: Iterable[str], terms: Sequence[Term]) -> list[tuple[str, Spans]]:
    """Return of each text a few words on one line, and the spans of those that match.

    They are those around the first that matches, the beginning of a text where none does.
    """
    needles = [each for term in terms if (each := western.needle(term.words, beginning=term.beginning))]
    quick = len(needles) == len(terms)
    return [
        _quick(text, folded, needles) if quick and (folded := western.flat(text)) else _long(text, terms)
        for text in texts
    ]


def _quick(text: str, folded: bytes, needles: Sequence[western.Needle]) -> tuple[str, Spans]:
    """Return the excerpt of a text that could be folded, for words that each stand alone."""
    between = b" %b " % folded
    start, end = _window(text, western.first_of(between, needles, _LENGTH))
    return _cut(text, start, end, western.marked(between, needles, start, end))


def _long(text: str, terms: Sequence[Term]) -> tuple[str, Spans]:
    """Return the excerpt of any text."""
    folded = western.flat(text)
    start, end = _window(text, _first(text, folded, terms))
    return _cut(text, start, end, [place for term in terms for place in _places(text, folded, term, start, end)])


def _window(text: str, first: int) -> tuple[int, int]:
    """Return from where to where an excerpt goes that holds a place."""
    start = _word_border(text, first - _BEFORE)
    return start, _word_border(text, start + _LENGTH) if len(text) > start + _LENGTH else len(text)


def _cut(text: str, start: int, end: int, found: list[tuple[int, int]]) -> tuple[str, Spans]:
    """Return part of a text on one line, and the spans in it of what was found."""
    head, tail = "…" if start else "", "…" if end < len(text) else ""
    shift = len(head) - start
    spans = tuple((begins + shift, ends + shift) for begins, ends in _apart(sorted(found)) if ends <= end)
    return head + text[start:end].replace("\n", " ").rstrip(" ") + tail, spans


def _first(text: str, folded: bytes | None, terms: Sequence[Term]) -> int:
    """Return where the first term stands; the beginning where none does. Each is looked for before those found."""
    first: int | None = None
    for term in terms:
        end = len(text) if first is None else min(len(text), first + _LENGTH)
        for place, _end in _places(text, folded, term, 0, end):
            first = place if first is None else min(first, place)
            break
    return first or 0


def _word_border(text: str, place: int) -> int:
    """Return where the word after a place begins; the place itself where no space is near."""
    if place <= 0:
        return 0
    space = text.find(" ", place, place + _BEFORE // 2)
    return space + 1 if space >= 0 else place


def _apart(spans: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """Yield spans without those that begin inside the one before."""
    end = 0
    for first, last in spans:
        if first >= end:
            yield first, last
            end = last


def _places(text: str, folded: bytes | None, term: Term, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where a term stands in a text; the quick way where the text could be folded and the term allows it."""
    quick = None if folded is None else western.sought(term.words)
    if folded is None or quick is None:
        return _long_places(text, term, start, end)
    return western.places(folded, quick, start, end, beginning=term.beginning)


def _long_places(text: str, term: Term, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where a term stands in any text, between the borders of words where its script has them."""
    pattern, begins_word, ends_word = _sought(term.words)
    for found in pattern.finditer(text, start, end):
        first, last = found.span()
        if begins_word and first and _end_of_word(text, first - 1) >= first:
            continue
        border = _end_of_word(text, last) if ends_word else last
        if border == last or term.beginning:
            yield first, border


def _end_of_word(text: str, place: int) -> int:
    """Return where the letters from a place on end: the place itself when none stands there."""
    letters = _letters().match(text, place)
    return letters.end() if letters else place


@cache
def _letters() -> re.Pattern[str]:
    """Return what finds the letters of a word in any script; texts that are folded at once do without."""
    return re.compile(rf"[^\W_{SIGNS}]*")


@lru_cache(maxsize=256)
def _sought(words: tuple[str, ...]) -> tuple[re.Pattern[str], bool, bool]:
    """Return what finds folded words, and whether the first and the last have borders of words around them."""
    return _pattern(words), not _is_sign(words[0][0]), not _is_sign(words[-1][-1])


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds folded words in a text that is not folded."""
    found = _BETWEEN.join(_parts(words[0]))
    for before, word in pairwise(words):
        gap = "[\\W_]*" if _is_sign(before[-1]) or _is_sign(word[0]) else "[\\W_]+"
        found += gap + _BETWEEN.join(_parts(word))
    return re.compile(found)


def _is_sign(character: str) -> bool:
    return _signs().match(character) is not None


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(rf"[{SIGNS}]|[^\w\s]")  # an emoji is one, too


def _parts(word: str) -> Iterator[str]:
    """Yield what finds each letter of a folded word, however it was written: é as e, œ as oe."""
    single, several = _spellings()
    at = 0
    while at < len(word):
        pair = word[at : at + 2]
        letters = [f"[{re.escape(each + single.get(each, ''))}]" for each in pair]
        if pair in several:
            yield f"(?:{''.join(letters)}|[{several[pair]}])"
            at += 2
        else:
            yield letters[0]
            at += 1


@cache
def _spellings() -> tuple[dict[str, str], dict[str, str]]:
    """Return the characters that are folded into each letter, and those that are folded into two."""
    single: dict[str, str] = {}
    several: dict[str, str] = {}
    for character in map(chr, chain(range(0x41, 0x5B), *(range(*each) for each in _SPELLED))):
        folded = fold(character)
        if folded.isalnum() and folded != character:
            kept = single if len(folded) == 1 else several
            kept[folded] = kept.get(folded, "") + character
    return single, several
