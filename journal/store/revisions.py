"""Earlier wordings of entries: as private as the last one, and each read for itself."""

import json
from collections.abc import Iterator
from contextlib import suppress

from journal.model.entry_line import Beside, Ref, Revision
from journal.model.kind import State
from journal.model.pattern import Pattern
from journal.store.columns import RevisionRow
from journal.store.store import Tx
from journal.store.times import to_datetime


def of_entry(tx: Tx, ref: Ref) -> list[Revision]:
    """Return the earlier wordings of an entry, newest first. Raises StillSealed: they are as private as the last."""
    if tx.value("SELECT 1 FROM entry WHERE ref = ? AND state = ?", (ref, State.SEALED.value)) is not None:
        from journal.errors.refusals import StillSealed

        raise StillSealed(ref=ref)
    rows = tx.all(RevisionRow, "FROM revision WHERE ref = ? ORDER BY revision DESC", (ref,))
    return [each for row in rows for each in _revision(row)]


def unreadable(tx: Tx) -> Iterator[tuple[Ref, int]]:
    """Yield the entry and the number of each earlier wording that cannot be read, read entry by entry."""
    for ref in tx.column("SELECT DISTINCT ref FROM revision ORDER BY ref"):
        for row in tx.all(RevisionRow, "FROM revision WHERE ref = ? ORDER BY revision", (ref,)):
            if not any(_revision(row)):
                yield row.ref, row.revision


def _revision(row: RevisionRow) -> Iterator[Revision]:
    """Yield an earlier wording, nothing where its row makes no sense."""
    with suppress(TypeError, ValueError, OverflowError, KeyError, AttributeError, RecursionError):
        at = to_datetime(row.at, row.at_offset)
        yield Revision(row.ref, row.revision, row.title + "", row.body + "", at, row.details + "", _beside(row.beside))


def _beside(kept: str) -> Beside | None:
    if not kept:
        return None
    told = json.loads(kept)
    people, tags = (tuple(str(name) for name in told[field]) for field in ("people", "tags"))
    return Beside(people, tags, tuple(map(Pattern, told["patterns"])), to_datetime(told["at"], told["offset"]))
