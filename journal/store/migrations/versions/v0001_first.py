"""The first tables. A new database is made at this version directly; this step only marks the beginning."""

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing comes before the first version."""


def downgrade() -> None:
    """Nothing comes before the first version."""
