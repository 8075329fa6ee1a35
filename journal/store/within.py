"""Engagements within which sessions stand that are titled alike, named so that a list tells one from the other."""

import json
from collections.abc import Iterable

from journal.model.entry_line import EntryLine, Ref
from journal.model.kind import Kind
from journal.store.store import Tx

# A few dozen sessions in a journal: the index of kinds finds them, however long it is.
_SESSIONS = (
    "SELECT DISTINCT entry.title, engagement.ref, engagement.title FROM entry "
    "JOIN entry_link ON from_ref = entry.ref AND rel = 'part_of' JOIN entry AS engagement ON engagement.ref = to_ref "
    "WHERE entry.kind = 'session' AND entry.trashed_at IS NULL AND entry.title IN (SELECT value FROM json_each(?))"
)


def with_engagements(tx: Tx, lines: list[EntryLine]) -> list[EntryLine]:
    """Return lines, those of sessions with the engagement where more than one has a session of that title."""
    titles = {each.title for each in lines if each.kind is Kind.SESSION and not each.unreadable}
    names = _shared(tx, titles) if titles else {}
    if not names:
        return lines
    return [each._replace(within=names.get((each.title, each.parent or 0), "")) for each in lines]


def _shared(tx: Tx, titles: Iterable[str]) -> dict[tuple[str, Ref], str]:
    """Return the name of each engagement that shares a title of a session with another, by both."""
    found = {(title, ref): name for title, ref, name in tx.rows(_SESSIONS, (json.dumps(list(titles)),))}
    told = [title for title, _ref in found]
    return {(title, ref): name for (title, ref), name in found.items() if told.count(title) > 1}
