"""The milestones of an accompaniment: when one looks at the road as a whole."""

from enum import StrEnum


class Milestone(StrEnum):
    """Which look at the road a review is."""

    BASELINE = "baseline"
    HALFWAY = "halfway"  # half-way, and each quarter
    CLOSING = "closing"
    LATER = "later"  # three months after the end
