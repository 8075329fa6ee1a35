"""Aliases in one entry as they were decided: what is pointed out there and was settled is replaced, read as it may be.

A name in small letters that is a word too, or one that may be another word where it stands, is replaced by no list: it
is asked about. Once it was answered the answer holds for that very place.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from journal.model.entry import Ref
from journal.sharing.aliasing import Aliased, Aliasing, Span
from journal.sharing.fitting import Place, fitted
from journal.sharing.folding import fold
from journal.sharing.remainders import Remnants, settled_words


@dataclass(frozen=True)
class Answers:
    """What stands for words that were asked about: whatever their capitals, or as they are written."""

    folded: Mapping[str, str] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)

    def beside(self, own: "Answers") -> "Answers":
        """Return them with those of one entry, which count first."""
        return Answers({**self.folded, **own.folded}, {**self.written, **own.written})

    def to(self, words: str) -> str:
        """Return what stands for some words; nothing where nothing was answered."""
        told = settled_words(words)
        return self.folded.get(fold(told)) or self.written.get(told, "")

    def may_be_in(self, text: str) -> bool:
        """Whether words that were asked about may stand in a text."""
        folded = " ".join(fold(text).split()) if self._sought else ""
        return any(words in folded for words in self._sought)

    @cached_property
    def _sought(self) -> tuple[str, ...]:
        return (*self.folded, *map(fold, self.written))


class AsDecided:
    """Replaces the names in one entry, and the words there that were settled one by one."""

    def __init__(self, aliasing: Aliasing, remnants: Remnants | None, ref: Ref, answers: Answers) -> None:
        self._aliasing, self._remnants, self._ref, self._answers = aliasing, remnants, ref, answers

    def apply(self, text: str) -> Aliased:
        """Return a text with every known name replaced, and every word that was settled where it is pointed out."""
        aliased = self._aliasing.apply(text)
        if self._remnants is None or not self._answers.may_be_in(aliased.text):
            return aliased
        left = self._remnants.find(aliased, 0, "body", self._ref)
        found = [(each.start, each.end, self._answers.to(each.words)) for each in left]
        return _replaced(aliased, [each for each in found if each[2]], self._names)

    def whole(self, tag: str) -> str:
        """Return a text that is a name and nothing else, such as a tag, as it leaves."""
        told = self._aliasing.whole(tag)
        return self._answers.to(told) or told

    def shared(self, name: str) -> tuple[str, ...]:
        """Return the aliases of all who may be meant by a text that is a name alone, where they are several."""
        return self._aliasing.shared(name)

    def _names(self, alias: str) -> Callable[[str], bool]:
        return lambda words: self._aliasing.knows(words) and self._aliasing.whole(words) == alias


def _replaced(
    aliased: Aliased, places: list[tuple[int, int, str]], names: Callable[[str], Callable[[str], bool]]
) -> Aliased:
    """Return a text with words replaced at some places, in the order of the text; aliases that stood there make way."""
    text, pieces, spans = aliased.text, list[str](), list[Span]()
    taken = bytearray(len(text))
    for start, end, _by in places:
        taken[start:end] = b"\1" * (end - start)
    kept = [span for span in aliased.spans if taken.find(1, span.start, span.end) < 0]
    told = [(span.start, span.end, text[span.start : span.end], span) for span in kept]
    written = length = 0
    for start, end, by, span in sorted([*told, *((*place, None) for place in places)], key=lambda each: each[0]):
        begins, ends, words = start, end, by
        if span is None:
            following = min((each.start for each in kept if each.start >= end), default=len(text))
            fit = fitted(Place(text, start, end, written), by, names(by))
            begins, ends, words = fit if fit[1] <= following else (start, end, by)
        pieces += (text[written:begins], words)
        at = length + begins - written
        length, written = at + len(words), ends
        spans.append(replace(span or Span(0, 0, text[begins:ends]), start=at, end=length))
    return Aliased("".join((*pieces, text[written:])), tuple(spans)) if places else aliased
