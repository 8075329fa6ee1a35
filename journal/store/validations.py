"""Validations of statements, held against the secret that only this journal has."""

import os

from journal.model.entry import Entry
from journal.model.entry_line import Ref
from journal.model.kind import Kind, State
from journal.model.statement import as_it_stands
from journal.store.store import Tx


def secret(tx: Tx) -> bytes:
    """Return the secret; without one no validation holds."""
    key: bytes | None = tx.value("SELECT key FROM secret WHERE purpose = 'validation'")
    return key or os.urandom(32)


def checked(tx: Tx, entry: Entry) -> Entry:
    """Return an entry as it stands: a statement whose validation does not hold is a draft."""
    return as_it_stands(entry, secret(tx)) if entry.state is State.VALIDATED else entry


def claimed(tx: Tx) -> list[Ref]:
    """Return the statements that are kept as validated, held or not."""
    return tx.column(
        "SELECT ref FROM entry WHERE kind = ? AND state = ? ORDER BY ref",
        (Kind.STATEMENT.value, State.VALIDATED.value),
    )
