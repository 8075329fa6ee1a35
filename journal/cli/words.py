"""Kinds, states and patterns in the words of the interface."""

from journal.language import N_, _
from journal.model.audience import Audience
from journal.model.kind import Kind, State
from journal.model.pattern import Pattern
from journal.practice.choosing import PATTERN_WORDS
from journal.sharing.wording import AUDIENCE_SIGNS, AUDIENCE_WORDS, KIND_WORDS

_STATES = {
    State.CAPTURED: N_("captured"),
    State.SEALED: N_("sealed"),
    State.OPEN: N_("still open"),
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


def kind_word(kind: Kind) -> str:
    """Return the kind as the interface calls it."""
    return _(KIND_WORDS[kind])


def state_word(state: State) -> str:
    """Return the state as the interface calls it; nothing for what is simply kept."""
    return _(_STATES.get(state, ""))


def pattern_word(pattern: Pattern) -> str:
    """Return the pattern as the interface calls it."""
    return _(PATTERN_WORDS[pattern])


def audience_word(audience: Audience) -> str:
    """Return the audience with its sign and its word."""
    return f"{AUDIENCE_SIGNS[audience]} {_(AUDIENCE_WORDS[audience])}"
