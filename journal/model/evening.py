"""The evening of a group: whose case, the method's times, who was there, what was promised; it is part of its session.

All of it is for the manager: none of it stands on the page of the session, and what concerns another's case leaves
in no form without a yes of its own.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from journal.model.frozen import Frozen, Line, Moment, Name, Text


class Phase(StrEnum):
    """A time of the method."""

    TELLING = "telling"
    CLARIFYING = "clarifying"
    OFFERING = "offering"
    KEEPING = "keeping"
    ROUND = "round"


class Duty(StrEnum):
    """What somebody does around the table."""

    TELLER = "teller"
    FACILITATOR = "facilitator"
    TIMEKEEPER = "timekeeper"
    OBSERVER = "observer"


Minutes = Annotated[int, Field(ge=0, le=600)]
USUAL_MINUTES: tuple[int, ...] = (10, 15, 30, 10, 10)
"""What each time of the method usually takes; every group changes it."""


class Task(Frozen):
    """Who does what around the table."""

    duty: Duty
    name: Name


class Promise(Frozen):
    """What somebody will do or ask until the next time; nobody's name stands for oneself."""

    text: Line
    by: Line = ""
    kept: bool = False


class Evening(Frozen):
    """What an evening was; `turn` is the member whose case is told, "" for one's own or for none so far."""

    turn: Line = ""
    next_turn: Line = ""
    present: tuple[Name, ...] = ()
    tasks: tuple[Task, ...] = ()
    minutes: Annotated[tuple[Minutes, ...], Field(min_length=5, max_length=5)] = USUAL_MINUTES
    phase: Phase | None = None  # what goes on, and since when: the clock goes on while its page is closed
    phase_began: Moment | None = None
    promises: tuple[Promise, ...] = ()
    before: Line = ""  # how one comes, and how one leaves: a line each
    after: Line = ""
    aside: Text = ""  # jotted about another's case, as an aide-mémoire: it stays here

    @property
    def named(self) -> tuple[str, ...]:
        """Those whom the fields name."""
        people = (self.turn, self.next_turn, *self.present, *(task.name for task in self.tasks))
        return tuple(dict.fromkeys(filter(None, (*people, *(each.by for each in self.promises)))))


STAYING = ("aside", "promises", "before", "after", "turn", "next_turn")
"""The fields that leave in no form without a yes of their own."""
