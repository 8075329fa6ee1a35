"""Suspects: where in an aliased text something may tell who or what is meant, whatever was decided about it.

What was found in a text is kept as long as the names stay as they are: a preview is made again at each decision, and
once more when it is written. Locking replaces the process, so that nothing of it stays then.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from urllib.parse import unquote

from journal.dates.vocabulary import month_names
from journal.sharing.addresses import addresses, paths
from journal.sharing.aliasing import Aliasing
from journal.sharing.folding import EMAIL, WORD, Folded, fold
from journal.sharing.kept_texts import KeptTexts
from journal.sharing.phrases import Phrases
from journal.sharing.possible_names import UPPER, PossibleNames
from journal.sharing.word_or_name import places_named_after
from journal.sharing.words import folded as folded_list
from journal.sharing.words_in_small import word_names_in
from journal.sharing.written_small import first_names_in, initials_in


class Sort(StrEnum):
    """Why something is pointed out."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"  # of a page or a machine
    PATH = "path"
    LISTED = "listed"  # a company, project or other word that the manager listed
    DATE = "date"
    SHARED = "shared"  # a name that several people bear, one of whom is meant


Suspect = tuple[Sort, int, int]
"""Why something is pointed out, and from where to where it stands."""

_PHONE = re.compile(r"(?<![\w])(?:\+|00)?\d(?:[ .\-\u00a0\u202f()/]{0,2}\d){8,14}(?!\w)")
_DIGITS = re.compile(r"\d\D{0,2}\d\D{0,2}\d\D{0,2}\d")  # fewer are no phone number; much faster to look for
_SHAPE_OF_PHONE = re.compile(rb"0(?:[^0]{0,2}0){8}")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = "|".join(sorted(month_names(), key=len, reverse=True))
_DATE = re.compile(
    rf"\b(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?|(?:\d{{1,2}}|1er)(?:st|nd|rd|th)? (?:{_MONTH})"
    rf"(?: \d{{4}})?|(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?(?:, \d{{4}})?)\b",
    re.IGNORECASE,
)
_HUMPED = re.compile(rf"(?<![^\W\d_])[{UPPER}]*[^\W\d_{UPPER}]+[{UPPER}][^\W\d_]*")
_HUMP = re.compile(rf"[{UPPER}]?[^\W\d_{UPPER}]+")
_LINK = re.compile(r"\]\(<?([^()\s<>]+)>?\)|\[\[([^\[\]\n]+)\]\]")  # of Markdown and of wikis


@lru_cache(maxsize=2)
def suspects_for(aliasing: Aliasing, listed: tuple[str, ...], unlisted: frozenset[str], *, dates: bool) -> "Suspects":
    """Return what finds suspects, once for all the previews for which names and words stay as they are."""
    return Suspects(aliasing, Phrases(listed), Phrases(unlisted), dates=dates)


class Suspects:
    """Finds what may tell too much: names, addresses, numbers, the manager's sensitive words, days."""

    def __init__(self, aliasing: Aliasing, listed: Phrases, unlisted: Phrases, *, dates: bool) -> None:
        """Settle what to look for; `unlisted` are people of entries who have no alias."""
        self._aliasing = aliasing
        self._near = aliasing.near
        self._listed, self._unlisted = listed, unlisted
        self._dates = dates
        self._names = folded_list("first-names")
        self._found = KeptTexts[tuple[Suspect, ...]]()
        self.possible = PossibleNames(aliasing.knows)

    def find(self, text: str) -> tuple[Suspect, ...]:
        """Return what is found in a text, of what overlaps that first which counts."""
        return self._found.of(text, lambda text: tuple(self._in(text)))

    def _in(self, text: str) -> Iterator[Suspect]:
        yield from ((Sort.PATH, *span) for span in paths(text))
        yield from ((Sort.ADDRESS, *span) for span in addresses(text))
        if "@" in text:
            yield from ((Sort.EMAIL, *match.span()) for match in EMAIL.finditer(text))
        yield from ((Sort.ADDRESS, *span) for span in self._links_in(text))
        folded = Folded(text)
        shape = folded.shape
        if _DIGITS.search(text) if shape is None else _SHAPE_OF_PHONE.search(shape):
            phones = (match for match in _PHONE.finditer(text) if not _ISO_DAY.match(match.group()))
            yield from ((Sort.PHONE, *match.span()) for match in phones)
        if self._listed or self._unlisted:
            for known, sort in ((self._listed, Sort.LISTED), (self._unlisted, Sort.NAME)):
                yield from ((sort, *folded.span(start, end)) for start, end, _words in known.find(folded.text))
        if self._dates and (shape is None or b"0" in shape):
            yield from ((Sort.DATE, *match.span()) for match in _DATE.finditer(text))
        yield from ((Sort.NAME, *span) for span in places_named_after(text))
        yield from ((Sort.NAME, *span) for span in self._aliasing.unsure(folded))
        yield from ((Sort.NAME, *span) for span in self._near.find(folded))
        if shape is None or b"aA" in shape:
            yield from ((Sort.NAME, *span) for span in self._glued_in(text))
        yield from ((Sort.NAME, *span) for span in self.possible.find(folded))
        yield from ((Sort.NAME, *span) for span in initials_in(text))
        yield from ((Sort.NAME, *span) for span in first_names_in(folded))
        yield from ((Sort.NAME, *span) for span in word_names_in(folded, self._aliasing.known_among))

    def _links_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the targets of links that hold a name, be it with its letters coded as in addresses."""
        for match in _LINK.finditer(text) if "[" in text else ():
            target = match.group(match.lastindex or 0)
            words = WORD.findall(fold(unquote(target)))
            if any(self._aliasing.knows(word) or self._near.holds(word) for word in words):
                yield match.span(match.lastindex or 0)

    def _glued_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield words in which capitals alone set a name apart: "PaulBudget", "projetPaul"."""
        for match in _HUMPED.finditer(text):
            if any(self._aliasing.knows(hump) or fold(hump) in self._names for hump in _HUMP.findall(match.group())):
                yield match.span()
