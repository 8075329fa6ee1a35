"""The kinds of entry and the states each can be in."""

from enum import StrEnum


class Kind(StrEnum):
    """What an entry is."""

    SITUATION = "situation"
    REFLECTION = "reflection"
    LEARNING = "learning"
    CHECKIN = "checkin"
    ENGAGEMENT = "engagement"
    OBJECTIVE = "objective"
    SESSION = "session"
    PLAN = "plan"
    STEP = "step"
    CASE = "case"
    STATEMENT = "statement"
    REVIEW = "review"


class State(StrEnum):
    """Where an entry stands; which states a kind knows is told by STATES."""

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


# The first state of a kind is the one a new entry is in.
STATES: dict[Kind, tuple[State, ...]] = {
    Kind.SITUATION: (State.KEPT, State.CAPTURED, State.SEALED),
    Kind.REFLECTION: (State.OPEN, State.DONE, State.SEALED),
    Kind.LEARNING: (State.KEPT,),
    Kind.CHECKIN: (State.KEPT,),
    Kind.ENGAGEMENT: (State.FRAMING, State.DEVELOPMENT, State.CLOSING, State.CLOSED, State.WITHDRAWN),
    Kind.OBJECTIVE: (State.OPEN, State.CLOSED),
    Kind.SESSION: (State.PLANNED, State.PREPARED, State.HELD, State.MOVED, State.CANCELLED),
    Kind.PLAN: (State.OPEN, State.WAITING, State.DONE, State.DROPPED),
    Kind.STEP: (State.OPEN, State.DONE, State.ADAPTED, State.POSTPONED, State.DROPPED),
    Kind.CASE: (State.DRAFT, State.PREPARED, State.HELD),
    Kind.STATEMENT: (State.DRAFT, State.VALIDATED),
    Kind.REVIEW: (State.DRAFT, State.DONE),
}

# Private kinds leave only when chosen one by one, with a second confirmation (DOMAIN.md, rule 10).
PRIVATE: frozenset[Kind] = frozenset({Kind.CHECKIN})
