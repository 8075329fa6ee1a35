"""Kinds and states of entries as words, for lists and headings."""

from journal.language import N_
from journal.model.kind import Kind, State

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

STATE_WORDS = {
    State.KEPT: N_("kept (state)"),
    State.CAPTURED: N_("from outside the app"),
    State.SEALED: N_("sealed"),
    State.OPEN: N_("open (state)"),
    State.WAITING: N_("waiting"),
    State.DONE: N_("done"),
    State.ADAPTED: N_("adapted"),
    State.POSTPONED: N_("postponed"),
    State.DROPPED: N_("let go"),
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
    State.DRAFT: N_("draft (state)"),
    State.VALIDATED: N_("validated"),
}
