"""The kinds of entry and the states that entries can be in."""

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Self

if TYPE_CHECKING:
    from pydantic_core.core_schema import CoreSchema


class Kind(str):
    """What an entry is: one of the kinds that `kind_spec.py` describes.

    Each name is one object, so that kinds are compared by identity. Raises ValueError for a name that nobody knows.
    """

    __slots__ = ()
    _known: ClassVar[dict[str, Self]] = {}

    SITUATION: ClassVar[Self]
    REFLECTION: ClassVar[Self]
    LEARNING: ClassVar[Self]
    CHECKIN: ClassVar[Self]
    ENGAGEMENT: ClassVar[Self]
    OBJECTIVE: ClassVar[Self]
    SESSION: ClassVar[Self]
    PLAN: ClassVar[Self]
    STEP: ClassVar[Self]
    CASE: ClassVar[Self]
    STATEMENT: ClassVar[Self]
    REVIEW: ClassVar[Self]
    QUESTION: ClassVar[Self]
    ACTOR_MAP: ClassVar[Self]

    def __new__(cls, name: str) -> Self:
        """Return the one object of that name."""
        if name not in cls._known:
            raise ValueError(name)
        return cls._known[name]

    @classmethod
    def register(cls, name: str) -> Self:
        """Return the kind of a new name."""
        return cls._known.setdefault(name, str.__new__(cls, name))

    @classmethod
    def all(cls) -> tuple[Self, ...]:
        """Return every kind, in the order in which they became known."""
        return tuple(cls._known.values())

    @property
    def value(self) -> str:
        """The name as plain text."""
        return str(self)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> "CoreSchema":
        """Take the name of any kind that is known by then."""
        from pydantic_core.core_schema import no_info_after_validator_function, str_schema

        return no_info_after_validator_function(cls, str_schema())


Kind.SITUATION = Kind.register("situation")
Kind.REFLECTION = Kind.register("reflection")
Kind.LEARNING = Kind.register("learning")
Kind.CHECKIN = Kind.register("checkin")
Kind.ENGAGEMENT = Kind.register("engagement")
Kind.OBJECTIVE = Kind.register("objective")
Kind.SESSION = Kind.register("session")
Kind.PLAN = Kind.register("plan")
Kind.STEP = Kind.register("step")
Kind.CASE = Kind.register("case")
Kind.STATEMENT = Kind.register("statement")
Kind.REVIEW = Kind.register("review")
Kind.QUESTION = Kind.register("question")
Kind.ACTOR_MAP = Kind.register("actor_map")


class State(StrEnum):
    """Where an entry stands; which states a kind knows is told by its spec."""

    KEPT = "kept"
    CAPTURED = "captured"  # came in sealed from the shell, not yet looked at
    SEALED = "sealed"  # put away until a date
    OPEN = "open"
    WAITING = "waiting"
    DONE = "done"
    ADAPTED = "adapted"
    POSTPONED = "postponed"
    DROPPED = "dropped"
    PLANNED = "planned"
    PREPARED = "prepared"
    HELD = "held"
    MOVED = "moved"
    CANCELLED = "cancelled"
    FRAMING = "framing"
    DEVELOPMENT = "development"
    CLOSING = "closing"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    DRAFT = "draft"
    VALIDATED = "validated"
    OPENED = "opened"  # a question in return, by a reflection
    LAID_ASIDE = "laid_aside"


AHEAD = (State.PLANNED, State.PREPARED, State.MOVED)
"""Of sessions that are still to come."""
