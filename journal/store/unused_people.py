"""People whom a corrected list named by mistake: nobody of that name is anywhere else, so no alias has to wait for one.

Whoever is still named in a text stays, by whichever part of the name: else it would leave as it is written.
"""

import re
from collections.abc import Collection, Iterable

from journal.dates.vocabulary import plain, vocabulary
from journal.model.entry_line import Ref
from journal.model.person import Gender, Person
from journal.no_name import is_no_name
from journal.store import people, searching
from journal.store.folding import words
from journal.store.store import Tx

_MADE_HERE = re.compile(r"P\d+")  # the alias of somebody whom nobody gave another


def forget(tx: Tx, ref: Ref, numbers: Iterable[int]) -> None:
    """Forget those of these people, taken out of an entry, whom nothing else names and nobody edited.

    Once the entry has left, its reader may know somebody by their alias, which then stands for nobody else.
    """
    if tx.value("SELECT 1 FROM disclosure_entry WHERE ref = ?", (ref,)) is not None:
        return
    known = {each.id: each for each in people.people(tx)}
    for number in numbers:
        others = {part for each in known.values() if each.id != number for part in words(each.name)}
        if (person := known.get(number)) is not None and _is_as_made(person) and not _is_used(tx, person, others):
            people.forget_person(tx, number)
            del known[number]  # who is forgotten vouches for nobody


def is_elsewhere(tx: Tx, person: Person, here: Collection[Ref]) -> bool:
    """Whether anything but some entries names a person: as one of its people, or in its text."""
    linked = tx.column("SELECT ref FROM entry_person WHERE person_id = ?", (person.id,))
    others = {part for each in people.people(tx) if each.id != person.id for part in words(each.name)}
    told = [part for part in _telling(person.name) if part not in others]
    found = (ref for part in told for ref in searching.newest_of(tx, f'"{part}"', len(here) + 1))
    return any(ref not in here for ref in (*linked, *found))


def _is_as_made(person: Person) -> bool:
    return bool(_MADE_HERE.fullmatch(person.alias)) and not person.forms and person.gender is Gender.UNKNOWN


def _is_used(tx: Tx, person: Person, others: Collection[str]) -> bool:
    """Whether anything names somebody; what names one of the `others` as well leaves by the alias of that one."""
    told = [part for part in _telling(person.name) if part not in others]
    return (
        tx.value("SELECT 1 FROM entry_person WHERE person_id = ?", (person.id,)) is not None
        or tx.value("SELECT 1 FROM draft WHERE instr(text, ?)", (person.name,)) is not None
        or tx.value("SELECT 1 FROM preference WHERE instr(value, ?)", (person.name,)) is not None
        or any(searching.newest_of(tx, f'"{part}"', 1) for part in told)
    )


def _telling(name: str) -> list[str]:
    """Return the parts of a name that tell of somebody: no figures, no months; else, or of a sentence, the whole."""
    if is_no_name(name):
        return [" ".join(words(name))]
    dated = vocabulary()
    told = [part for part in words(name) if part.isalpha() and plain(part) not in (*dated.months, *dated.weekdays)]
    return told or [name.replace('"', " ")]
