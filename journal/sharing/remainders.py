"""Remainders: words that could still tell who or what is meant, pointed out before anything is written.

Nothing here decides. Each remainder can become a person of the journal, be replaced, or be kept as it is, and that
decision is remembered.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from journal.hygiene import LONGEST_NAME, one_line
from journal.model.audience import Audience
from journal.model.entry import Ref
from journal.model.frozen import Frozen, Line, Name
from journal.sharing.aliasing import Aliased, Aliasing
from journal.sharing.folding import fold
from journal.sharing.phrases import Phrases
from journal.sharing.suspects import Sort, suspects_for
from journal.sharing.words import folded as folded_list


class Decision(Frozen):
    """What was decided about words: kept, replaced, somebody’s name, a tag left at home; in one entry, or everywhere.

    What is kept holds for one reader: a word that the practitioner may read is asked about again for the sponsor.
    """

    words: Name
    action: Literal["keep", "replace", "omit", "name"]
    by: Line = ""  # what replaces them; of a name, the name that the person bears
    person: int | None = None  # whose name it is
    ref: Ref | None = None
    audience: Audience | None = None  # for whom words are kept; None: whoever reads them

    def holds_for(self, audience: Audience) -> bool:
        """Whether it was decided for these readers."""
        return self.audience is None or self.audience is audience


@dataclass(frozen=True, slots=True)
class Remainder:
    """Words that may tell too much: in which item of the document, in which part of it, where, amid which words."""

    words: str = field(repr=False)
    sort: Sort
    item: int  # of a document that lists entries; -1 in what stands before them and in a composed page
    ref: Ref | None
    place: Literal["title", "body", "opening", "tags"]
    start: int
    end: int
    context: str = field(repr=False)
    beside: str = field(default="", repr=False)  # the name that stood where an alias stands right before or after
    who: tuple[str, ...] = ()  # the aliases of those who share a name
    likely: str = ""  # the alias of the only one of them whom the text tells of beside it


def settled_words(words: str) -> str:
    """Return words as a decision about them holds them: in one line, and no more of a long address than it keeps."""
    return one_line(words[:LONGEST_NAME])


_AROUND = 30
_LONG_ENOUGH = 4  # letters of a listed word to be looked for within a tag
_LINE_SIGNS = re.compile(r"^[ \t]*(?:#{1,6}|[-*+>]|\d+\.)[ \t]+", re.MULTILINE)  # of Markdown; an excerpt is no page


class Remnants:
    """Finds remainders in texts that were aliased; knows the words that are settled already."""

    def __init__(
        self,
        aliasing: Aliasing,
        *,
        decisions: Iterable[Decision] = (),
        listed: Collection[str] = (),
        unlisted: Collection[str] = (),
        dates: bool = False,
    ) -> None:
        """Settle what to look for: the manager's sensitive words (`listed`), people of entries who have no alias."""
        self._aliasing = aliasing
        self._kept = {(decision.ref, fold(decision.words)) for decision in decisions if decision.action == "keep"}
        self._listed = Phrases(listed)
        self._listed_glued = {glued for words in listed if len(glued := _glued(words)) >= _LONG_ENOUGH}
        self._names = folded_list("first-names")
        self._suspects = suspects_for(aliasing, tuple(listed), frozenset(unlisted), dates=dates)

    def find(
        self, aliased: Aliased, item: int, place: Literal["title", "body", "opening"], ref: Ref
    ) -> list[Remainder]:
        """Return what is left in one text, in the order in which it is read."""
        text = aliased.text
        taken = bytearray(len(text))
        for span in aliased.spans:
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
        found: list[Remainder] = []
        suspects = self._suspects.find(text)
        aliases = [(each.start, each.end) for each in aliased.spans]
        names = [(start, end) for sort, start, end in suspects if sort is Sort.NAME]
        before = ((Sort.NAME, *span) for span in self._suspects.possible.before(text, aliases, names))
        for sort, start, end in (*suspects, *before):
            words = text[start:end]
            if taken.find(1, start, end) >= 0 or (self._kept and self._is_kept(words, ref)):
                continue
            taken[start:end] = b"\1" * (end - start)
            context = _context(text, start, end)
            beside = _beside(aliased, start, end) if sort is Sort.NAME else ""
            found.append(Remainder(words, sort, item, ref or None, place, start, end, context, beside))
        found += self._shared_in(aliased, item, place, ref)
        return sorted(found, key=lambda remainder: remainder.start)

    def _shared_in(
        self, aliased: Aliased, item: int, place: Literal["title", "body", "opening"], ref: Ref
    ) -> Iterator[Remainder]:
        """Yield the names that several people share, each of whom may be meant."""
        sure = {span.who[0] for span in aliased.spans if len(span.who) == 1}
        for span in aliased.spans:
            if not span.words or self._is_kept(span.words, ref):
                continue
            told = [alias for alias in span.who if alias in sure]
            context = _context(aliased.text, span.start, span.end)
            likely = told[0] if len(told) == 1 else ""
            yield Remainder(
                span.words, Sort.SHARED, item, ref or None, place, span.start, span.end, context, "", span.who, likely
            )

    def in_tags(self, tags: Iterable[str], item: int, ref: Ref, names: Collection[str]) -> list[Remainder]:
        """Return the tags that may tell too much; `names`, folded, are words pointed out elsewhere in the document.

        A tag stands alone and mostly in small letters, so that no capital tells a name, and no space parts its words.
        """
        found = []
        for tag in tags:
            folded = fold(tag)
            sort = self._sort_of_tag(tag, _glued(tag))
            if sort is None and (folded in names or folded in self._names or self._aliasing.near.holds(_glued(tag))):
                sort = Sort.NAME
            if sort is not None and not self._is_kept(tag, ref):
                found.append(Remainder(tag, sort, item, ref, "tags", 0, len(tag), tag))
        return found

    def listed_in_tags(self, tags: Iterable[str], item: int, ref: Ref) -> list[Remainder]:
        """Return the tags in which an alias stands already, and beside it a word that the manager listed."""
        found = []
        for tag in tags:
            folded = fold(tag)
            listed = any(words in _glued(tag) for words in self._listed_glued) or any(self._listed.find(folded))
            if listed and not self._is_kept(tag, ref):
                found.append(Remainder(tag, Sort.LISTED, item, ref, "tags", 0, len(tag), tag))
        return found

    def shared_in_tags(
        self, tags: Iterable[str], shared: Callable[[str], tuple[str, ...]], item: int, ref: Ref
    ) -> list[Remainder]:
        """Return the tags that are a name which several people share; `shared` knows what was decided about it."""
        told = ((tag, shared(tag)) for tag in tags)
        return [
            Remainder(tag, Sort.SHARED, item, ref, "tags", 0, len(tag), tag, "", who)
            for tag, who in told
            if who and not self._is_kept(tag, ref)
        ]

    def _sort_of_tag(self, tag: str, glued: str) -> Sort | None:
        if any(words in glued for words in self._listed_glued):
            return Sort.LISTED
        return next((sort for sort, _start, _end in self._suspects.find(tag)), None)

    def _is_kept(self, words: str, ref: Ref) -> bool:
        folded = fold(settled_words(words))
        return (None, folded) in self._kept or (ref, folded) in self._kept


def _context(text: str, start: int, end: int) -> str:
    return _LINE_SIGNS.sub("", text[max(0, start - _AROUND) : end + _AROUND]).replace("\n", " ")


def _beside(aliased: Aliased, start: int, end: int) -> str:
    """Return the name whose alias stands right beside words, as the first name stands beside the surname."""
    blanks = (" ", "\u00a0")
    for span in aliased.spans:
        before = span.end == start - 1 and aliased.text[span.end] in blanks
        after = span.start == end + 1 and aliased.text[end] in blanks
        if before or after:
            return span.name
    return ""


def _glued(words: str) -> str:
    """Return words as a tag would hold them: folded and in one."""
    return "".join(each for each in fold(words) if each.isalnum())


__all__ = ["Decision", "Remainder", "Remnants", "Sort", "settled_words"]
