"""A learning: something worth keeping from what was lived."""

from enum import StrEnum

from journal.model.details import Details
from journal.model.frozen import Frozen, Moment, Text


class LearningSort(StrEnum):
    """What a learning is."""

    RESOURCE = "resource"
    LEVER = "lever"
    INSIGHT = "insight"
    CERTAINTY = "certainty"  # a certainty that was shaken
    ECHO = "echo"  # what a peer's case taught about one's own, without the peer's content
    SKILL = "skill"  # a metacognitive skill: planning, monitoring, evaluating one's own action


class Revisit(Frozen):
    """A later look at a learning; the note may stay empty."""

    at: Moment
    note: Text = ""


class LearningDetails(Details):
    """Its sort, and when it was looked at again."""

    sort: LearningSort = LearningSort.INSIGHT
    revisits: tuple[Revisit, ...] = ()
