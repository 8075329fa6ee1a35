"""The four patterns for lists, each by words of its own name, and how each is noticed, for where one is chosen."""

from collections.abc import Iterable

from journal.language import N_, _, pgettext
from journal.model.pattern import Pattern

PATTERN_SIGNS = {
    Pattern.OPERATIONS: N_("the team’s own work and the day’s emergencies take all the room"),
    Pattern.POSTURE: N_("one does not dare to propose, to innovate, to break with a habit"),
    Pattern.RELATIONS: N_("one leads managers the way one leads a field team"),
    Pattern.SOLITUDE: N_("nowhere to try out a doubt or an idea without it counting"),
}
"""How each is noticed, told where one is chosen."""


def listed(pattern: Pattern) -> str:
    """Return a pattern as lists tell it: the words of its own name that tell it from the others."""
    words = {
        Pattern.OPERATIONS: _("day-to-day"),
        Pattern.POSTURE: pgettext("in a list", "holding back"),
        Pattern.RELATIONS: _("relationship"),
        Pattern.SOLITUDE: _("alone"),
    }
    return words[pattern]


def sign(pattern: str | None) -> str:
    """Return how a pattern is noticed, "" for none."""
    return _(PATTERN_SIGNS[Pattern(pattern)]) if pattern else ""


def whole(patterns: Iterable[Pattern]) -> str:
    """Return every pattern: "posture · solitude"."""
    return " · ".join(listed(pattern) for pattern in patterns)


def short(patterns: Iterable[Pattern]) -> str:
    """Return the first pattern, and how many more there are: "posture +1"."""
    first, *more = [*(listed(pattern) for pattern in patterns)] or [""]
    return f"{first} +{len(more)}" if more else first
