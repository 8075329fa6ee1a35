"""Patterns as words of a sentence."""

from journal.language import N_
from journal.model.pattern import Pattern

PATTERN_WORDS = {
    Pattern.OPERATIONS: N_("stuck in the day-to-day"),
    Pattern.POSTURE: N_("holding back"),
    Pattern.RELATIONS: N_("a relationship under strain"),
    Pattern.SOLITUDE: N_("alone with a decision"),
}
