"""Words that come near a known name without being one of its forms: they are pointed out and never replaced.

A name that grammar bent ("Ивана", "Kowalskiego", "Peters"), in the plural, behind a grown-on particle of Arabic or
Hebrew, half of a family name in two, "Van den Berg" for Vandenberg, "Muller" for Mueller, a part of a Chinese, Japanese
or Korean name; a compound with a known name in it.
"""

import re
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from functools import cache

from journal.model.person import Person
from journal.sharing.bent_names import BentNames
from journal.sharing.folding import WORD, Folded, borderless, fold
from journal.sharing.name_forms import PARTICLES, parts_of
from journal.sharing.phrases import Places
from journal.sharing.tied_names import is_first_name
from journal.sharing.words import folded as folded_list
from journal.sharing.words import ordinary

_SURE = 5  # letters from which on small initials can be meant
_MOST_PARTICLES = 3
_WIDE = 3  # signs of a name without borders from which on a part of it is pointed out
_PART = 2
_NEVER = folded_list("never-names")
_GROWN_ON = re.compile("[ושהבלכמ]{1,2}|[وفبلكا]{1,4}")  # particles written in one with the word after them
_MOST_GROWN_ON = 4
_COMPOUND = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?:[-‐‑][^\W\d_]++)+")
_SHAPE_OF_COMPOUND = re.compile(rb"[Aa]-[Aa]")


class _Near(Enum):
    """How a word must be written to be meant for a name."""

    ANYHOW = auto()
    CAPITAL = auto()


class NearNames:
    """The people of a journal, prepared to point out what may be meant for one of them."""

    def __init__(self, people: Iterable[Person]) -> None:
        """Prepare for these people."""
        self._names: set[str] = set()
        self._halves: set[str] = set()
        self._bent = BentNames()
        self._pieces: set[str] = set()
        for person in people:
            for place, words in enumerate(parts_of(person)):
                for word in words:
                    self._prepare(word, half=place > 0 and len(words) > 1)
        self._piece_places = Places(self._pieces)
        rests = {name: _rests_of(name) for name in self._names}
        self._in_one = {name for name, rest in rests.items() if rest}
        self._rests = {rest for theirs in rests.values() for rest in theirs}
        self._nearness = cache(self._judge)  # the same words come again and again
        self._far: set[str] = set()  # the words that are near none

    def find(self, folded: Folded) -> Iterator[tuple[int, int]]:
        """Yield from where to where in a text something stands that may be meant for a known person."""
        compounds = folded.shape is None or _SHAPE_OF_COMPOUND.search(folded.shape)
        for match in _COMPOUND.finditer(folded.original) if compounds else ():
            parts = re.split("[-‐‑]", match.group())
            if self._is_compound(parts):
                yield match.span()
        words = folded.words
        found = (self._words_in(folded, words), self._split_in(folded, words), self._pieces_in(folded.text))
        yield from (folded.span(*span) for spans in found for span in spans)

    def _is_compound(self, parts: list[str]) -> bool:
        """Whether parts that a hyphen ties hold a known name, with a capital or beside a first name: "jo-anne"."""
        if any(part[0].isupper() and (fold(part) in self._names or self._bent.holds(fold(part))) for part in parts):
            return True
        known = [fold(part) in self._names for part in parts]
        first, others = known.index(True) if True in known else -1, sum(known) > 1
        return any(is_first_name(part) for at, part in enumerate(parts) if others or (first not in (-1, at)))

    def holds(self, word: str) -> bool:
        """Whether a folded word begins or ends with a name: "pointkarim"."""
        cuts = range(_SURE, len(word) - _PART)
        return any(word[:cut] in self._names or word[-cut:] in self._names for cut in cuts)

    def _prepare(self, word: str, *, half: bool) -> None:
        if word in PARTICLES:
            return
        if borderless(word):
            self._pieces |= {word[:_PART], word[-_PART:]} if len(word) >= _WIDE else set()
            return
        self._names.add(word)
        if half:
            self._halves.add(word)
        self._bent.add(word)

    def _words_in(self, folded: Folded, words: frozenset[str]) -> Iterator[tuple[int, int]]:
        unsure = words - self._far
        near = {word: told for word in unsure if (told := self._nearness(word))}
        self._far |= unsure - near.keys()
        for match in WORD.finditer(folded.text) if near else ():
            told = near.get(match.group())
            if told and (told is _Near.ANYHOW or not _is_small(folded, match.start())):
                yield match.span()

    def _judge(self, word: str) -> "_Near | None":
        """Return whether a word is near a name, with any initial or with a capital alone; None when it is not."""
        if borderless(word):
            return None
        if any(
            word[cut:] in self._names and _GROWN_ON.fullmatch(word, 0, cut)
            for cut in range(1, min(_MOST_GROWN_ON, len(word) - _PART) + 1)
        ):
            return _Near.ANYHOW
        if word not in ordinary():
            if self._bent.holds(word):
                return _Near.ANYHOW if len(word) > _SURE else _Near.CAPITAL
            if word not in _NEVER and self._bent.holds_with_capital(word):
                return _Near.CAPITAL
        return _Near.CAPITAL if word in self._halves else None

    def _split_in(self, folded: Folded, words: frozenset[str]) -> Iterator[tuple[int, int]]:
        """Yield where particles and a word stand apart that are one name: "Van den Berg" for Vandenberg."""
        before: list[re.Match[str]] = []
        for match in () if self._rests.isdisjoint(words) else WORD.finditer(folded.text):
            if before and match.start() - before[-1].end() != 1:
                before = []
            for at, first in enumerate(before):
                together = "".join(each.group() for each in before[at:]) + match.group()
                if together in self._in_one and not _is_small(folded, match.start()):
                    yield first.start(), match.end()
                    break
            before = [*before[-_MOST_PARTICLES:], match] if match.group() in PARTICLES else []

    def _pieces_in(self, text: str) -> Iterator[tuple[int, int]]:
        return ((start, start + len(word)) for start, word in self._piece_places.find(text))


def _is_small(folded: Folded, place: int) -> bool:
    return folded.original[folded.span(place, place + 1)[0]].islower()


def _rests_of(name: str) -> set[str]:
    """Return what a name ends with when it begins with particles: "berg" and "denberg" of "vandenberg"."""
    rests: set[str] = set()
    todo = [name]
    while todo:
        word = todo.pop()
        new = {word[len(each) :] for each in PARTICLES if word.startswith(each) and len(each) < len(word)} - rests
        rests |= new
        todo += new
    return rests
