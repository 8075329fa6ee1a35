"""Decided words of a departure: what is replaced by what and what is kept, in every entry and in one alone."""

from collections.abc import Iterable

from journal.model.entry import Ref
from journal.model.person import Person
from journal.sharing.aliasing import Aliasing
from journal.sharing.folding import fold
from journal.sharing.kept_aliasing import aliasing_for
from journal.sharing.remainders import Decision


class Decided:
    """The manager's decisions, by the entry that they are about."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self._replaced: dict[Ref | None, list[tuple[str, str]]] = {}
        self._kept: dict[Ref | None, list[str]] = {}
        self._at_home: set[tuple[Ref | None, str]] = set()
        for each in decisions:
            if each.action == "replace":
                self._replaced.setdefault(each.ref, []).append((each.words, each.by))
            elif each.action == "keep":
                self._kept.setdefault(each.ref, []).append(each.words)
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

    def stays(self, tag: str, ref: Ref) -> bool:
        """Whether a tag stays at home."""
        return bool(self._at_home & {(None, fold(tag)), (ref, fold(tag))})
