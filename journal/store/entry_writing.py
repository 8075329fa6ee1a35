"""Entries kept and changed: their rows, their words in the index, and the wording that they had before."""

from datetime import datetime
from typing import Annotated, Any, NamedTuple

from journal.errors import EntryNotFound
from journal.errors.refusals import EntryChangedMeanwhile
from journal.model.agreed_line import unmarked
from journal.model.entry import Entry, NewEntry
from journal.model.statement import as_draft
from journal.same_name import name_key
from journal.store import beside_text, search_index, tags_and_links, validations, word_counts
from journal.store.store import Tx
from journal.store.times import day_of, month_of, stored


class WordingRow(NamedTuple):
    """What an earlier wording keeps of an entry, before it is changed."""

    revision: int
    at: Annotated[int, "updated_at"]
    at_offset: Annotated[int, "updated_offset"]
    title: str
    details: str
    body: str


def add(tx: Tx, new: NewEntry, at: datetime) -> Entry:
    """Keep a new entry; it gets the next number, which is never given again.

    A statement begins as a draft, and a line of a record as not agreed, whatever they claim: only what stands in the
    journal can be validated or marked.
    """
    new = unmarked(as_draft(new))
    created_at, created_offset = stored(at)
    values = {
        "kind": new.kind.value,
        "created_at": created_at,
        "created_offset": created_offset,
        "revision": 1,
    }
    ref = tx.insert("entry", values | _columns(new, at))
    people = tags_and_links.keep(tx, ref, new)
    search_index.add(tx, ref)
    fields = {name: getattr(new, name) for name in NewEntry.model_fields}
    return Entry.model_validate(
        fields | {"people": people, "ref": ref, "created_at": at, "updated_at": at, "revision": 1}
    )


def change(tx: Tx, entry: Entry, at: datetime, *, keep_revision: bool = True) -> Entry:
    """Keep another wording or state of an entry; `entry` carries the revision that it was read with.

    Raises EntryNotFound, and EntryChangedMeanwhile when a later revision was kept since.
    """
    before = tx.first(WordingRow, "FROM entry WHERE ref = ?", (entry.ref,))
    if before is None:
        raise EntryNotFound(ref=entry.ref)
    if before.revision != entry.revision:
        raise EntryChangedMeanwhile(ref=entry.ref)
    values = _columns(entry, at)
    if before.details != values["details"]:
        entry = _without_the_corrected(entry, before.details)
    beside = beside_text.now(tx, entry.ref)
    word_counts.forget(tx, entry.ref)  # of the month in which it stood: it may move to another
    tx.update("entry", values | {"revision": before.revision + 1}, "ref", entry.ref)
    named = set(tags_and_links.person_ids(tx, entry.ref))
    people = tags_and_links.keep(tx, entry.ref, entry)
    worded = any(getattr(before, name) != values[name] for name in ("title", "details", "body"))
    if keep_revision and (worded or beside != beside_text.now(tx, entry.ref)):
        tx.insert("revision", {"ref": entry.ref, "beside": beside} | before._asdict())
    search_index.put(tx, entry.ref)
    if gone := named.difference(tags_and_links.person_ids(tx, entry.ref)):
        from journal.store import unused_people  # seldom is anybody taken out

        unused_people.forget(tx, entry.ref, gone)
    return validations.checked(tx, entry.with_(people=people, revision=entry.revision + 1, updated_at=at))


def _without_the_corrected(entry: Entry, before: str) -> Entry:
    """Return an entry without the people that only its details named before: a corrected name would stay for good."""
    try:
        named = type(entry.details).model_validate_json(before).named
    except ValueError:
        return entry
    gone = {name_key(name) for name in named}.difference(map(name_key, entry.details.named))
    return entry.with_(people=tuple(name for name in entry.people if name_key(name) not in gone)) if gone else entry


def _columns(entry: NewEntry, at: datetime) -> dict[str, Any]:
    """Return what a change of an entry at a moment writes into its row."""
    happened_at, happened_offset = stored(entry.happened_at)
    updated_at, updated_offset = stored(at)
    return {
        "state": entry.state.value,
        "audience": entry.audience.value,
        "happened_at": happened_at,
        "happened_offset": happened_offset,
        "month": month_of(entry.happened_at),
        "day": day_of(entry.happened_at),
        "updated_at": updated_at,
        "updated_offset": updated_offset,
        "patterns": " ".join(pattern.value for pattern in entry.patterns),
        "title": entry.title,
        "details": entry.details.model_dump_json(),
        "body": entry.body,
    }
