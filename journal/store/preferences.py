"""Preferences that are private and therefore live in the vault: JSON by key."""

import json
from typing import Any

from journal.store.store import Tx


def get(tx: Tx, key: str) -> Any:
    """Return a preference, None when it was never set."""
    row = tx.row("SELECT value FROM preference WHERE key = ?", (key,))
    return json.loads(row[0]) if row else None


def put(tx: Tx, key: str, value: Any) -> None:
    """Set a preference to something that JSON can hold."""
    tx.run("INSERT OR REPLACE INTO preference VALUES (?, ?)", (key, json.dumps(value, ensure_ascii=False)))
