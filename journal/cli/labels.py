"""Kinds, states and patterns in the words of the interface."""

from journal.language import _
from journal.model.audience import Audience
from journal.model.kind import Kind, State
from journal.model.kind_spec import spec_of
from journal.model.pattern import Pattern
from journal.practice import states_in_words
from journal.practice.patterns_in_words import PATTERN_WORDS


def kind_word(kind: Kind) -> str:
    """Return the kind as the interface calls it."""
    return _(spec_of(kind).heading)


def state_word(kind: Kind, state: State) -> str:
    """Return the state as the interface calls it; nothing for what is simply kept."""
    if state is State.KEPT:
        return ""
    return _("captured") if state is State.CAPTURED else states_in_words.state_word(kind, state)


def pattern_word(pattern: Pattern) -> str:
    """Return the pattern as the interface calls it."""
    return _(PATTERN_WORDS[pattern])


def audience_word(audience: Audience) -> str:
    """Return the audience with its sign and its word."""
    from journal.sharing.wording import AUDIENCE_SIGNS, AUDIENCE_WORDS

    return f"{AUDIENCE_SIGNS[audience]} {_(AUDIENCE_WORDS[audience])}"
