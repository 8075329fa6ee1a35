"""A map of the people around one's role, as it was on one day: how far each is, and what passes between."""

from enum import StrEnum

from journal.model.details import Details
from journal.model.frozen import Frozen, Line, Name


class Distance(StrEnum):
    """How far somebody is, as the person feels it."""

    NEAR = "near"
    WITHIN_REACH = "within_reach"
    FAR = "far"
    NOT_YET = "not_yet"  # not met yet


class Actor(Frozen):
    """Somebody around the role, by the name one gives them; everything but the name may stay empty."""

    name: Name
    distance: Distance = Distance.WITHIN_REACH
    expects: Line = ""
    gives: Line = ""  # what I give them
    needs: Line = ""  # what I would need from them
    talk: Line = ""  # one conversation to have


class ActorMapDetails(Details):
    """The people as they stood that day; the body tells the same in words."""

    actors: tuple[Actor, ...] = ()

    @property
    def named(self) -> tuple[str, ...]:
        """Those on the map."""
        return tuple(dict.fromkeys(actor.name for actor in self.actors))
