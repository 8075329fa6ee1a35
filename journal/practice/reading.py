"""Queries of the journal: entries, lists, search, what belongs together, earlier wordings, the trash."""

from datetime import datetime
from typing import TYPE_CHECKING

from journal.errors import ReculError
from journal.model.entry_line import EntryLine, Found, Ref, Rel, Revision
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.model.unreadable import UnreadableEntry
from journal.practice.notebook import Notebook
from journal.store import entries, sealed_entries
from journal.store.entries import Month

if TYPE_CHECKING:
    from journal.model.entry import Entry
    from journal.model.shown_entry import ShownEntry

__all__ = ["Month"]

_MOST_PLANNED = 1000  # sessions


def entry(notebook: Notebook, ref: Ref) -> "Entry":
    """Return an entry. Raises EntryNotFound, EntryUnreadable, StillSealed."""
    with notebook.store.reading() as tx:
        return entries.get(tx, ref)


def entry_or_raw(notebook: Notebook, ref: Ref) -> "Entry | UnreadableEntry":
    """Return an entry, or what is there of one that cannot be read. Raises EntryNotFound, StillSealed."""
    with notebook.store.reading() as tx:
        return entries.read(tx, ref)


def shown(notebook: Notebook, ref: Ref) -> "ShownEntry | Entry | UnreadableEntry":
    """Return what is shown of an entry, or all of it where its models decide. Raises EntryNotFound, StillSealed."""
    with notebook.store.reading() as tx:
        return entries.shown(tx, ref)


def is_unreadable(notebook: Notebook, ref: Ref) -> bool:
    """Return whether an entry is there that cannot be read."""
    try:
        return isinstance(entry_or_raw(notebook, ref), UnreadableEntry)
    except ReculError:
        return False


def line(notebook: Notebook, ref: Ref) -> EntryLine | None:
    """Return an entry's line in a list, None when no list shows it."""
    with notebook.store.reading() as tx:
        return entries.line_of(tx, ref)


def newest(notebook: Notebook, where: Filter, limit: int) -> list[EntryLine]:
    """Return the newest entries that a filter lets through."""
    with notebook.store.reading() as tx:
        return entries.newest(tx, where, limit)


def written_first(notebook: Notebook, where: Filter, limit: int) -> list[EntryLine]:
    """Return the newest entries that were written; where room is left, then sessions only planned, the next one first.

    A journal whose sessions are planned a year ahead would begin with a page of them.
    """
    found = newest(notebook, where.with_(written=True), limit)
    if len(found) < limit and (not where.kinds or Kind.SESSION in where.kinds):
        there = {line.ref for line in found}
        planned = newest(notebook, where.with_(kinds=(Kind.SESSION,)), _MOST_PLANNED)
        found += [line for line in reversed(planned) if line.ref not in there][: limit - len(found)]
    return found


def whole(notebook: Notebook, where: Filter, limit: int) -> "list[Entry]":
    """Return the newest entries that a filter lets through and that can be read whole, not only their lines."""
    with notebook.store.reading() as tx:
        return entries.readable(tx, [line.ref for line in entries.newest(tx, where, limit)])


def months(notebook: Notebook, where: Filter) -> list[Month]:
    """Return the months of the list, newest first, with how many entries each holds."""
    with notebook.store.reading() as tx:
        return entries.months(tx, where)


def in_month(notebook: Notebook, where: Filter, year: int, month: int, offset: int, limit: int) -> list[EntryLine]:
    """Return a stretch of one month of the list."""
    with notebook.store.reading() as tx:
        return entries.in_month(tx, where, year, month, offset, limit)


def place_in_month(notebook: Notebook, where: Filter, ref: Ref) -> tuple[EntryLine, int] | None:
    """Return an entry's line and how many of its month stand above it; None when the list does not hold it."""
    with notebook.store.reading() as tx:
        line = entries.line_of(tx, ref)
        above = entries.place_in_month(tx, where, line) if line is not None else None
        return (line, above) if line is not None and above is not None else None


def search(notebook: Notebook, query: str, where: Filter | None = None, limit: int = 50) -> list[Found]:
    """Return entries that hold the words of a query, accents and case ignored, those written last first."""
    from journal.store import searching

    with notebook.store.reading() as tx:
        return searching.search(tx, query, where or Filter(), limit)


def backlinks(notebook: Notebook, ref: Ref) -> list[tuple[Rel, EntryLine]]:
    """Return the entries that point to this one, oldest first."""
    with notebook.store.reading() as tx:
        return entries.backlinks(tx, ref)


def tags(notebook: Notebook) -> list[tuple[str, int]]:
    """Return the tags in use, most used first."""
    with notebook.store.reading() as tx:
        return entries.tags(tx)


def revisions(notebook: Notebook, ref: Ref) -> list[Revision]:
    """Return the earlier wordings of an entry, newest first. Raises StillSealed."""
    from journal.store import revisions as earlier_wordings

    with notebook.store.reading() as tx:
        return earlier_wordings.of_entry(tx, ref)


def thrown_away(notebook: Notebook, limit: int) -> list[EntryLine]:
    """Return what lies in the trash, what was thrown away last first."""
    with notebook.store.reading() as tx:
        return entries.thrown_away(tx, limit)


def trash(notebook: Notebook, *refs: Ref) -> None:
    """Put entries into the trash, all or none. Raises EntryNotFound."""
    at = notebook.clock()
    with notebook.store.writing() as tx:
        for ref in refs:
            entries.set_trashed(tx, ref, at)


def untrash(notebook: Notebook, *refs: Ref) -> None:
    """Take entries out of the trash, all or none. Raises EntryNotFound."""
    with notebook.store.writing() as tx:
        for ref in refs:
            entries.set_trashed(tx, ref, None)


def purge(notebook: Notebook, ref: Ref) -> None:
    """Destroy an entry with its earlier wordings; backups and copies elsewhere keep theirs. Raises EntryNotFound."""
    with notebook.store.writing() as tx:
        entries.purge(tx, ref)


def sealed_until(notebook: Notebook) -> list[datetime]:
    """Return until when entries are put away, the one that opens first before the others."""
    with notebook.store.reading() as tx:
        return sorted(until for _ref, until in sealed_entries.sealed(tx))
