"""The four patterns as one word each, for lists: a word of those by which one chooses them."""

from journal.language import N_
from journal.model.pattern import Pattern

PATTERN_WORDS = {
    Pattern.OPERATIONS: N_("operations"),
    Pattern.POSTURE: N_("my place"),
    Pattern.RELATIONS: N_("relations"),
    Pattern.SOLITUDE: N_("alone"),
}
