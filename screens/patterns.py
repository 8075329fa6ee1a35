"""The four patterns as one word each, for lists; the full words stand where one chooses them."""

from journal.language import N_
from journal.model.pattern import Pattern

PATTERN_WORDS = {
    Pattern.OPERATIONS: N_("operations"),
    Pattern.POSTURE: N_("posture"),
    Pattern.RELATIONS: N_("relations"),
    Pattern.SOLITUDE: N_("solitude"),
}
