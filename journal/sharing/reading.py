"""Readings of a word that is a listed name and another word as well: which of the two it is where it stands."""

from enum import Enum, auto


class Reading(Enum):
    """What is read in such a word; one that is unsure is pointed out and neither replaced nor passed over."""

    NAME = auto()
    WORD = auto()
    UNSURE = auto()


def words(told: str) -> frozenset[str]:
    """Return words that are told with blanks between them."""
    return frozenset(told.split())
