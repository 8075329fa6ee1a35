"""The people of a journal by the words with which their names can begin, prepared once for all texts of a departure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from journal.model.person import Person
from journal.sharing.apposed_roles import is_role
from journal.sharing.name_forms import (
    Form,
    beginnings_of,
    can_be_surname,
    forms_of,
    is_half,
    is_part,
    literals_of,
    typed_of,
)
from journal.sharing.phrases import Phrases, Places, WordTree

_MOST_SHARING = 3  # aliases told where several people share a name


@dataclass(frozen=True, slots=True)
class Named:
    """One way to write a name, and what replaces it."""

    form: Form
    alias: str
    part: bool = False  # whether it is less than the whole name
    half: bool = False  # whether no more of the name is known, so that the other half may have an alias of its own
    surname: bool = False  # whether it is a part that can stand behind a first name
    role: bool = False  # whether it is the word of a function, and no name
    shared: tuple[tuple[str, frozenset[str]], ...] = ()  # all who bear it, by alias, and their other initials
    decided: bool = False  # whether the manager said which of them is meant

    @property
    def who(self) -> tuple[str, ...]:
        """The aliases of all who bear it, where they are several."""
        return () if self.decided else tuple(alias for alias, _initials in self.shared)

    def with_initials(self, letters: frozenset[str]) -> "Named":
        """Return what those bear who have these other initials: “Rose M.” is one Rose and no other."""
        theirs = tuple((alias, initials) for alias, initials in self.shared if letters <= initials)
        if not letters or not theirs or theirs == self.shared:
            return self
        alias, several = _shared(alias for alias, _initials in theirs), theirs if len(theirs) > 1 else ()
        return replace(self, alias=alias, shared=several, decided=False)


_NONE = WordTree[Named]()


class Roster:
    """The people by the words with which their names can begin; their forms are worked out when they are met."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._people: dict[str, list[Person]] = {}
        self.literals: dict[str, str] = {}
        self.typed: dict[str, str] = {}  # by hand: each where no name is read
        for person in people:
            for word in beginnings_of(person):
                self._people.setdefault(word, []).append(person)
            self.literals |= dict.fromkeys(literals_of(person), person.alias)
            self.typed |= dict.fromkeys(typed_of(person), person.alias)
        self.typed_phrases = Phrases(self.typed)
        self._named: dict[str, WordTree[Named]] = {}

    @property
    def words(self) -> Collection[str]:
        """All words of the names, and at least those with which a form can begin."""
        return self._people.keys()

    def decided(self, words: tuple[str, ...], exact: str | None, by: str) -> Named:
        """Return what the manager chose for words; where several bear them, an initial still tells who is meant."""
        known = None if exact else next(iter(self.beginning_with(words[0]).values(words)), None)
        initials = known.form.initials if known else frozenset[str]()
        return Named(Form(words, exact, initials), by, shared=known.shared if known else (), decided=True)

    def beginning_with(self, word: str) -> WordTree[Named]:
        """Return the names that begin with a word."""
        if word not in self._people:
            return _NONE
        known = self._named.get(word)
        if known is None:
            known = self._named[word] = self._worked_out(word)
        return known

    def _worked_out(self, word: str) -> WordTree[Named]:
        aliases: dict[tuple[tuple[str, ...], str | None, bool], dict[str, frozenset[str]]] = {}
        met: dict[tuple[str, ...], _Met] = {}
        for person in self._people[word]:
            for form in forms_of(person):
                if form.words and form.words[0] == word:
                    met.setdefault(form.words, _Met()).add(form, person)
                    theirs = aliases.setdefault((form.words, form.exact, form.plural), {})
                    theirs[person.alias] = theirs.get(person.alias, frozenset()) | form.initials
        tree = WordTree[Named]()
        for (words, exact, plural), theirs in sorted(aliases.items(), key=lambda item: item[0][1] is not None):
            if plural and (words, exact, False) in aliases:  # "Wills" is a name before it is two of Will
                continue
            known = met[words]
            form = Form(words, exact, known.initials, ends_small=known.small, chosen=known.chosen, plural=plural)
            half = known.half and len(theirs) == 1
            shared = tuple(theirs.items()) if len(theirs) > 1 else ()
            told = Named(
                form,
                _shared(theirs),
                part=known.part,
                half=half,
                surname=known.surname,
                role=is_role(words),
                shared=shared,
            )
            tree.add(words, told)
        return tree


@dataclass(slots=True)
class _Met:
    """What was met of a form among those who bear it."""

    initials: frozenset[str] = frozenset()
    small: bool = False
    chosen: bool = False
    part: bool = False
    half: bool = False
    surname: bool = False

    def add(self, form: Form, person: Person) -> None:
        """Add somebody's form."""
        half = is_half(person)
        self.initials |= form.initials
        self.small |= form.ends_small
        self.chosen |= form.chosen
        self.half |= half
        self.part |= half or is_part(form, person)
        self.surname |= (half or is_part(form, person)) and can_be_surname(form, person)


@lru_cache(maxsize=16)
def prepared(people: tuple[Person, ...]) -> tuple[Roster, Places, Phrases]:
    """Return the people prepared, once for all the texts of a departure."""
    roster = Roster(people)
    return roster, Places(roster.words), Phrases(roster.literals)


def _shared(aliases: Iterable[str]) -> str:
    """Return the aliases of all who share a name, the first few where they are many."""
    first = list(islice(aliases, _MOST_SHARING + 1))
    return " / ".join(first if len(first) <= _MOST_SHARING else [*first[:_MOST_SHARING], "…"])
