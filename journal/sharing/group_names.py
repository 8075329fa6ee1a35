"""Phrases that name a room, a team or a service, and nobody: “Baby Room”, “Sales Team”, « Salle Bleue ».

They are hidden whole or not at all: “Room 4” is not the room of the babies, and a baby is nobody’s first name.
"""

from journal.sharing.folding import fold
from journal.sharing.reading import words
from journal.sharing.words import folded

_GROUPS = words(
    "room team office department dept board committee shift desk unit lab lounge nursery project programme group crew"
    " staffroom workshop division branch helpdesk salle equipe service pole comite cellule direction atelier bureau"
    " projet groupe departement agence commission antenne filiale"
)
_FEWEST = 2  # words of a phrase


def names_group(name: str) -> bool:
    """Whether words begin or end with what a group or a place of work is called, and hold no role of one person."""
    told = fold(name).split()
    if len(told) < _FEWEST or not _GROUPS.intersection((told[0], told[-1])):
        return False
    return (folded("titles") | folded("roles")).isdisjoint(told)
