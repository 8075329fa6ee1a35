"""Repeats in an import: by what it says, and by what its source calls it."""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from journal.importing.incoming import Incoming
from journal.importing.notices import Notice
from journal.model.entry import Ref
from journal.store import source_keys
from journal.store.store import Tx

_CALLED = "called"  # beside the source's name: keys by what the source calls an entry


class Standing(Enum):
    """How an entry stands to what came in before."""

    NEW = "new"
    KNOWN = "known"
    CHANGED = "changed"  # its source calls it as before, and it says something else


@dataclass(frozen=True, slots=True)
class Arrival:
    """An entry with its key and how it stands to what came in before."""

    incoming: Incoming
    key: str
    standing: Standing


def arrivals(tx: Tx, source: str, entries: Sequence[Incoming]) -> list[Arrival]:
    """Return the entries of a source with how they stand to what came in before."""
    keys = _keys(entries)
    known = source_keys.known(tx, source, keys)
    called = source_keys.known(tx, f"{source} {_CALLED}", {each.identity for each in entries if each.identity})
    return [
        Arrival(
            each, key, Standing.KNOWN if key in known else Standing.CHANGED if each.identity in called else Standing.NEW
        )
        for each, key in zip(entries, keys, strict=True)
    ]


def note(tx: Tx, source: str, arrival: Arrival, ref: Ref) -> None:
    """Note that an entry came in, under both of its keys."""
    source_keys.keep(tx, source, arrival.key, ref)
    if arrival.incoming.identity:
        source_keys.keep(tx, f"{source} {_CALLED}", arrival.incoming.identity, ref)


def _keys(entries: Sequence[Incoming]) -> list[str]:
    """Return what each entry says in short; the second one that says the same has a key of its own."""
    seen = Counter[str]()
    keys = []
    for each in entries:
        key = _said(each)
        seen[key] += 1
        keys.append(key if seen[key] == 1 else f"{key} {seen[key]}")
    return keys


def _said(incoming: Incoming) -> str:
    new = incoming.new
    own_day = not {Notice.DAY_OF_FILE, Notice.DAY_OF_IMPORT} & incoming.notices.keys()
    told = [
        new.kind.value, new.title, new.body.removesuffix(incoming.filed), new.details.model_dump_json(),
        new.happened_at.isoformat() if own_day else "",
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()
