"""Indexes that answer lists alone: with the old ones, narrowing a list read the whole text of every entry."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_SHOWN = "WHERE trashed_at IS NULL AND state <> 'sealed'"
_GONE = ("entry_by_time", "entry_by_kind", "entry_by_month", "ix_entry_tag_tag_id", "ix_entry_person_person_id")
_MADE = (
    f"entry_by_time ON entry (happened_at, ref, kind, month, state) {_SHOWN}",
    f"entry_by_kind ON entry (kind, happened_at, ref, month, state) {_SHOWN}",
    f"entry_by_month ON entry (month, happened_at, ref, kind, state) {_SHOWN}",
    "entry_in_trash ON entry (happened_at, ref, month) WHERE trashed_at IS NOT NULL",
    "entry_tag_by_tag ON entry_tag (tag_id, ref)",
    "entry_person_by_person ON entry_person (person_id, ref)",
)


def upgrade() -> None:
    """Put the new indexes in the place of the old ones."""
    for name in _GONE:
        op.execute(f"DROP INDEX {name}")
    for index in _MADE:
        op.execute(f"CREATE INDEX {index}")


def downgrade() -> None:
    """Nothing: an older version refuses the journal, and its backup is beside it."""
