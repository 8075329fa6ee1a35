"""Keeping what was read: all of it in one transaction, the numbers of the source replaced by the vault's own."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from journal.importing.incoming import Incoming
from journal.model.case import CaseDetails
from journal.model.entry import NewEntry, Ref
from journal.model.person import Person
from journal.store import entries, people
from journal.store.store import Store, Tx

Numbers = Mapping[Ref, Ref]
Progress = Callable[[int], object]


def save_entries(
    store: Store,
    sources: Sequence[Sequence[Incoming]],
    at: datetime,
    introduced: Iterable[Person] = (),
    progress: Progress = lambda _done: None,
) -> list[Ref]:
    """Keep every entry of all sources or none and return their numbers.

    `at` is when entries without a date of writing were written; `introduced` are people who come in with their
    aliases, the others get one that tells nothing; `progress` is told how many more were kept.
    """
    with store.writing() as tx:
        for person in introduced:
            people.keep_person(tx, person)
        names = people.keep_names(tx, dict.fromkeys(_names(sources)))
        return [ref for source in sources for ref in _save(tx, source, names, at, progress)]


def _names(sources: Sequence[Sequence[Incoming]]) -> Iterable[str]:
    return (name for source in sources for each in source for name in each.new.people)


def _save(tx: Tx, source: Sequence[Incoming], names: Mapping[str, str], at: datetime, progress: Progress) -> list[Ref]:
    """Keep the entries of one source; links to entries that did not come along are left out."""
    coming = {each.ref for each in source if each.ref is not None}
    numbers: dict[Ref, Ref] = {}
    kept: list[Ref] = []
    waiting: list[tuple[Ref, Incoming]] = []
    for each in source:
        new = each.new.with_(people=tuple(names[name] for name in each.new.people)) if each.new.people else each.new
        entry = entries.add(tx, renumbered(new, numbers), each.created_at or at)
        kept.append(entry.ref)
        if each.ref is not None:
            numbers[each.ref] = entry.ref
        if any(ref in coming and ref not in numbers for ref in _mentioned(each.new)):
            waiting.append((entry.ref, each))
        progress(1)
    for ref, each in waiting:
        _complete(tx, ref, renumbered(each.new, numbers))
    return kept


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
