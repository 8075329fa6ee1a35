"""People by role, for a list to follow: whom one reports to, peers, sponsors, those whom one alias numbers."""

import re
from collections.abc import Iterable, Iterator, Mapping

from journal.language import facts, languages
from journal.model.engagement import EngagementDetails, Role
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.model.person import Person
from journal.practice import known_people, reading
from journal.practice.notebook import Notebook
from journal.practice.pages import role_word
from journal.same_name import name_key
from journal.store.folding import words
from journal.terms import term

_MOST = 50
_ROLES = (Role.SPONSOR, Role.PRACTITIONER, Role.PEER, Role.FACILITATOR)
_NUMBERED = re.compile(r"(.+) (?:[A-Z]|\d{1,2})")
"""Aliases that differ only by what stands last: “N-1 A”, “a colleague 2”."""


def by_role(notebook: Notebook) -> dict[str, tuple[str, ...]]:
    """Return the names of those who have a role, under the role's words; a role that nobody has is left out."""
    people = known_people.people(notebook)
    engagements = reading.whole(notebook, Filter(kinds=(Kind.ENGAGEMENT,)), _MOST)
    parties = [party for each in engagements for party in each.details_as(EngagementDetails).parties]
    found = {
        term("boss"): [*_bosses(people), *(party.reports_to for party in parties if party.role is Role.MANAGER)],
        **{role_word(role): [party.name for party in parties if party.role is role] for role in _ROLES},
    }
    for alias, name in _numbered(people):
        found.setdefault(alias, []).append(name)
    known = {tuple(words(form)): each.name for each in people for form in (*each.forms, each.name)}
    return {role: names for role, told in found.items() if (names := _each_once(known, told))}


def names_meant(notebook: Notebook, said: str) -> tuple[str, ...]:
    """Return whom words mean: somebody by name or by another form, else all who have that role; nobody: ()."""
    somebody = known_people.person_called(notebook, said)
    if somebody is not None:
        return (somebody.name,)
    asked = name_key(said)  # with its signs: “N+1” is not “N-1”
    return next((names for role, names in by_role(notebook).items() if name_key(role) == asked), ())


def is_boss(called: str) -> bool:
    """Whether a name or an alias says that the person reports to somebody, in any language: “ma N+1”, “my boss”."""
    told = called.casefold().replace("’", "'")
    first, _blank, rest = told.partition(" ")
    bare = rest if first in _articles() else told
    numbered = _NUMBERED.fullmatch(called)
    return bare in _terms() or (numbered is not None and is_boss(numbered[1]))


def _each_once(known: Mapping[tuple[str, ...], str], told: Iterable[str]) -> tuple[str, ...]:
    """Return the names under which people are known, those of nobody left out."""
    return tuple(dict.fromkeys(known[folded] for folded in (tuple(words(each)) for each in told) if folded in known))


def _terms() -> set[str]:
    return {term("boss", language).casefold() for language in languages()}


def _articles() -> set[str]:
    told = (facts(language).get("grammar", {}) for language in languages())
    return {word for each in told for word in each.get("articles", "").split()}


def _bosses(people: Iterable[Person]) -> Iterator[str]:
    return (each.name for each in people if any(map(is_boss, (each.name, each.alias, *each.forms))))


def _numbered(people: Iterable[Person]) -> Iterator[tuple[str, str]]:
    """Yield the alias without its number, and the name, of each of several who share it."""
    told = [(each.name, found[1]) for each in people if (found := _NUMBERED.fullmatch(each.alias))]
    shared = [alias for _name, alias in told]
    return ((alias, name) for name, alias in told if shared.count(alias) > 1)
