"""Queries of drafts: what is half-written, by the place where it is written."""

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from journal.store.columns import DraftRow
from journal.store.store import Tx
from journal.store.times import stored, to_datetime

if TYPE_CHECKING:
    from journal.model.draft import Draft


def keep(tx: Tx, draft: "Draft") -> None:
    """Keep what is half-written, in the place of what was there before."""
    saved_at, saved_offset = stored(draft.saved_at)
    values = {
        "key": draft.key,
        "ref": draft.ref,
        "base_revision": draft.base_revision,
        "saved_at": saved_at,
        "saved_offset": saved_offset,
        "title": draft.title,
        "fields": draft.model_dump_json(include={"fields"}),
        "text": draft.text,
    }
    tx.insert("draft", values, instead=True)


def get(tx: Tx, key: str) -> "Draft | None":
    """Return what is half-written at a place, None when nothing is."""
    row = tx.first(DraftRow, "FROM draft WHERE key = ?", (key,))
    return next(_draft(row), None) if row else None


def drop(tx: Tx, key: str) -> None:
    """Forget what was half-written at a place."""
    tx.run("DELETE FROM draft WHERE key = ?", (key,))


def all(tx: Tx) -> "list[Draft]":  # noqa: A001 -- read as drafts.all
    """Return everything half-written, the newest first."""
    return [draft for row in tx.all(DraftRow, "FROM draft ORDER BY saved_at DESC") for draft in _draft(row)]


def unreadable(tx: Tx) -> list[int]:
    """Return the numbers of the rows of drafts that cannot be read; their keys may be what makes no sense."""
    numbers = tx.column("SELECT rowid FROM draft ORDER BY rowid")
    rows = tx.all(DraftRow, "FROM draft ORDER BY rowid")
    return [number for number, row in zip(numbers, rows, strict=True) if not any(_draft(row))]


def _draft(row: DraftRow) -> "Iterator[Draft]":
    """Yield what a row holds, nothing when it makes no sense."""
    from journal.model.draft import Draft

    with suppress(ValueError, TypeError, KeyError, OverflowError, RecursionError):
        yield Draft(
            key=row.key,
            ref=row.ref,
            base_revision=row.base_revision,
            saved_at=to_datetime(row.saved_at, row.saved_offset),
            title=row.title,
            fields=json.loads(row.fields)["fields"],
            text=row.text,
        )
