"""Entries: kept, changed, read, listed, thrown away."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from journal.errors import EntryNotFound
from journal.errors.refusals import EntryChangedMeanwhile, StillSealed
from journal.model.audience import Audience
from journal.model.details import details_of
from journal.model.entry import Entry, EntryLine, NewEntry, Ref, Rel, Revision, first_words
from journal.model.filter import Filter
from journal.model.kind import STATES, Kind, State
from journal.model.pattern import Pattern
from journal.store import labels
from journal.store.filtering import conditions
from journal.store.store import Tx
from journal.store.times import month_of, stored, told

# What a list reads: the first page of a row, what it is about or part of, how it begins when it has no title.
LINE = (
    "entry.ref, entry.kind, entry.title, entry.happened_at, entry.happened_offset, entry.state, entry.audience, "
    "entry.patterns, (SELECT to_ref FROM entry_link WHERE from_ref = entry.ref AND rel IN ('about', 'part_of') "
    "ORDER BY position LIMIT 1), CASE entry.title WHEN '' THEN substr(entry.body, 1, 200) ELSE '' END"
)
# Long lists read these by the thousand: a look in a table costs a tenth of asking the class.
_KINDS: dict[str, Kind] = {kind.value: kind for kind in Kind}
_STATES: dict[str, State] = {state.value: state for state in State}
_AUDIENCES: dict[str, Audience] = {audience.value: audience for audience in Audience}
_WHOLE = (
    "ref, kind, state, audience, happened_at, happened_offset, created_at, created_offset, updated_at, "
    "updated_offset, revision, trashed_at, title, details, body, patterns"
)


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the list, and how many entries stand in it."""

    year: int
    month: int
    count: int


def add(tx: Tx, new: NewEntry, at: datetime) -> Entry:
    """Keep a new entry; it gets the next number, which is never given again."""
    happened, created = stored(new.happened_at), stored(at)
    ref = tx.insert(
        "INSERT INTO entry(kind, state, audience, happened_at, happened_offset, month, created_at, created_offset, "
        "updated_at, updated_offset, revision, patterns, title, details, body) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)",
        (new.kind.value, new.state.value, new.audience.value, *happened, month_of(new.happened_at), *created, *created,
         _patterns(new), new.title, new.details.model_dump_json(), new.body),
    )  # fmt: skip
    people = labels.keep(tx, ref, new)
    fields = {name: getattr(new, name) for name in NewEntry.model_fields}
    return Entry.model_validate(
        fields | {"people": people, "ref": ref, "created_at": at, "updated_at": at, "revision": 1}
    )


def change(tx: Tx, entry: Entry, at: datetime, *, keep_revision: bool = True) -> Entry:
    """Keep another wording or state of an entry; `entry` carries the revision that it was read with.

    Raises EntryNotFound, and EntryChangedMeanwhile when a later revision was kept since.
    """
    before = tx.row(
        "SELECT revision, updated_at, updated_offset, title, details, body FROM entry WHERE ref = ?", (entry.ref,)
    )
    if before is None:
        raise EntryNotFound(ref=entry.ref)
    if before[0] != entry.revision:
        raise EntryChangedMeanwhile(ref=entry.ref)
    details = entry.details.model_dump_json()
    if keep_revision and (entry.title, details, entry.body) != tuple(before[3:]):
        tx.run("INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?, ?)", (entry.ref, *before))
    tx.run(
        "UPDATE entry SET state = ?, audience = ?, happened_at = ?, happened_offset = ?, month = ?, updated_at = ?, "
        "updated_offset = ?, revision = revision + 1, patterns = ?, title = ?, details = ?, body = ? WHERE ref = ?",
        (entry.state.value, entry.audience.value, *stored(entry.happened_at), month_of(entry.happened_at), *stored(at),
         _patterns(entry), entry.title, details, entry.body, entry.ref),
    )  # fmt: skip
    people = labels.keep(tx, entry.ref, entry)
    return entry.with_(people=people, revision=entry.revision + 1, updated_at=at)


def get(tx: Tx, ref: Ref) -> Entry:
    """Return an entry, trashed or not. Raises EntryNotFound, StillSealed."""
    row = tx.row(f"SELECT {_WHOLE} FROM entry WHERE ref = ?", (ref,))  # noqa: S608 -- constant columns
    if row is None:
        raise EntryNotFound(ref=ref)
    if row[2] == State.SEALED:
        raise StillSealed(ref=ref, until=dict(sealed(tx)).get(ref))
    return _entry(tx, row)


def get_many(tx: Tx, refs: Iterable[Ref]) -> list[Entry]:
    """Return entries in the order asked. Raises EntryNotFound, StillSealed."""
    return [get(tx, ref) for ref in refs]


def newest(tx: Tx, where: Filter, limit: int) -> list[EntryLine]:
    """Return the lines of the newest entries that a filter lets through, by when they happened."""
    text, values = conditions(where)
    rows = tx.rows(
        f"SELECT {LINE} FROM entry WHERE {text} "  # noqa: S608 -- constants
        f"ORDER BY happened_at DESC, ref DESC LIMIT {limit:d}",  # written out: SQLite plans better for a known number
        values,
    )
    return [line(row) for row in rows]


def months(tx: Tx, where: Filter) -> list[Month]:
    """Return the months of a list, newest first; without conditions the totals are read, not counted."""
    if where == Filter():
        rows = tx.rows("SELECT month, count FROM month_total WHERE count > 0 ORDER BY month DESC")
    else:
        text, values = conditions(where)
        rows = tx.rows(
            f"SELECT month, count(*) FROM entry WHERE {text} GROUP BY month ORDER BY month DESC",  # noqa: S608 -- as above
            values,
        )
    return [Month(month // 100, month % 100, count) for month, count in rows]


def in_month(tx: Tx, where: Filter, year: int, month: int, offset: int, limit: int) -> list[EntryLine]:
    """Return lines of one month, newest first, from `offset` on."""
    text, values = conditions(where)
    rows = tx.rows(
        f"SELECT {LINE} FROM entry WHERE month = ? AND {text} "  # noqa: S608 -- constants and placeholders
        "ORDER BY happened_at DESC, ref DESC LIMIT ? OFFSET ?",
        (year * 100 + month, *values, limit, offset),
    )
    return [line(row) for row in rows]


def place_in_month(tx: Tx, where: Filter, line: EntryLine) -> int | None:
    """Return how many entries of its month stand above one in a list, None when the list does not hold it."""
    text, values = conditions(where)
    if tx.row(f"SELECT 1 FROM entry WHERE ref = ? AND {text}", (line.ref, *values)) is None:  # noqa: S608 -- as above
        return None
    moment = stored(line.happened_at)[0]
    row = tx.row(
        "SELECT count(*) FROM entry WHERE month = ? AND (happened_at > ? OR (happened_at = ? AND ref > ?)) "  # noqa: S608 -- as above
        f"AND {text}",
        (month_of(line.happened_at), moment, moment, line.ref, *values),
    )
    return int(row[0])


def line_of(tx: Tx, ref: Ref) -> EntryLine | None:
    """Return the line of one entry, None when it is gone, trashed or sealed."""
    text, values = conditions(Filter())
    row = tx.row(f"SELECT {LINE} FROM entry WHERE ref = ? AND {text}", (ref, *values))  # noqa: S608 -- constants
    return line(row) if row else None


def backlinks(tx: Tx, ref: Ref) -> list[tuple[Rel, EntryLine]]:
    """Return the entries that hold a link to this one, oldest first, with how they stand to it."""
    text, values = conditions(Filter())
    rows = tx.rows(
        f"SELECT {LINE}, entry_link.rel FROM entry_link JOIN entry ON entry.ref = entry_link.from_ref "  # noqa: S608 -- same
        f"WHERE entry_link.to_ref = ? AND {text} ORDER BY happened_at, ref",
        (ref, *values),
    )
    return [(Rel(row[-1]), line(row)) for row in rows]


def set_trashed(tx: Tx, ref: Ref, at: datetime | None) -> None:
    """Put an entry into the trash, or take it out again. Raises EntryNotFound."""
    if not tx.run("UPDATE entry SET trashed_at = ? WHERE ref = ?", (stored(at)[0] if at else None, ref)):
        raise EntryNotFound(ref=ref)


def purge(tx: Tx, ref: Ref) -> None:
    """Destroy an entry with its revisions, links and index; freed pages are overwritten. Raises EntryNotFound.

    The index gives up its words at once only while its secure-delete option is on, which makes every other change slow
    (https://sqlite.org/fts5.html); words of earlier wordings leave it when its segments are merged.
    """
    row = tx.row("SELECT revision FROM entry WHERE ref = ?", (ref,))
    if row is None:
        raise EntryNotFound(ref=ref)
    tx.run("PRAGMA secure_delete = ON")
    tx.run("INSERT INTO entry_text(entry_text, rank) VALUES ('secure-delete', 1)")
    tx.run("DELETE FROM draft WHERE ref = ?", (ref,))
    tx.run("DELETE FROM entry WHERE ref = ?", (ref,))
    if row[0] > 1:
        tx.run("INSERT INTO entry_text(entry_text) VALUES ('optimize')")
    tx.run("INSERT INTO entry_text(entry_text, rank) VALUES ('secure-delete', 0)")


def revisions(tx: Tx, ref: Ref) -> list[Revision]:
    """Return the earlier wordings of an entry, newest first. Raises StillSealed: they are as private as the last."""
    if tx.row("SELECT 1 FROM entry WHERE ref = ? AND state = ?", (ref, State.SEALED.value)) is not None:
        raise StillSealed(ref=ref)
    rows = tx.rows(
        "SELECT revision, title, body, at, at_offset FROM revision WHERE ref = ? ORDER BY revision DESC", (ref,)
    )
    return [Revision(ref, number, title, body, told(at, offset)) for number, title, body, at, offset in rows]


def tags(tx: Tx) -> list[tuple[str, int]]:
    """Return the tags that entries carry, most used first."""
    rows = tx.rows(
        "WITH trashed AS (SELECT tag_id, count(*) AS many FROM entry CROSS JOIN entry_tag USING (ref) "  # in this order
        "WHERE trashed_at IS NOT NULL GROUP BY tag_id) "
        "SELECT name, (SELECT count(*) FROM entry_tag WHERE tag_id = tag.id) - "
        "coalesce((SELECT many FROM trashed WHERE tag_id = tag.id), 0) AS used "
        "FROM tag WHERE used > 0 ORDER BY used DESC, folded"
    )
    return [(name, count) for name, count in rows]


def every_ref(tx: Tx) -> list[Ref]:
    """Return the numbers of all entries that lists show, in the order in which they were written."""
    text, values = conditions(Filter())
    return [ref for (ref,) in tx.rows(f"SELECT ref FROM entry WHERE {text} ORDER BY ref", values)]  # noqa: S608 -- constants


def sealed(tx: Tx) -> list[tuple[Ref, datetime]]:
    """Return the entries put away until a date, and the dates; nothing else of them."""
    rows = tx.rows("SELECT ref, kind, details FROM entry WHERE state = ? AND trashed_at IS NULL", (State.SEALED.value,))
    return [(ref, until) for ref, kind, details in rows if (until := _sealed_until(kind, details)) is not None]


def unseal_due(tx: Tx, now: datetime) -> int:
    """Open the entries whose date has come; return how many."""
    due = [ref for ref, until in sealed(tx) if until <= now]
    for ref in due:
        kind = Kind(tx.row("SELECT kind FROM entry WHERE ref = ?", (ref,))[0])
        state = State.DONE if State.DONE in STATES[kind] else STATES[kind][0]
        tx.run("UPDATE entry SET state = ? WHERE ref = ?", (state.value, ref))
    return len(due)


def line(row: Sequence[Any]) -> EntryLine:
    """Return what a list shows from a row of `LINE`."""
    return EntryLine(
        row[0], _KINDS[row[1]], row[2], told(row[3], row[4]), _STATES[row[5]], _AUDIENCES[row[6]],
        _patterns_told(row[7]) if row[7] else (), row[8], first_words(row[9]) if row[9] else "",
    )  # fmt: skip


@cache
def _patterns_told(stored_patterns: str) -> tuple[Pattern, ...]:
    return tuple(map(Pattern, stored_patterns.split()))


def _entry(tx: Tx, row: Sequence[Any]) -> Entry:
    ref, kind, state, audience, happened, happened_offset, created, created_offset, *rest = row
    updated, updated_offset, revision, trashed, title, details, body, patterns = rest
    return Entry.model_validate(
        {
            "ref": ref,
            "kind": kind,
            "state": state,
            "audience": audience,
            "happened_at": told(happened, happened_offset),
            "created_at": told(created, created_offset),
            "updated_at": told(updated, updated_offset),
            "revision": revision,
            "trashed_at": told(trashed, updated_offset) if trashed is not None else None,
            "title": title,
            "body": body,
            "details": details_of(Kind(kind)).model_validate_json(details),
            "patterns": tuple(patterns.split()),
            "tags": labels.tags_of(tx, ref),
            "people": labels.people_of(tx, ref),
            "links": labels.links_of(tx, ref),
        }
    )


def _patterns(entry: NewEntry) -> str:
    return " ".join(pattern.value for pattern in entry.patterns)


def _sealed_until(kind: str, details: str) -> datetime | None:
    until = json.loads(details).get("sealed_until")
    return details_of(Kind(kind)).model_validate_json(details).sealed_until if until else None  # type: ignore[attr-defined]  # kinds that can be sealed have it
