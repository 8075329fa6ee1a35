"""The steps from one version of the database to the next, each as the tables were then; a new one needs none."""

from collections.abc import Callable, Mapping

from journal.vault.connection import Connection

VERSION = 2
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


Steps = Mapping[int, Callable[[Connection], None]]
STEPS: Steps = {2: lists_by_index}
"""What takes a database to each version from the one before."""
