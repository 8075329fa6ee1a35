"""The people of the journal and the names they carry outside."""

import json
from collections.abc import Collection, Iterable

from journal.errors import PersonNotFound
from journal.hygiene import LONGEST_NAME, one_line, plain_name
from journal.model.entry_line import Ref
from journal.model.person import Gender, Person
from journal.store import search_index, word_counts
from journal.store.columns import PersonRow
from journal.store.store import Tx


def people(tx: Tx) -> list[Person]:
    """Return everybody, by name."""
    return [_person(row) for row in tx.all(PersonRow, "FROM person ORDER BY folded")]


def keep_person(tx: Tx, person: Person) -> Person:
    """Keep a new person, or another name, alias or forms of one: known by id, else by name."""
    word_counts.forget_windows(tx)  # whoever is named there stands among the people, not among the words
    folded = person.name.casefold()
    known = tx.value("SELECT id FROM person WHERE id = ? OR (? IS NULL AND folded = ?)", (person.id, person.id, folded))
    forms = json.dumps(list(dict.fromkeys(person.forms)), ensure_ascii=False)
    values = {
        "name": person.name,
        "folded": folded,
        "alias": person.alias,
        "forms": forms,
        "gender": person.gender.value,
    }
    if known is None:
        return person.with_(id=tx.insert("person", values))
    renamed = tx.value("SELECT name <> ? FROM person WHERE id = ?", (person.name, known))
    tx.update("person", values, "id", known)
    if renamed:
        _index_anew(tx, _with(tx, known))
    return person.with_(id=known)


def forget_person(tx: Tx, number: int) -> None:
    """Take somebody out of the people and of all entries' lists; texts stay as they are. Raises PersonNotFound."""
    word_counts.forget_windows(tx)
    refs = _with(tx, number)
    tx.run("DELETE FROM entry_person WHERE person_id = ?", (number,))
    if not tx.run("DELETE FROM person WHERE id = ?", (number,)):
        raise PersonNotFound
    _index_anew(tx, refs)


def keep_names(tx: Tx, names: Iterable[str]) -> dict[str, str]:
    """Keep many names at once, those who are not known under aliases that tell nothing; return each as it is known."""
    present = people(tx)
    known = {form.casefold(): person.name for person in present for form in person.forms}
    known |= {person.name.casefold(): person.name for person in present}
    known = _by_first_name(present) | known
    taken = {person.alias for person in present}
    number = len(taken) + 1
    plain = {name: plain_name(name) for name in names}
    for name in filter(None, plain.values()):
        if name.casefold() not in known:
            alias, number = next_free(taken, number)
            known[name.casefold()] = keep_person(tx, Person(name=name, alias=alias)).name
    return {name: known.get(spelt.casefold(), name) for name, spelt in plain.items()}


def known_or_new(tx: Tx, name: str, alias: str = "") -> Person:
    """Return the person called so, by name, by a form, or by a first name that only one has.

    Somebody new gets the alias, or one that tells nothing.
    """
    name = plain_name(name) or name
    folded = name.casefold()
    row = tx.first(PersonRow, "FROM person WHERE folded = ?", (folded,))
    if row is None:
        present = people(tx)
        matching = [each for each in present if folded in (form.casefold() for form in each.forms)]
        called = _by_first_name(present).get(folded)
        if matching := matching or [each for each in present if each.name == called]:
            return matching[0]
        taken = set(tx.column("SELECT alias FROM person"))
        free = alias and alias not in taken
        return keep_person(tx, Person(name=name, alias=alias if free else next_free(taken, len(taken) + 1)[0]))
    return _person(row)


def _by_first_name(present: Iterable[Person]) -> dict[str, str]:
    """Return the names of those whose first name nobody else has, by it: texts call nobody else so either."""
    names: dict[str, list[str]] = {}
    for person in present:
        first, _blank, rest = person.name.casefold().partition(" ")
        if first.isalpha() and person.name[:1].isupper() and rest and person.name.split()[-1][0].isupper():
            names.setdefault(first, []).append(person.name)
    return {first: theirs[0] for first, theirs in names.items() if len(theirs) == 1}


def _with(tx: Tx, number: int) -> list[Ref]:
    return tx.column("SELECT ref FROM entry_person WHERE person_id = ?", (number,))


def _index_anew(tx: Tx, refs: list[Ref]) -> None:
    for ref in refs:
        search_index.put(tx, ref)


def next_free(taken: Collection[str], number: int) -> tuple[str, int]:
    """Return an alias that reads as nothing else and nobody has, numbered from a number on, and the next number."""
    while (alias := f"P{number}") in taken:
        number += 1
    return alias, number + 1


def unreadable(tx: Tx) -> list[int]:
    """Return the numbers of those of whom not all can be read: their rows say other than what is made of them."""
    return [row.id for row in tx.all(PersonRow, "FROM person ORDER BY id") if not _is_whole(row)]


def _is_whole(row: PersonRow) -> bool:
    try:
        person = Person(name=row.name, alias=row.alias, forms=json.loads(row.forms), gender=row.gender)
    except (ValueError, TypeError, RecursionError):
        return False
    return person.with_(id=row.id) == _person(row)


def _person(row: PersonRow) -> Person:
    """Return a person; of a row that makes no sense what does, so that a name that is listed never leaves."""
    name, alias = one_line(str(row.name))[:LONGEST_NAME].strip(), one_line(str(row.alias))[:LONGEST_NAME].strip()
    forms = tuple(form for each in _forms(row) if (form := one_line(str(each))[:LONGEST_NAME].strip()))
    return Person(id=row.id, name=name or "…", alias=alias or "…", forms=forms, gender=_gender(row))


def _gender(row: PersonRow) -> Gender:
    try:
        return Gender(row.gender)
    except ValueError:
        return Gender.UNKNOWN


def _forms(row: PersonRow) -> list[object]:
    try:
        forms = json.loads(row.forms)
    except (ValueError, TypeError, RecursionError):
        return []
    return forms if isinstance(forms, list) else []
