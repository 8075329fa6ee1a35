"""Keys of imported entries: what a source calls an entry, so that importing it again is noticed.

A key stays when its entry is destroyed: what was thrown away for good does not come back by itself.
"""

import hashlib
from collections.abc import Iterable

from journal.model.entry_line import Ref
from journal.store.store import Tx


def known(tx: Tx, source: str, keys: Iterable[str]) -> set[str]:
    """Return those of the keys under which an entry of this source came in before."""
    return {
        key
        for key in keys
        if tx.value("SELECT 1 FROM source_key WHERE source = ? AND key = ?", (source, _digest(key))) is not None
    }


def keep(tx: Tx, source: str, key: str, ref: Ref) -> None:
    """Note under which key of its source an entry came in; one that came in again is the one that counts."""
    tx.insert("source_key", {"source": source, "key": _digest(key), "ref": ref}, instead=True)


def entry_of(tx: Tx, source: str, key: str) -> Ref | None:
    """Return the entry that came in under a key, None when none did or when it was destroyed since."""
    ref: Ref | None = tx.value("SELECT ref FROM source_key WHERE source = ? AND key = ?", (source, _digest(key)))
    return ref


def of_source(tx: Tx, source: str, refs: Iterable[Ref]) -> frozenset[Ref]:
    """Return those of the entries that came in from a source."""
    asked = "SELECT 1 FROM source_key WHERE source = ? AND ref = ?"
    return frozenset(ref for ref in refs if tx.value(asked, (source, ref)) is not None)


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
