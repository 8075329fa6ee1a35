"""Columns beside the text of an entry, written down with each version: who, tags, what was recognised, when."""

import json
from typing import NamedTuple

from journal.model.entry_line import Ref
from journal.store import tags_and_links
from journal.store.store import Tx


class BesideRow(NamedTuple):
    """What an entry's row holds beside its text."""

    patterns: str
    happened_at: int
    happened_offset: int


def now(tx: Tx, ref: Ref) -> str:
    """Return what stands beside the text of an entry now, as a version keeps it."""
    row = tx.first(BesideRow, "FROM entry WHERE ref = ?", (ref,))
    if row is None:
        return ""
    told = {
        "people": tags_and_links.people_of(tx, ref),
        "tags": tags_and_links.tags_of(tx, ref),
        "patterns": str(row.patterns).split(),
        "at": row.happened_at,
        "offset": row.happened_offset,
    }
    return json.dumps(told, ensure_ascii=False)
