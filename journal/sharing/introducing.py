"""People who come along with their aliases from elsewhere: the rules of aliases typed here hold for many at once."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from journal.errors import ReculError
from journal.errors.refusals import AliasIsName, AliasTaken, NameIsAlias
from journal.model.entry import Entry
from journal.model.person import Person
from journal.model.unreadable import UnreadableEntry
from journal.same_name import name_key
from journal.sharing.aliasing import Aliasing
from journal.sharing.folding import fold
from journal.sharing.repository import Keeper
from journal.store import entries, people


@dataclass(frozen=True, slots=True)
class Introduction:
    """Somebody whom the journal does not know, and why their alias cannot be theirs here when a rule forbids it."""

    person: Person = field(repr=False)
    fault: ReculError | None = None


def introductions(keeper: Keeper, brought: Iterable[Person]) -> tuple[Introduction, ...]:
    """Return those whom the journal does not know yet, each once; those who are known keep what they have."""
    with keeper.store.reading() as tx:
        present = people.people(tx)
    known = {name_key(name) for person in present for name in (person.name, *person.forms)}
    new: dict[str, Person] = {}
    for person in brought:
        if name_key(person.name) not in known:
            new.setdefault(name_key(person.name), person.with_(id=None))
    return _judged(present, list(new.values()))


def change_what_leaves(keeper: Keeper, introduced: Iterable[Introduction]) -> bool:
    """Whether aliases would stand from now on for names that stand in entries that are here already."""
    taken = [each.person for each in introduced if each.fault is None]
    if not taken:
        return False
    aliasing = Aliasing(taken)
    with keeper.store.reading() as tx:
        return any(_changes(aliasing, each) for each in entries.everything(tx))


def _changes(aliasing: Aliasing, entry: Entry | UnreadableEntry) -> bool:
    """Whether a name stands in an entry; one that cannot be read now may hold it."""
    if isinstance(entry, UnreadableEntry):
        return True
    texts = (entry.title, entry.body, *entry.tags, *entry.people, entry.details.model_dump_json())
    return any(_names(aliasing, text) for text in texts if text)


def _judged(present: list[Person], new: list[Person]) -> tuple[Introduction, ...]:
    """Return each with what is against it, everybody's names being looked for in one pass."""
    everybody, newcomers = Aliasing([*present, *new]), Aliasing(new)
    taken = {fold(person.alias) for person in present}
    named = [person.alias for person in present if _names(newcomers, person.alias)]
    judged = []
    for person in new:
        fault: ReculError | None = None
        if fold(person.alias) in taken:
            fault = AliasTaken()
        elif _names(everybody, person.alias):
            fault = AliasIsName()
        elif named and _names(Aliasing([person]), "\n".join(named)):
            fault = NameIsAlias()
        else:
            taken.add(fold(person.alias))
        judged.append(Introduction(person, fault))
    return tuple(judged)


def _names(aliasing: Aliasing, words: str) -> bool:
    return aliasing.knows(words) or bool(aliasing.apply(words).spans)
