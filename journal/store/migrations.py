"""The steps from one version of the database to the next, each as the tables were then; a new one needs none."""

import hashlib
import hmac
import json
import os
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from journal.vault.connection import Connection

VERSION = 5
"""The newest version that this Recul knows, and the one that new databases have."""

_SHOWN = "WHERE trashed_at IS NULL AND state <> 'sealed'"
_OLD_INDEXES = (
    "entry_by_time", "entry_by_kind", "entry_by_month", "ix_entry_tag_tag_id", "ix_entry_person_person_id",
)  # fmt: skip
_INDEXES = (
    f"entry_by_time ON entry (happened_at, ref, kind, month, state) {_SHOWN}",
    f"entry_by_kind ON entry (kind, happened_at, ref, month, state) {_SHOWN}",
    f"entry_by_month ON entry (month, happened_at, ref, kind, state) {_SHOWN}",
    "entry_in_trash ON entry (happened_at, ref, month) WHERE trashed_at IS NOT NULL",
    "entry_tag_by_tag ON entry_tag (tag_id, ref)",
    "entry_person_by_person ON entry_person (person_id, ref)",
)


def lists_by_index(connection: Connection) -> None:
    """Let indexes alone answer lists: with the old ones, narrowing a list read the whole text of every entry."""
    for name in _OLD_INDEXES:
        connection.execute(f"DROP INDEX {name}")
    for index in _INDEXES:
        connection.execute(f"CREATE INDEX {index}")


_SECONDS = "(happened_at - ((happened_at % 1000000) + 1000000) % 1000000) / 1000000"  # whole ones, before 1970 too
_DAY = f"CAST(strftime('%Y%m%d', {_SECONDS} + happened_offset * 60, 'unixepoch') AS INTEGER)"
_DAYS = (
    "ALTER TABLE entry ADD COLUMN day INTEGER NOT NULL DEFAULT 0",
    f"UPDATE entry SET day = coalesce({_DAY}, 0)",  # noqa: S608 -- constants
    "DROP INDEX entry_by_time",
    "DROP INDEX entry_by_kind",
    "DROP INDEX entry_by_month",
    f"CREATE INDEX entry_by_time ON entry (happened_at, ref, kind, month, state, day) {_SHOWN}",
    f"CREATE INDEX entry_by_kind ON entry (kind, happened_at, ref, month, state, day) {_SHOWN}",
    f"CREATE INDEX entry_by_month ON entry (month, happened_at, ref, kind, state, day) {_SHOWN}",
)
_FOLDED_INDEX = (
    "DROP TRIGGER entry_text_added",
    "DROP TRIGGER entry_text_removed",
    "DROP TRIGGER entry_text_changed",
    "DROP TABLE entry_text",
    (
        "CREATE VIRTUAL TABLE entry_text USING fts5(title, tags, people, body, content='', contentless_delete=1, "
        "tokenize='ascii', prefix='2 3')"
    ),
)
_NEW_TABLES = (
    (
        "CREATE TABLE source_key (source VARCHAR NOT NULL, key VARCHAR NOT NULL, ref INTEGER, "
        "PRIMARY KEY (source, key), FOREIGN KEY(ref) REFERENCES entry (ref) ON DELETE SET NULL)"
    ),
    "CREATE TABLE secret (purpose VARCHAR NOT NULL, key BLOB NOT NULL, PRIMARY KEY (purpose))",
)


def days_folded_words_and_secret(connection: Connection) -> None:
    """Note the days where things happened, make room for a folded index, and bind validations to a secret.

    The index is filled when the store opens, which knows how words are folded by then.
    """
    for statement in (*_DAYS, *_FOLDED_INDEX, *_NEW_TABLES):
        connection.execute(statement)
    secret = os.urandom(32)
    connection.execute("INSERT INTO secret VALUES ('validation', ?)", (secret,))
    taken = [ref for ref, details in _validated(connection) if _bound(connection, ref, details, secret)]
    if taken:
        connection.execute("INSERT INTO preference VALUES ('statements.taken_over', ?)", (json.dumps(taken),))


def _validated(connection: Connection) -> list[tuple[int, dict[str, Any]]]:
    rows = connection.execute(
        "SELECT ref, details FROM entry WHERE kind = 'statement' AND json_valid(details) "
        "AND json_type(details, '$.validation') = 'object'"
    ).fetchall()
    return [(ref, json.loads(details)) for ref, details in rows]


def _bound(connection: Connection, ref: int, details: dict[str, Any], secret: bytes) -> bool:
    """Put a MAC in the place of a validation's digest; return whether it holds, as it does when the digest did."""
    validation = details["validation"]
    digest = validation.pop("digest", "")
    title, body, state = connection.execute("SELECT title, body, state FROM entry WHERE ref = ?", (ref,)).fetchone()
    try:
        text = "\n".join(part for part in (title, body) if part.strip())
        moment = datetime.fromisoformat(validation["at"]).astimezone(UTC).isoformat()
        told = json.dumps([text, validation["by"], moment], ensure_ascii=True).encode()
    except (AttributeError, KeyError, TypeError, ValueError, OverflowError):
        told = b""
    held = state == "validated" and hmac.compare_digest(str(digest).encode(), hashlib.sha256(told).hexdigest().encode())
    validation["mac"] = hmac.digest(secret, told, "sha256").hex() if held else ""
    connection.execute("UPDATE entry SET details = ? WHERE ref = ?", (json.dumps(details, ensure_ascii=False), ref))
    return held


_RETURNS = (
    "ALTER TABLE person ADD COLUMN gender VARCHAR NOT NULL DEFAULT ''",
    (
        "CREATE TABLE key_pair (id INTEGER NOT NULL, purpose VARCHAR NOT NULL, disclosure_id INTEGER, "
        "made_at INTEGER NOT NULL, made_offset INTEGER NOT NULL, ended_at INTEGER, private BLOB NOT NULL, "
        "details TEXT NOT NULL, PRIMARY KEY (id), "
        "FOREIGN KEY(disclosure_id) REFERENCES disclosure (id) ON DELETE SET NULL)"
    ),
    "CREATE INDEX key_pair_of_disclosure ON key_pair (disclosure_id)",
)


def genders_and_key_pairs(connection: Connection) -> None:
    """Make room for the gender of aliases and for the keys of what comes back.

    Returned questions, reviews and maps of actors are kinds and need no room of their own, but a program that knows
    none of them should say "newer" rather than show them as unreadable.
    """
    for statement in _RETURNS:
        connection.execute(statement)


def versions_whole(connection: Connection) -> None:
    """Make room in each version for what stood beside its text: who, tags, what was recognised, when."""
    connection.execute("ALTER TABLE revision ADD COLUMN beside TEXT NOT NULL DEFAULT ''")


Steps = Mapping[int, Callable[[Connection], None]]
STEPS: Steps = {2: lists_by_index, 3: days_folded_words_and_secret, 4: genders_and_key_pairs, 5: versions_whole}
"""What takes a database to each version from the one before."""
