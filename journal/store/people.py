"""The people of the journal and the names they carry outside."""

import json
from collections.abc import Collection, Iterable, Sequence

from journal.errors import PersonNotFound
from journal.hygiene import LONGEST_NAME, one_line, plain_name
from journal.model.entry_line import Ref
from journal.model.person import Gender, Person
from journal.same_name import name_key
from journal.store import search_index, word_counts
from journal.store.columns_beside import PersonRow
from journal.store.store import Tx


def people(tx: Tx) -> list[Person]:
    """Return everybody, by name."""
    return [_person(row) for row in tx.all(PersonRow, "FROM person ORDER BY folded")]


def keep_person(tx: Tx, person: Person) -> Person:
    """Keep a new person, or another name, alias or forms of one: known by id, else by name."""
    known = tx.value("SELECT id FROM person WHERE id = ?", (person.id,)) if person.id is not None else _id(tx, person)
    return _put(tx, person, known)


def _put(tx: Tx, person: Person, known: int | None) -> Person:
    """Keep a person in the place of one who is known, or with None as a new one."""
    word_counts.forget_windows(tx)  # whoever is named there stands among the people, not among the words
    values = {
        "name": person.name,
        "folded": person.name.casefold(),
        "alias": person.alias,
        "forms": json.dumps(list(dict.fromkeys(person.forms)), ensure_ascii=False),
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
    known = {name_key(form): person.name for person in present for form in person.forms}
    known |= {name_key(person.name): person.name for person in present}
    known = _by_first_name(present) | known
    taken = {person.alias for person in present}
    number = len(taken) + 1
    plain = {name: plain_name(name) for name in names}
    for name in filter(None, plain.values()):
        if name_key(name) not in known:
            alias, number = next_free(taken, number)
            known[name_key(name)] = _put(tx, Person(name=name, alias=alias), None).name
    return {name: known.get(name_key(spelt), name) for name, spelt in plain.items()}


def known_or_new(tx: Tx, name: str, alias: str = "") -> Person:
    """Return the person called so, by name, by a form, or by a first name that only one has.

    Somebody new gets the alias, or one that tells nothing.
    """
    name = plain_name(name) or name
    row = tx.first(PersonRow, "FROM person WHERE folded = ?", (name.casefold(),))
    if row is not None:
        return _person(row)
    key, present = name_key(name), people(tx)
    if found := _called(key, present):
        return found
    taken = [each.alias for each in present]
    free = alias and name_key(alias) not in map(name_key, taken)
    return _put(tx, Person(name=name, alias=alias if free else next_free(taken, len(taken) + 1)[0]), None)


def _called(key: str, present: Sequence[Person]) -> Person | None:
    """Return who is called so: by name before another form, by either before a first name that only one has."""
    first = _by_first_name(present).get(key)
    whole = (each for each in present if name_key(each.name) == key)
    forms = (each for each in present if key in map(name_key, each.forms))
    return next(whole, None) or next(forms, None) or next((each for each in present if each.name == first), None)


def _id(tx: Tx, person: Person) -> int | None:
    """Return the number of who has the name already, as it is written or in another spelling."""
    written = tx.value("SELECT id FROM person WHERE folded = ?", (person.name.casefold(),))
    key = name_key(person.name)
    return written or next((each.id for each in people(tx) if name_key(each.name) == key), None)


def _by_first_name(present: Iterable[Person]) -> dict[str, str]:
    """Return the names of those whose first name nobody else has, by it: texts call nobody else so either."""
    names: dict[str, list[str]] = {}
    for person in present:
        first, _blank, rest = person.name.partition(" ")
        if (
            first.replace("-", "").isalpha()
            and person.name[:1].isupper()
            and rest
            and person.name.split()[-1][0].isupper()
        ):
            names.setdefault(name_key(first), []).append(person.name)
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
