"""Service that keeps what was read: all in one transaction, numbers of the source replaced by the vault's own."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from journal.importing.incoming import Incoming
from journal.importing.reading import Reading
from journal.importing.renumbering import mentioned, renumbered
from journal.importing.repeats import Arrival, Standing, arrivals, note
from journal.model.agreed_line import unmarked
from journal.model.entry import NewEntry, Ref
from journal.model.person import Person
from journal.store import entries, entry_writing, people, source_keys
from journal.store.store import Store, Tx

Progress = Callable[[int], object]


def save_entries(
    store: Store,
    sources: Sequence[Reading],
    at: datetime,
    introduced: Iterable[Person] = (),
    progress: Progress = lambda _done: None,
    *,
    again: bool = False,
) -> list[Ref]:
    """Keep every entry of all sources or none and return their numbers; what came in before is there already.

    `at` is when entries without a date of writing were written; `introduced` are people who come in with their
    aliases, the others get one that tells nothing; `progress` is told how many more were seen to; `again` lets
    everything come in once more.
    """
    with store.writing() as tx:
        told = [(source.format.value, arrivals(tx, source.format, source.entries)) for source in sources]
        new = [each.incoming for _source, every in told for each in every if again or not _is_known(each)]
        for person in introduced:
            people.keep_person(tx, person)
        names = people.keep_names(tx, dict.fromkeys(name for each in new for name in each.new.people))
        return [ref for source, every in told for ref in _Source(tx, source, names, at).save(every, progress, again)]


def standings(store: Store, sources: Sequence[Reading]) -> tuple[Counter[Standing], list[Reading]]:
    """Return how many entries are new, known, or changed since they came in; and the sources, silent of those known."""
    with store.reading() as tx:
        told = [(source, arrivals(tx, source.format, source.entries)) for source in sources]
    count = Counter(each.standing for _source, every in told for each in every)
    return count, [source.silent_of([each.incoming for each in every if _is_known(each)]) for source, every in told]


def _is_known(arrival: Arrival) -> bool:
    return arrival.standing is Standing.KNOWN


class _Source:
    """One source on its way in: which of its numbers became which of the vault's."""

    def __init__(self, tx: Tx, name: str, names: Mapping[str, str], at: datetime) -> None:
        self._tx, self._name, self._names, self._at = tx, name, names, at
        self._numbers: dict[Ref, Ref] = {}

    def save(self, every: Sequence[Arrival], progress: Progress, again: bool) -> list[Ref]:  # noqa: FBT001 -- passed on
        """Keep the entries; links to entries that neither come along nor are there already are left out."""
        coming = {each.incoming.ref for each in every if each.incoming.ref is not None}
        kept: list[Ref] = []
        waiting: list[tuple[Ref, Incoming]] = []
        for arrival in every:
            progress(1)
            if _is_known(arrival) and not again:
                self._number(arrival.incoming, source_keys.entry_of(self._tx, self._name, arrival.key))
                continue
            ref = self._add(arrival)
            kept.append(ref)
            if any(each in coming and each not in self._numbers for each in mentioned(arrival.incoming.new)):
                waiting.append((ref, arrival.incoming))
        for ref, incoming in waiting:
            _complete(self._tx, ref, renumbered(incoming.new, self._numbers))
        return kept

    def _add(self, arrival: Arrival) -> Ref:
        incoming, new = arrival.incoming, arrival.incoming.new
        if new.people:
            new = new.with_(people=tuple(self._names[name] for name in new.people))
        entry = entry_writing.add(self._tx, renumbered(new, self._numbers), incoming.created_at or self._at)
        self._number(incoming, entry.ref)
        note(self._tx, self._name, arrival, entry.ref)
        return entry.ref

    def _number(self, incoming: Incoming, ref: Ref | None) -> None:
        if incoming.ref is not None and ref is not None:
            self._numbers[incoming.ref] = ref


def _complete(tx: Tx, ref: Ref, new: NewEntry) -> None:
    """Add the links that pointed further down in the source."""
    entry = entries.get(tx, ref)
    told = unmarked(new)  # as it was added: what all agreed on elsewhere was not agreed here
    entry_writing.change(tx, entry.with_(links=told.links, details=told.details), entry.updated_at, keep_revision=False)
