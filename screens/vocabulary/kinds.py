"""Kinds and states of entries as words, for lists and headings."""

from journal.language import N_
from journal.model.kind import Kind
from journal.practice.states_in_words import state_word

__all__ = ["KIND_WORDS", "TOLD", "state_word"]

TOLD = (Kind.SITUATION, Kind.REFLECTION, Kind.LEARNING, Kind.CASE, Kind.PLAN, Kind.REVIEW)
"""What a person wrote to look at: a protocol can question it, and Today shows it."""

KIND_WORDS = {
    Kind.SITUATION: N_("situation"),
    Kind.REFLECTION: N_("reflection"),
    Kind.LEARNING: N_("learning"),
    Kind.CHECKIN: N_("check-in"),
    Kind.ENGAGEMENT: N_("engagement"),
    Kind.OBJECTIVE: N_("objective"),
    Kind.SESSION: N_("session"),
    Kind.PLAN: N_("plan"),
    Kind.STEP: N_("step"),
    Kind.CASE: N_("case"),
    Kind.STATEMENT: N_("statement"),
    Kind.REVIEW: N_("review"),
}
