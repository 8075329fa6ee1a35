"""What is half-written, by the place where it is written."""

import json
from collections.abc import Sequence
from typing import Any

from journal.model.draft import Draft
from journal.store.store import Tx
from journal.store.times import stored, told

_ALL = "SELECT key, ref, base_revision, saved_at, saved_offset, title, fields, text FROM draft"


def keep(tx: Tx, draft: Draft) -> None:
    """Keep what is half-written, in the place of what was there before."""
    tx.run(
        "INSERT OR REPLACE INTO draft(key, ref, base_revision, saved_at, saved_offset, title, fields, text) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (draft.key, draft.ref, draft.base_revision, *stored(draft.saved_at), draft.title,
         draft.model_dump_json(include={"fields"}), draft.text),
    )  # fmt: skip


def get(tx: Tx, key: str) -> Draft | None:
    """Return what is half-written at a place, None when nothing is."""
    row = tx.row(f"{_ALL} WHERE key = ?", (key,))
    return _draft(row) if row else None


def drop(tx: Tx, key: str) -> None:
    """Forget what was half-written at a place."""
    tx.run("DELETE FROM draft WHERE key = ?", (key,))


def all(tx: Tx) -> list[Draft]:  # noqa: A001 -- read as drafts.all
    """Return everything half-written, the newest first."""
    return [_draft(row) for row in tx.rows(f"{_ALL} ORDER BY saved_at DESC")]


def _draft(row: Sequence[Any]) -> Draft:
    key, ref, base_revision, saved_at, saved_offset, title, fields, text = row
    return Draft(
        key=key,
        ref=ref,
        base_revision=base_revision,
        saved_at=told(saved_at, saved_offset),
        title=title,
        fields=json.loads(fields)["fields"],
        text=text,
    )
