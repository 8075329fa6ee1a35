"""The four patterns a manager may recognise in a situation."""

from enum import StrEnum


class Pattern(StrEnum):
    """What keeps a manager from stepping back."""

    OPERATIONS = "operations"
    POSTURE = "posture"
    RELATIONS = "relations"
    SOLITUDE = "solitude"
