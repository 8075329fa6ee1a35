"""The key pairs to which others seal what comes back; ended, one keeps its row and loses its private half."""

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime

from journal.model.key_pair import KeyPair, KeyPurpose
from journal.store.columns_beside import KeyPairRow
from journal.store.store import Tx
from journal.store.times import stored, to_datetime


def add(tx: Tx, pair: KeyPair) -> KeyPair:
    """Keep a new pair; return it with its number."""
    made_at, made_offset = stored(pair.made_at)
    values = {
        "purpose": pair.purpose.value,
        "disclosure_id": pair.disclosure_id,
        "made_at": made_at,
        "made_offset": made_offset,
        "private": pair.private,
        "details": json.dumps(dict(pair.details), ensure_ascii=False),
    }
    return pair.with_(id=tx.insert("key_pair", values))


def of_purpose(tx: Tx, purpose: KeyPurpose) -> list[KeyPair]:
    """Return all pairs of a purpose, ended ones too, the newest first."""
    rows = tx.all(KeyPairRow, "FROM key_pair WHERE purpose = ? ORDER BY id DESC", (purpose.value,))
    return [pair for row in rows for pair in _pair(row)]


def of_disclosure(tx: Tx, number: int) -> KeyPair | None:
    """Return the pair made for a departure, None when it has none."""
    rows = tx.all(KeyPairRow, "FROM key_pair WHERE disclosure_id = ? ORDER BY id DESC", (number,))
    return next((pair for row in rows for pair in _pair(row)), None)


def end(tx: Tx, number: int, at: datetime) -> bool:
    """Destroy the private half of a pair; return whether it still had one."""
    ended = "UPDATE key_pair SET private = x'', ended_at = ? WHERE id = ? AND ended_at IS NULL"
    return tx.run(ended, (stored(at)[0], number)) > 0


def unreadable(tx: Tx) -> list[int]:
    """Return the numbers of the pairs that cannot be read."""
    return [row.id for row in tx.all(KeyPairRow, "FROM key_pair ORDER BY id") if not any(_pair(row))]


def _pair(row: KeyPairRow) -> Iterator[KeyPair]:
    """Yield what a row holds, nothing when it makes no sense."""
    with suppress(ValueError, TypeError, OverflowError, RecursionError):
        yield KeyPair(
            id=row.id,
            purpose=KeyPurpose(row.purpose),
            disclosure_id=row.disclosure_id,
            made_at=to_datetime(row.made_at, row.made_offset),
            ended_at=None if row.ended_at is None else to_datetime(row.ended_at, row.made_offset),
            private=row.private,
            details=json.loads(row.details),
        )
