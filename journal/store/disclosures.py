"""The register of what left: only ever added to."""

import json
from collections.abc import Iterator
from contextlib import suppress

from journal.model.disclosure import Disclosure
from journal.model.entry_line import Ref
from journal.store.columns_beside import DisclosureRow
from journal.store.store import Tx
from journal.store.times import stored, to_datetime


def add(tx: Tx, disclosure: Disclosure) -> Disclosure:
    """Note that something left; return the note with its number."""
    at, at_offset = stored(disclosure.at)
    values = {
        "at": at,
        "at_offset": at_offset,
        "audience": disclosure.audience.value,
        "recipient": disclosure.recipient,
        "titles": json.dumps(disclosure.titles, ensure_ascii=False),
        "format": disclosure.format.value,
        "protection": disclosure.protection.value,
        "file_name": disclosure.file_name,
        "sha256": disclosure.sha256,
        "preview_digest": disclosure.preview_digest,
    }
    number = tx.insert("disclosure", values)
    for position, ref in enumerate(disclosure.refs):
        tx.insert("disclosure_entry", {"disclosure_id": number, "position": position, "ref": ref})
    return disclosure.with_(id=number)


def all(tx: Tx) -> list[Disclosure]:  # noqa: A001 -- read as disclosures.all
    """Return everything that left, the newest first."""
    return [each for row in tx.all(DisclosureRow, "FROM disclosure ORDER BY id DESC") for each in _disclosure(tx, row)]


def of_entry(tx: Tx, ref: Ref) -> list[Disclosure]:
    """Return where an entry went, the newest first."""
    rows = tx.all(
        DisclosureRow,
        "FROM disclosure WHERE id IN (SELECT disclosure_id FROM disclosure_entry WHERE ref = ?) ORDER BY id DESC",
        (ref,),
    )
    return [each for row in rows for each in _disclosure(tx, row)]


def to_recipient(tx: Tx, recipient: str) -> list[Disclosure]:
    """Return everything that somebody received, the newest first."""
    rows = tx.all(DisclosureRow, "FROM disclosure WHERE recipient = ? ORDER BY id DESC", (recipient,))
    return [each for row in rows for each in _disclosure(tx, row)]


def unreadable(tx: Tx) -> list[int]:
    """Return the numbers of what left and cannot be read."""
    return [row.id for row in tx.all(DisclosureRow, "FROM disclosure ORDER BY id") if not any(_disclosure(tx, row))]


def _disclosure(tx: Tx, row: DisclosureRow) -> Iterator[Disclosure]:
    """Yield what a row holds, nothing when it makes no sense."""
    refs = tx.column("SELECT ref FROM disclosure_entry WHERE disclosure_id = ? ORDER BY position", (row.id,))
    with suppress(ValueError, TypeError, OverflowError, RecursionError):
        yield Disclosure.model_validate(
            {
                "id": row.id,
                "at": to_datetime(row.at, row.at_offset),
                "audience": row.audience,
                "recipient": row.recipient,
                "refs": tuple(refs),
                "titles": tuple(json.loads(row.titles)),
                "format": row.format,
                "protection": row.protection,
                "file_name": row.file_name,
                "sha256": row.sha256,
                "preview_digest": row.preview_digest,
            }
        )
