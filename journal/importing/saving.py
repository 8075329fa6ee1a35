"""Keeping what was read: all of it in one transaction, the numbers of the source replaced by the vault's own."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from journal.importing.incoming import Incoming
from journal.model.case import CaseDetails
from journal.model.entry import NewEntry, Ref
from journal.store import entries, people
from journal.store.store import Store, Tx

Numbers = Mapping[Ref, Ref]


def save_entries(
    store: Store, incoming: Sequence[Incoming], at: datetime, progress: Callable[[int], object] = lambda _done: None
) -> list[Ref]:
    """Keep every entry or none and return their numbers; links to entries that did not come along are left out.

    `at` is when entries without a date of writing were written; `progress` is told how many more were kept.
    """
    coming = {each.ref for each in incoming if each.ref is not None}
    numbers: dict[Ref, Ref] = {}
    kept: list[Ref] = []
    waiting: list[tuple[Ref, Incoming]] = []
    with store.writing() as tx:
        _introduce(tx, incoming)
        for each in incoming:
            entry = entries.add(tx, renumbered(each.new, numbers), each.created_at or at)
            kept.append(entry.ref)
            if each.ref is not None:
                numbers[each.ref] = entry.ref
            if any(ref in coming and ref not in numbers for ref in _mentioned(each.new)):
                waiting.append((entry.ref, each))
            progress(1)
        for ref, each in waiting:
            _complete(tx, ref, renumbered(each.new, numbers))
    return kept


def _introduce(tx: Tx, incoming: Sequence[Incoming]) -> None:
    """Keep the people who came along under the aliases they carried.

    Those who are known keep what they have, and an alias that somebody carries already goes to nobody else.
    """
    present = people.people(tx)
    names = {person.name.casefold() for person in present}
    aliases = {person.alias.casefold() for person in present}
    for person in (person for each in incoming for person in each.people):
        if person.name.casefold() not in names and person.alias.casefold() not in aliases:
            names.add(person.name.casefold())
            aliases.add(person.alias.casefold())
            people.keep_person(tx, person.with_(id=None))


def _complete(tx: Tx, ref: Ref, new: NewEntry) -> None:
    """Add the links that pointed further down in the source."""
    entry = entries.get(tx, ref)
    entries.change(tx, entry.with_(links=new.links, details=new.details), entry.updated_at, keep_revision=False)


def renumbered(new: NewEntry, numbers: Numbers) -> NewEntry:
    """Return the entry with the numbers it mentions replaced; those that are not known are left out."""
    if not _mentioned(new):
        return new
    links = tuple(link.with_(ref=numbers[link.ref]) for link in new.links if link.ref in numbers)
    details = new.details
    if isinstance(details, CaseDetails):
        offers = tuple(
            offer.with_(session=numbers.get(offer.session) if offer.session else None) for offer in details.offers
        )
        details = details.with_(offers=offers)
    return new.with_(links=links, details=details)


def _mentioned(new: NewEntry) -> set[Ref]:
    refs = {link.ref for link in new.links}
    if isinstance(new.details, CaseDetails):
        refs |= {offer.session for offer in new.details.offers if offer.session}
    return refs
