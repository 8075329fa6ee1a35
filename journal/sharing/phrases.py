"""Phrases found in a folded text in one pass, however many they are: words that follow each other between borders."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Generic, TypeVar

from journal.sharing.folding import WORD, borderless, fold, words_in

V = TypeVar("V")
TOKEN = re.compile(rf"{WORD.pattern}|\d+")
_NUMBER = re.compile(r"\d+")
_GAP = frozenset(" \t\n.-_'–・·")
_WIDEST_GAP, _WIDEST_NAME_GAP = 5, 3
_LONGEST_TOKEN = 200


@dataclass(frozen=True, slots=True)
class Standing(Generic[V]):
    """What stands at a place: up to where, what parts its words, and the value that was kept with it."""

    end: int
    gaps: tuple[str, ...]
    value: V

    @property
    def flows(self) -> bool:
        """Whether blanks, hyphens and the like are all that parts the words."""
        return all(map(is_gap, self.gaps))


@dataclass(slots=True)
class _Node(Generic[V]):
    values: list[V] = field(default_factory=list)
    children: "dict[str, _Node[V]]" = field(default_factory=dict)
    lengths: list[int] = field(default_factory=list)  # of the children in scripts without borders, longest first


class WordTree(Generic[V]):
    """Phrases by their words: however many begin alike, finding one takes as many steps as it has words."""

    def __init__(self) -> None:
        self._root: _Node[V] = _Node()

    def __bool__(self) -> bool:
        return bool(self._root.children)

    def __contains__(self, words: tuple[str, ...]) -> bool:
        return bool(self.values(words))

    def add(self, words: Iterable[str], value: V) -> None:
        """Keep a value with a phrase."""
        node = self._root
        for word in words:
            if borderless(word) and len(word) not in node.lengths:
                node.lengths = sorted((*node.lengths, len(word)), reverse=True)
            node = node.children.setdefault(word, _Node())
        node.values.append(value)

    def values(self, words: Iterable[str]) -> list[V]:
        """Return what was kept with exactly this phrase."""
        node: _Node[V] | None = self._root
        for word in words:
            node = node.children.get(word) if node else None
        return node.values if node else []

    def standing(self, folded: str, start: int, word: str) -> list[Standing[V]]:
        """Return what stands where a word begins, the longest first."""
        found: list[Standing[V]] = []
        node, end = self._root.children.get(word), start + len(word)
        gaps: tuple[str, ...] = ()
        while node is not None:
            found += [Standing(end, gaps, value) for value in node.values]
            node, end, gap = _next(node, folded, end)
            gaps = (*gaps, gap)
        return found[::-1]

    @property
    def beginnings(self) -> Iterable[str]:
        """The words with which phrases begin."""
        return self._root.children


def _next(node: _Node[V], folded: str, end: int) -> tuple[_Node[V] | None, int, str]:
    """Return the phrase with one word more, where that word ends, and what parts it from the one before."""
    if not node.children:
        return None, end, ""
    following = TOKEN.search(folded, end, end + _WIDEST_GAP + _LONGEST_TOKEN)
    if following is None or following.start() - end > _WIDEST_GAP:
        return None, end, ""
    start, word = following.start(), following.group()
    lengths = [length for length in node.lengths if length <= len(word)] if borderless(word) else [len(word)]
    for length in lengths:
        if (child := node.children.get(word[:length])) is not None:
            return child, start + length, folded[end:start]
    return None, end, ""


def is_gap(signs: str) -> bool:
    """Whether signs part the words of one name, and not two sentences."""
    return 0 < len(signs) <= _WIDEST_NAME_GAP and _GAP.issuperset(signs)


@dataclass(frozen=True, slots=True)
class _Phrase:
    between: tuple[str, ...]
    before: str
    after: str
    words: str  # as they were given


class Phrases:
    """Words to look for whatever their capitals, each with its signs: a project, a telephone number, an address."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Prepare for these phrases; one without a letter or a digit is nowhere found."""
        self._tree = WordTree[_Phrase]()
        for words in phrases:
            folded = fold(words).strip()
            if tokens := list(TOKEN.finditer(folded)):
                self._tree.add((token.group() for token in tokens), _phrase(words, folded, tokens))
        self._places = Places(self._tree.beginnings)

    def __bool__(self) -> bool:
        return bool(self._tree)

    def find(self, folded: str) -> Iterator[tuple[int, int, str]]:
        """Yield from where to where which phrase stands, longest first and none within another."""
        written = 0
        for start, token in self._places.find(folded, TOKEN) if self else ():
            found = (_within(folded, start, standing) for standing in self._tree.standing(folded, start, token))
            span = next((span for span in found if span), None) if start >= written else None
            if span is not None:
                yield span
                written = span[1]


def _phrase(words: str, folded: str, tokens: list[re.Match[str]]) -> _Phrase:
    between = tuple(folded[one.end() : other.start()] for one, other in pairwise(tokens))
    return _Phrase(between, folded[: tokens[0].start()], folded[tokens[-1].end() :], words)


def _within(folded: str, start: int, standing: Standing[_Phrase]) -> tuple[int, int, str] | None:
    """Return from where to where a phrase stands with the signs around it; None when other signs part its words."""
    phrase, end = standing.value, standing.end
    alike = (
        told == given or (is_gap(told) and is_gap(given))
        for told, given in zip(standing.gaps, phrase.between, strict=True)
    )
    before = start - len(phrase.before)
    if not all(alike) or before < 0 or not folded.startswith(phrase.before, before):
        return None
    return (before, end + len(phrase.after), phrase.words) if folded.startswith(phrase.after, end) else None


def _places_of(folded: str, word: str, token: re.Pattern[str]) -> Iterator[int]:
    """Yield where a word stands as one; what stands between two blanks is read as the whole text would be."""
    place = folded.find(word)
    while place >= 0:
        begins = max(folded.rfind(" ", 0, place), folded.rfind("\n", 0, place)) + 1
        standing = next(match for match in token.finditer(folded, begins) if match.end() > place)
        if standing.group() == word and standing.start() == place:
            yield place
        place = folded.find(word, place + len(word))


class Places:
    """Where words of a set begin in a folded text; between the signs of a script without borders, anywhere."""

    def __init__(self, words: Iterable[str]) -> None:
        """Prepare for these words."""
        self._words = frozenset(words)
        self._numbers = frozenset(filter(_NUMBER.match, self._words))
        self._lengths: dict[str, list[int]] = {}
        for word in filter(borderless, self._words):
            lengths = self._lengths.setdefault(word[0], [])
            if len(word) not in lengths:
                lengths.append(len(word))
                lengths.sort(reverse=True)

    def find(self, folded: str, token: re.Pattern[str] = WORD) -> Iterator[tuple[int, str]]:
        """Yield where which of the words begins, in the order of the text; the longest first where several do."""
        if not self._lengths:
            yield from self._among_borders(folded, token)
            return
        for match in token.finditer(folded):
            word = match.group()
            if word in self._words and not borderless(word):
                yield match.start(), word
            elif borderless(word):
                yield from self._within(word, match.start())

    def _among_borders(self, folded: str, token: re.Pattern[str]) -> list[tuple[int, str]]:
        """Return where the words stand; the few that are there are looked for rather than every word looked at."""
        if not self._words:
            return []
        there = self._words & words_in(folded)
        if self._numbers and token is TOKEN:
            there |= self._numbers.intersection(_NUMBER.findall(folded))
        return sorted((place, word) for word in there for place in _places_of(folded, word, token))

    def _within(self, run: str, at: int) -> Iterator[tuple[int, str]]:
        for place, sign in enumerate(run):
            for length in self._lengths.get(sign, ()):
                if (word := run[place : place + length]) in self._words:
                    yield at + place, word
