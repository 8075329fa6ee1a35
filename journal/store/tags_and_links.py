"""Tags, people, patterns and links: what entries carry beside their text."""

from typing import TYPE_CHECKING

from journal.hygiene import LONGEST_NAME, one_line, plain_name
from journal.model.entry_line import Ref, Rel
from journal.store.columns import LinkRow
from journal.store.store import Tx

if TYPE_CHECKING:
    from journal.model.entry import NewEntry

_RELS = frozenset(Rel)
_TABLES = (("entry_link", "from_ref"), ("entry_pattern", "ref"), ("entry_tag", "ref"), ("entry_person", "ref"))


def keep(tx: Tx, ref: Ref, entry: "NewEntry") -> tuple[str, ...]:
    """Write an entry's links, patterns, tags and people anew; return the people's names as the journal knows them."""
    from journal.store.people import known_or_new  # what reads an entry makes no person

    for table, column in _TABLES:
        tx.run(f"DELETE FROM {table} WHERE {column} = ?", (ref,))  # noqa: S608 -- names from the table above
    for position, link in enumerate(dict.fromkeys((each.rel, each.ref) for each in entry.links)):
        rel, to = link
        tx.insert("entry_link", {"from_ref": ref, "position": position, "rel": rel.value, "to_ref": to})
    for pattern in dict.fromkeys(entry.patterns):
        tx.insert("entry_pattern", {"pattern": pattern.value, "ref": ref})
    for position, tag in enumerate(dict.fromkeys(_tag(tx, name) for name in entry.tags)):
        tx.insert("entry_tag", {"ref": ref, "position": position, "tag_id": tag})
    named = filter(plain_name, (*entry.people, *entry.details.named))
    people = {person.id: person.name for person in (known_or_new(tx, name) for name in named)}
    for position, person in enumerate(people):
        tx.insert("entry_person", {"ref": ref, "position": position, "person_id": person})
    return tuple(people.values())


def tags_of(tx: Tx, ref: Ref) -> tuple[str, ...]:
    """Return an entry's tags in the order in which they were given."""
    names = tx.column("SELECT name FROM entry_tag JOIN tag ON tag.id = tag_id WHERE ref = ? ORDER BY position", (ref,))
    return tuple(filter(None, map(_name, names)))


def people_of(tx: Tx, ref: Ref) -> tuple[str, ...]:
    """Return the names of the people in an entry."""
    names = tx.column(
        "SELECT name FROM entry_person JOIN person ON person.id = person_id WHERE ref = ? ORDER BY position", (ref,)
    )
    return tuple(filter(None, map(_name, names)))


def person_ids(tx: Tx, ref: Ref) -> list[int]:
    """Return the numbers of the people in an entry."""
    return tx.column("SELECT person_id FROM entry_person WHERE ref = ?", (ref,))


def links_of(tx: Tx, ref: Ref) -> tuple[tuple[str, Ref], ...]:
    """Return the links that an entry holds, in their order: how it stands to which other."""
    rows = tx.all(LinkRow, "FROM entry_link WHERE from_ref = ? ORDER BY position", (ref,))
    return tuple((row.rel, row.to_ref) for row in rows if row.rel in _RELS)


def _name(kept: object) -> str:
    """Return a name as it is kept, cut where it is longer than names may be: a bad one costs itself alone."""
    return one_line(str(kept))[:LONGEST_NAME].strip()


def _tag(tx: Tx, name: str) -> int:
    folded = name.casefold()
    known = tx.value("SELECT id FROM tag WHERE folded = ?", (folded,))
    return int(known) if known is not None else tx.insert("tag", {"name": name, "folded": folded})
