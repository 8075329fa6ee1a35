"""Entries: read, listed, thrown away.

What makes whole ones (`entry_rows.py`, with the values of every kind) is imported by the functions that return them:
lists, which most commands show, do without.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from journal.errors import EntryNotFound, EntryUnreadable
from journal.model.entry_line import EntryLine, Ref, Rel
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.unreadable import UnreadableEntry
from journal.store import search_index
from journal.store.columns import EntryRow, MonthTotalRow
from journal.store.filtering import PLANNED, conditions
from journal.store.lines import line
from journal.store.store import Tx
from journal.store.times import month_of, stored
from journal.store.within import with_engagements

if TYPE_CHECKING:
    from journal.model.entry import Entry
    from journal.model.shown_entry import ShownEntry

_YEARS, _MONTHS = range(1, 10_000), range(1, 13)
_RELS: dict[str, Rel] = {rel.value: rel for rel in Rel}


class CountedRow(NamedTuple):
    """How many entries of a month a filter lets through."""

    month: int
    many: Annotated[int, "count(*)"]


class RelRow(NamedTuple):
    """How an entry stands to the one it points to."""

    rel: Annotated[str, "entry_link.rel"]


class UsedRow(NamedTuple):
    """A tag and how many entries carry it."""

    name: str
    used: int


class Month(NamedTuple):
    """A month of the list, and how many entries stand in it."""

    year: int
    month: int
    count: int  # type: ignore[assignment]  # every list calls it so; a tuple's method bears that name


def get(tx: Tx, ref: Ref) -> "Entry":
    """Return an entry, trashed or not. Raises EntryNotFound, EntryUnreadable, StillSealed."""
    found = read(tx, ref)
    if isinstance(found, UnreadableEntry):
        raise EntryUnreadable(ref=ref, field=found.why)
    return found


def read(tx: Tx, ref: Ref) -> "Entry | UnreadableEntry":
    """Return an entry, or what is there of one that cannot be read. Raises EntryNotFound, StillSealed."""
    from journal.store import entry_rows

    row = tx.first(EntryRow, "FROM entry WHERE ref = ?", (ref,))
    if row is None:
        raise EntryNotFound(ref=ref)
    found = entry_rows.read(tx, row)
    if row.state == State.SEALED:
        until = entry_rows.sealed_until(row)
        if until or not isinstance(found, UnreadableEntry):
            from journal.errors.refusals import StillSealed

            raise StillSealed(ref=ref, until=until)
    return found


def shown(tx: Tx, ref: Ref) -> "ShownEntry | Entry | UnreadableEntry":
    """Return what is shown of an entry, or all of it where its models decide. Raises EntryNotFound, StillSealed."""
    from journal.store import shown_rows

    row = tx.first(EntryRow, "FROM entry WHERE ref = ?", (ref,))
    return (row and shown_rows.read(tx, row)) or read(tx, ref)


def everything(tx: Tx) -> "Iterator[Entry | UnreadableEntry]":
    """Yield all entries there are, one by one, whether they can be read or not and wherever they lie."""
    from journal.store import entry_rows

    for ref in tx.column("SELECT ref FROM entry ORDER BY ref"):
        for row in tx.all(EntryRow, "FROM entry WHERE ref = ?", (ref,)):
            yield entry_rows.read(tx, row)


def get_many(tx: Tx, refs: Iterable[Ref]) -> "list[Entry]":
    """Return entries in the order asked. Raises EntryNotFound, EntryUnreadable, StillSealed."""
    return [get(tx, ref) for ref in refs]


def readable(tx: Tx, refs: Iterable[Ref]) -> "list[Entry]":
    """Return those of the entries that can be read, in the order asked. Raises EntryNotFound, StillSealed."""
    return [found for found in (read(tx, ref) for ref in refs) if not isinstance(found, UnreadableEntry)]


def newest(tx: Tx, where: Filter, limit: int) -> list[EntryLine]:
    """Return the lines of the newest entries that a filter lets through, by when they happened."""
    text, values = conditions(where)
    return _lines(
        tx,
        f"FROM entry WHERE {text} "
        f"ORDER BY happened_at DESC, ref DESC LIMIT {limit:d}",  # written out: SQLite plans better for a known number
        values,
    )


def thrown_away(tx: Tx, limit: int) -> list[EntryLine]:
    """Return the lines of what lies in the trash, by when it was thrown there, the last first."""
    text, values = conditions(Filter(trashed=True))
    return _lines(tx, f"FROM entry WHERE {text} ORDER BY trashed_at DESC, ref DESC LIMIT {limit:d}", values)


def thrown_with(tx: Tx, ref: Ref, kind: Kind) -> list[Ref]:
    """Return the numbers of what went to the trash in one moment with an entry of a kind; none for another kind."""
    moment = "SELECT trashed_at FROM entry WHERE ref = ? AND kind = ?"
    return tx.column(f"SELECT ref FROM entry WHERE trashed_at = ({moment})", (ref, kind.value))  # noqa: S608 -- constants


def months(tx: Tx, where: Filter) -> list[Month]:
    """Return the months of a list, newest first; without conditions the totals are read, not counted.

    Of what was written the totals are read as well: the few sessions that are only planned are taken from them.
    """
    if where in (Filter(), Filter(written=True)):
        totals = tx.all(MonthTotalRow, "FROM month_total WHERE count > 0 ORDER BY month DESC")
        planned = _planned(tx) if where.written else {}
        whole = [row for row in totals if type(row.count) is int]  # what is no number tells nothing
        left = [(row.month, row.count - planned.get(row.month, 0)) for row in whole]
        return [month for number, count in left if count > 0 for month in _months(number, count)]
    text, values = conditions(where)
    counted = tx.all(CountedRow, f"FROM entry WHERE {text} GROUP BY month ORDER BY month DESC", values)
    return [month for row in counted for month in _months(row.month, row.many)]


def _planned(tx: Tx) -> dict[int, int]:
    """Return how many sessions of each month are only planned."""
    text, values = conditions(Filter())
    rows = tx.all(CountedRow, f"FROM entry WHERE {text} AND {PLANNED} GROUP BY month", values)
    return {row.month: row.many for row in rows}


def _months(number: object, count: int) -> Iterator[Month]:
    """Yield the month that a number tells, nothing where it tells none."""
    if isinstance(number, int) and number // 100 in _YEARS and number % 100 in _MONTHS:
        yield Month(number // 100, number % 100, count)


def in_month(tx: Tx, where: Filter, year: int, month: int, offset: int, limit: int) -> list[EntryLine]:
    """Return lines of one month, newest first, from `offset` on."""
    text, values = conditions(where)
    return _lines(
        tx,
        f"FROM entry WHERE month = ? AND {text} ORDER BY happened_at DESC, ref DESC LIMIT ? OFFSET ?",
        (year * 100 + month, *values, limit, offset),
    )


def place_in_month(tx: Tx, where: Filter, of: EntryLine) -> int | None:
    """Return how many entries of its month stand above one in a list, None when the list does not hold it."""
    text, values = conditions(where)
    if tx.value(f"SELECT 1 FROM entry WHERE ref = ? AND {text}", (of.ref, *values)) is None:  # noqa: S608 -- as above
        return None
    moment = stored(of.happened_at)[0]
    above = tx.value(
        "SELECT count(*) FROM entry WHERE month = ? AND (happened_at > ? OR (happened_at = ? AND ref > ?)) "  # noqa: S608 -- as above
        f"AND {text}",
        (month_of(of.happened_at), moment, moment, of.ref, *values),
    )
    return int(above)


def line_of(tx: Tx, ref: Ref) -> EntryLine | None:
    """Return the line of one entry, None when it is gone, trashed or sealed."""
    text, values = conditions(Filter())
    return next(iter(_lines(tx, f"FROM entry WHERE ref = ? AND {text}", (ref, *values))), None)


def backlinks(tx: Tx, ref: Ref) -> list[tuple[Rel, EntryLine]]:
    """Return the entries that hold a link to this one, oldest first, with how they stand to it."""
    text, values = conditions(Filter())
    rows = tx.pairs(
        line,
        RelRow,
        "FROM entry_link JOIN entry ON entry.ref = entry_link.from_ref "
        f"WHERE entry_link.to_ref = ? AND {text} ORDER BY happened_at, ref",
        (ref, *values),
    )
    told = [(each, link.rel) for each, link in rows if link.rel in _RELS]
    lines = as_they_stand(tx, [each for each, _rel in told])
    return [(_RELS[rel], each) for each, (_line, rel) in zip(lines, told, strict=True)]


def set_trashed(tx: Tx, ref: Ref, at: datetime | None) -> None:
    """Put an entry into the trash, or take it out again. Raises EntryNotFound."""
    if not tx.run("UPDATE entry SET trashed_at = ? WHERE ref = ?", (stored(at)[0] if at else None, ref)):
        raise EntryNotFound(ref=ref)
    search_index.put(tx, ref)


def purge(tx: Tx, ref: Ref) -> None:
    """Destroy an entry with its revisions, links and words; freed pages are overwritten. Raises EntryNotFound."""
    from journal.store import word_counts

    tx.run("PRAGMA secure_delete = ON")
    tx.run("DELETE FROM draft WHERE ref = ?", (ref,))
    word_counts.forget(tx, ref)
    if not tx.run("DELETE FROM entry WHERE ref = ?", (ref,)):
        raise EntryNotFound(ref=ref)
    search_index.drop(tx, ref)
    search_index.forget_words(tx)


def tags(tx: Tx) -> list[tuple[str, int]]:
    """Return the tags that entries carry, most used first."""
    rows = tx.all(  # CROSS JOIN: in this order
        UsedRow,
        "FROM (WITH trashed AS (SELECT tag_id, count(*) AS many FROM entry CROSS JOIN entry_tag USING (ref) "
        "WHERE trashed_at IS NOT NULL GROUP BY tag_id) "
        "SELECT name, folded, (SELECT count(*) FROM entry_tag WHERE tag_id = tag.id) - "
        "coalesce((SELECT many FROM trashed WHERE tag_id = tag.id), 0) AS used "
        "FROM tag) WHERE used > 0 ORDER BY used DESC, folded",
    )
    return [(row.name, row.used) for row in rows]


def every_ref(tx: Tx) -> list[Ref]:
    """Return the numbers of all entries that lists show, in the order in which they were written."""
    text, values = conditions(Filter())
    return tx.column(f"SELECT ref FROM entry WHERE {text} ORDER BY ref", values)  # noqa: S608 -- constants


def as_they_stand(tx: Tx, lines: Iterable[EntryLine]) -> list[EntryLine]:
    """Return lines with the state that a whole entry has: a statement whose validation does not hold is a draft.

    Sessions that are called alike in several engagements tell in which.
    """
    told = [_as_it_stands(tx, each) if _is_claimed(each) else each for each in lines]
    return with_engagements(tx, told)


def _is_claimed(line: EntryLine) -> bool:
    """Whether a line says of a statement that it is validated, which its row alone cannot know."""
    return line.state is State.VALIDATED and line.kind is Kind.STATEMENT


def _as_it_stands(tx: Tx, line: EntryLine) -> EntryLine:
    entry = read(tx, line.ref)
    return line._replace(state=State.DRAFT if isinstance(entry, UnreadableEntry) else entry.state)


def _lines(tx: Tx, rest: str, values: Sequence[Any]) -> list[EntryLine]:
    return as_they_stand(tx, tx.all(line, rest, values))
