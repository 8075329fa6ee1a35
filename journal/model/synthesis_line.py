"""One line of a closing synthesis: where it stands, what it says, where it came from, and whether it is kept."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from journal.model.entry import Ref
from journal.model.frozen import Frozen, Line, Text


class Section(StrEnum):
    """The sections of a synthesis, in their order."""

    ROAD = "road"
    OBJECTIVES = "objectives"
    LEARNT = "learnt"
    TRIED = "tried"
    THEN_NOW = "then-now"
    OPEN = "open"
    GOING_ON = "going-on"
    THANKS = "thanks"


class SynthesisLine(Frozen):
    """A line as it stands; `key` tells it from others when the synthesis is composed anew."""

    section: Section
    key: Annotated[Line, Field(min_length=1, max_length=80)]
    text: Text
    source: Ref | None = None
    ticked: bool = True
    reworded: bool = False
