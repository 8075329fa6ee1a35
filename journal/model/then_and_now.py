"""Then and now: an early entry told again as of today; a reflection that is about it, with the person's own ticks."""

from enum import StrEnum


class Moved(StrEnum):
    """What has moved between two tellings, as the person alone ticks it; no order, no level, no score."""

    DESCRIBING = "describing"
    OWN = "own-view"
    OTHERS = "others-views"
    CRITERIA = "criteria"
    SYSTEM = "system"


CODE = "then-and-now"
"""In the place of a protocol's code: it is offered from the journal and not from a list of questions."""
AGAIN = "again"
MOVED = "moved"
