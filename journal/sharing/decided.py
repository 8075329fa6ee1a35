"""Decided words of a departure: what is replaced by what and what is kept, in every entry and in one alone."""

from collections.abc import Iterable, Sequence

from journal.model.entry import Ref
from journal.model.person import Person
from journal.sharing.aliasing import Aliasing
from journal.sharing.as_decided import Answers
from journal.sharing.folding import fold
from journal.sharing.kept_aliasing import aliasing_for
from journal.sharing.remainders import Decision, settled_words


class Decided:
    """The manager's decisions, by the entry that they are about."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self._replaced: dict[Ref | None, list[tuple[str, str]]] = {}
        self._kept: dict[Ref | None, list[str]] = {}
        self._named: dict[Ref | None, list[Decision]] = {}
        self._everywhere: Answers | None = None
        self._at_home: set[tuple[Ref | None, str]] = set()
        for each in decisions:
            if each.action == "replace":
                self._replaced.setdefault(each.ref, []).append((each.words, each.by))
            elif each.action == "keep":
                self._kept.setdefault(each.ref, []).append(each.words)
            elif each.action == "name":
                self._named.setdefault(each.ref, []).append(each)
            else:
                self._at_home.add((each.ref, fold(each.words)))

    def aliasing(self, people: Iterable[Person]) -> Aliasing:
        """Return what replaces the names of these people in every entry."""
        return aliasing_for(tuple(people), tuple(self._replaced.get(None, ())), tuple(self._kept.get(None, ())))

    def within(self, aliasing: Aliasing, ref: Ref) -> Aliasing:
        """Return what replaces names in an entry, about which something may have been decided alone."""
        if ref not in self._replaced and ref not in self._kept:
            return aliasing
        replaced = (each for key in (None, ref) for each in self._replaced.get(key, ()))
        return aliasing.with_words(replaced, (each for key in (None, ref) for each in self._kept.get(key, ())))

    def answers(self, people: Sequence[Person], ref: Ref | None) -> Answers:
        """Return what stands for words that are pointed out in an entry all the same.

        A name in small letters holds in every entry as it is written; a person who was forgotten answers nothing more.
        """
        if self._everywhere is None:
            self._everywhere = self._answers_of(people, None)
        own = ref is not None and (ref in self._named or ref in self._replaced)
        return self._everywhere.beside(self._answers_of(people, ref)) if own else self._everywhere

    def _answers_of(self, people: Sequence[Person], ref: Ref | None) -> Answers:
        named = {each.words: _alias_of(each, people) for each in self._named.get(ref, ())}
        folded = {fold(settled_words(words)): by for words, by in self._replaced.get(ref, ())}
        if ref is not None:
            return Answers(folded={fold(words): by for words, by in named.items()} | folded)
        return Answers(folded, named)

    def stays(self, tag: str, ref: Ref) -> bool:
        """Whether a tag stays at home."""
        return bool(self._at_home & {(None, fold(tag)), (ref, fold(tag))})


def _alias_of(named: Decision, people: Sequence[Person]) -> str:
    """Return the alias of the person whose name words were said to be, as long as they bear it."""
    person = next((each for each in people if each.id == named.person), None)
    if person is None:
        return ""
    theirs, known = {fold(each) for each in (person.name, *person.forms)}, Aliasing([person])
    bears = any(fold(words) in theirs or known.knows(words) for words in (named.words, named.by))
    return person.alias if bears else ""
