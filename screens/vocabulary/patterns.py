"""The four patterns as one word each, for lists: a word of those by which one chooses them."""

from collections.abc import Iterable

from journal.language import N_, _
from journal.model.pattern import Pattern

PATTERN_WORDS = {
    Pattern.OPERATIONS: N_("day-to-day"),
    Pattern.POSTURE: N_("my place"),
    Pattern.RELATIONS: N_("relationships"),
    Pattern.SOLITUDE: N_("alone"),
}


def whole(patterns: Iterable[Pattern]) -> str:
    """Return every pattern: "posture · solitude"."""
    return " · ".join(_(PATTERN_WORDS[pattern]) for pattern in patterns)


def short(patterns: Iterable[Pattern]) -> str:
    """Return the first pattern, and how many more there are: "posture +1"."""
    first, *more = [*(_(PATTERN_WORDS[pattern]) for pattern in patterns)] or [""]
    return f"{first} +{len(more)}" if more else first
