"""Preferences that are private and therefore live in the vault: JSON by key."""

import json
from typing import Any

from journal.store.store import Tx


def get(tx: Tx, key: str) -> Any:
    """Return a preference, None when it was never set."""
    value = tx.value("SELECT value FROM preference WHERE key = ?", (key,))
    try:
        return None if value is None else json.loads(value)
    except (ValueError, TypeError, RecursionError):  # one that makes no sense was never set
        return None


def put(tx: Tx, key: str, value: Any) -> None:
    """Set a preference to something that JSON can hold."""
    tx.insert("preference", {"key": key, "value": json.dumps(value, ensure_ascii=False)}, instead=True)
