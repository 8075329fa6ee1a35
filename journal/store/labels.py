"""What entries carry beside their text: links, patterns, tags, people."""

from journal.model.entry import Link, NewEntry, Ref, Rel
from journal.store.people import known_or_new
from journal.store.store import Tx

_LABELS = (("entry_link", "from_ref"), ("entry_pattern", "ref"), ("entry_tag", "ref"), ("entry_person", "ref"))


def keep(tx: Tx, ref: Ref, entry: NewEntry) -> tuple[str, ...]:
    """Write an entry's links, patterns, tags and people anew; return the people's names as the journal knows them."""
    for table, column in _LABELS:
        tx.run(f"DELETE FROM {table} WHERE {column} = ?", (ref,))  # noqa: S608 -- names from the table above
    for position, link in enumerate(dict.fromkeys((each.rel, each.ref) for each in entry.links)):
        tx.run("INSERT INTO entry_link VALUES (?, ?, ?, ?)", (ref, position, link[0].value, link[1]))
    for pattern in dict.fromkeys(entry.patterns):
        tx.run("INSERT INTO entry_pattern VALUES (?, ?)", (pattern.value, ref))
    for position, tag in enumerate(dict.fromkeys(_tag(tx, name) for name in entry.tags)):
        tx.run("INSERT INTO entry_tag VALUES (?, ?, ?)", (ref, position, tag))
    people = {person.id: person.name for person in (known_or_new(tx, name) for name in entry.people)}
    for position, person in enumerate(people):
        tx.run("INSERT INTO entry_person VALUES (?, ?, ?)", (ref, position, person))
    return tuple(people.values())


def tags_of(tx: Tx, ref: Ref) -> tuple[str, ...]:
    """Return an entry's tags in the order in which they were given."""
    rows = tx.rows("SELECT name FROM entry_tag JOIN tag ON tag.id = tag_id WHERE ref = ? ORDER BY position", (ref,))
    return tuple(name for (name,) in rows)


def people_of(tx: Tx, ref: Ref) -> tuple[str, ...]:
    """Return the names of the people in an entry."""
    rows = tx.rows(
        "SELECT name FROM entry_person JOIN person ON person.id = person_id WHERE ref = ? ORDER BY position", (ref,)
    )
    return tuple(name for (name,) in rows)


def links_of(tx: Tx, ref: Ref) -> tuple[Link, ...]:
    """Return the links that an entry holds, in their order."""
    rows = tx.rows("SELECT rel, to_ref FROM entry_link WHERE from_ref = ? ORDER BY position", (ref,))
    return tuple(Link(rel=Rel(rel), ref=to) for rel, to in rows)


def _tag(tx: Tx, name: str) -> int:
    folded = name.casefold()
    row = tx.row("SELECT id FROM tag WHERE folded = ?", (folded,))
    return int(row[0]) if row else tx.insert("INSERT INTO tag(name, folded) VALUES (?, ?)", (name, folded))
