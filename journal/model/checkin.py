"""A check-in: a half-minute look at the load and the mood of the day, and the six factors of the week."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from journal.model.details import Details
from journal.model.frozen import Line

Level = Annotated[int, Field(strict=True, ge=0, le=10)]


class Factor(StrEnum):
    """The six factors of psychosocial risk (Gollac report, 2011; docs/ARCHITECTURE.md, rule 10)."""

    INTENSITY = "intensity"
    EMOTION = "emotion"
    AUTONOMY = "autonomy"
    RELATIONS = "relations"
    VALUES = "values"
    INSECURITY = "insecurity"


class CheckInDetails(Details):
    """Load and mood from 0 to 10, one word, and the factors that were noted; all of it optional."""

    load: Level | None = None
    mood: Level | None = None
    word: Annotated[Line, Field(max_length=40)] = ""
    factors: Mapping[Factor, Level] = Field(default_factory=dict)
