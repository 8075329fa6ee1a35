"""Those who will read a case, compared with those in it: among colleagues a pseudonym hides nobody."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journal.model.case_sheet import leaving_body
from journal.model.engagement import Party, Role
from journal.model.entry import Entry
from journal.sharing.folding import fold
from journal.sharing.readers import named_in, stands_in
from journal.sharing.repository import Keeper, listed_words
from journal.store import people

_MONTHS = (
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
_MOMENTS = re.compile(
    rf"\b\d{{1,2}}(?:er|st|nd|rd|th)?[ \u00a0\u202f](?:{_MONTHS})\b|\b(?:{_MONTHS})[ \u00a0]\d{{1,2}}\b|"
    r"\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b|\b\d{1,2}[ \u00a0\u202f]?h(?:[ \u00a0\u202f]?\d{2})?\b|\b\d{1,2}:\d{2}\b|"
    r"\b(?:nuit|nuits|night|nights|week-end|weekend)\b",
    re.IGNORECASE,
)
_MOST = 8  # details pointed out; the question is asked anyway


@dataclass(frozen=True, slots=True, repr=False)
class Colleagues:
    """What the text says to those around the table, by name: who is in it, whose boss is, what alone may name one."""

    appear: tuple[str, ...]
    reports: tuple[tuple[str, str], ...]  # a reader, and the one in the text to whom they report
    details: tuple[str, ...]


def look_over(keeper: Keeper, case: Entry, parties: Sequence[Party]) -> Colleagues:
    """Return what of a case touches those who will read it; `parties` are those of the group."""
    leaving = case.with_(body=leaving_body(case))
    with keeper.store.reading() as tx:
        known = people.people(tx)
    readers = [party for party in parties if party.role is not Role.MANAGER and party.left_on is None]
    text = f"{leaving.title}\n{leaving.body}"
    return Colleagues(
        appear=named_in([leaving], "", (party.name for party in readers), known),
        reports=tuple(
            (party.name, party.reports_to)
            for party in readers
            if party.reports_to and stands_in(party.reports_to, known, text)
        ),
        details=_telling(text, (*_places(parties), *listed_words(keeper))),
    )


def _places(parties: Iterable[Party]) -> list[str]:
    return [place for party in parties for place in (party.service, party.company) if place]


def _telling(text: str, words: Iterable[str]) -> tuple[str, ...]:
    """Return the words of a text that may tell who somebody is, each once, as they stand there."""
    folded = fold(text)
    found = [word for word in words if fold(word) and re.search(rf"(?<!\w){re.escape(fold(word))}(?!\w)", folded)]
    found += [match.group() for match in _MOMENTS.finditer(text)]
    return tuple({fold(word): word for word in found}.values())[:_MOST]
