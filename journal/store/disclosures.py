"""The register of what left: only ever added to."""

import json
from collections.abc import Sequence
from typing import Any

from journal.model.disclosure import Disclosure
from journal.model.entry import Ref
from journal.store.store import Tx
from journal.store.times import stored, told

_ALL = (
    "SELECT id, at, at_offset, audience, recipient, titles, format, protection, file_name, sha256, preview_digest "
    "FROM disclosure"
)


def add(tx: Tx, disclosure: Disclosure) -> Disclosure:
    """Note that something left; return the note with its number."""
    number = tx.insert(
        "INSERT INTO disclosure(at, at_offset, audience, recipient, titles, format, protection, file_name, sha256, "
        "preview_digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*stored(disclosure.at), disclosure.audience.value, disclosure.recipient,
         json.dumps(disclosure.titles, ensure_ascii=False), disclosure.format.value, disclosure.protection.value,
         disclosure.file_name, disclosure.sha256, disclosure.preview_digest),
    )  # fmt: skip
    for position, ref in enumerate(disclosure.refs):
        tx.run("INSERT INTO disclosure_entry VALUES (?, ?, ?)", (number, position, ref))
    return disclosure.with_(id=number)


def all(tx: Tx) -> list[Disclosure]:  # noqa: A001 -- read as disclosures.all
    """Return everything that left, the newest first."""
    return [_disclosure(tx, row) for row in tx.rows(f"{_ALL} ORDER BY id DESC")]


def of_entry(tx: Tx, ref: Ref) -> list[Disclosure]:
    """Return where an entry went, the newest first."""
    rows = tx.rows(
        f"{_ALL} WHERE id IN (SELECT disclosure_id FROM disclosure_entry WHERE ref = ?) ORDER BY id DESC",  # noqa: S608 -- constants
        (ref,),
    )
    return [_disclosure(tx, row) for row in rows]


def to_recipient(tx: Tx, recipient: str) -> list[Disclosure]:
    """Return everything that somebody received, the newest first."""
    return [_disclosure(tx, row) for row in tx.rows(f"{_ALL} WHERE recipient = ? ORDER BY id DESC", (recipient,))]


def _disclosure(tx: Tx, row: Sequence[Any]) -> Disclosure:
    number, at, offset, audience, recipient, titles, form, protection, file_name, sha256, digest = row
    refs = tx.rows("SELECT ref FROM disclosure_entry WHERE disclosure_id = ? ORDER BY position", (number,))
    return Disclosure.model_validate(
        {
            "id": number,
            "at": told(at, offset),
            "audience": audience,
            "recipient": recipient,
            "refs": tuple(ref for (ref,) in refs),
            "titles": tuple(json.loads(titles)),
            "format": form,
            "protection": protection,
            "file_name": file_name,
            "sha256": sha256,
            "preview_digest": digest,
        }
    )
