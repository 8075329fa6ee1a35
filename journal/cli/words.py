"""Kinds, states and patterns in the words of the interface."""

from journal.language import N_, _
from journal.model.kind import Kind, State
from journal.model.pattern import Pattern

_KINDS = {
    Kind.SITUATION: N_("Situation"),
    Kind.REFLECTION: N_("Reflection"),
    Kind.LEARNING: N_("Learning"),
    Kind.CHECKIN: N_("Check-in"),
    Kind.ENGAGEMENT: N_("Engagement"),
    Kind.OBJECTIVE: N_("Shared objective"),
    Kind.SESSION: N_("Session"),
    Kind.PLAN: N_("Action plan"),
    Kind.STEP: N_("Step"),
    Kind.CASE: N_("Case"),
    Kind.STATEMENT: N_("Progress statement"),
    Kind.REVIEW: N_("Review"),
}
_STATES = {
    State.CAPTURED: N_("captured"),
    State.SEALED: N_("sealed"),
    State.OPEN: N_("open"),
    State.WAITING: N_("waiting"),
    State.DONE: N_("done"),
    State.ADAPTED: N_("adapted"),
    State.POSTPONED: N_("postponed"),
    State.DROPPED: N_("dropped"),
    State.PLANNED: N_("planned"),
    State.PREPARED: N_("prepared"),
    State.HELD: N_("held"),
    State.MOVED: N_("moved"),
    State.CANCELLED: N_("cancelled"),
    State.FRAMING: N_("framing"),
    State.DEVELOPMENT: N_("development"),
    State.CLOSING: N_("closing"),
    State.CLOSED: N_("closed"),
    State.WITHDRAWN: N_("withdrawn"),
    State.DRAFT: N_("draft"),
    State.VALIDATED: N_("validated"),
}
_PATTERNS = {
    Pattern.OPERATIONS: N_("head in the handlebars"),
    Pattern.POSTURE: N_("missing posture"),
    Pattern.RELATIONS: N_("broken relations"),
    Pattern.SOLITUDE: N_("alone with the decision"),
}


def kind_word(kind: Kind) -> str:
    """Return the kind as the interface calls it."""
    return _(_KINDS[kind])


def state_word(state: State) -> str:
    """Return the state as the interface calls it; nothing for what is simply kept."""
    return _(_STATES.get(state, ""))


def pattern_word(pattern: Pattern) -> str:
    """Return the pattern as the interface calls it."""
    return _(_PATTERNS[pattern])
