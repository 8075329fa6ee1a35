"""The domain as frozen, validated values and pure rules: one file per notion.

The notions that bring details of their own are imported here, so that they are registered before any entry is read.
"""

from journal.model import (
    case,
    checkin,
    engagement,
    learning,
    objective,
    plan,
    reflection,
    session,
    situation,
    statement,
)

__all__ = [
    "case",
    "checkin",
    "engagement",
    "learning",
    "objective",
    "plan",
    "reflection",
    "session",
    "situation",
    "statement",
]
