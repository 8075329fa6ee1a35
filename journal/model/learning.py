"""A learning: something worth keeping from what was lived."""

from enum import StrEnum

from journal.language import N_
from journal.model.details import Details
from journal.model.frozen import Frozen, Moment, Text
from journal.model.kind import Kind, State
from journal.model.kind_spec import describes


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


@describes(Kind.LEARNING, N_("learning"), N_("Learning"), State.KEPT, reflectable=True)
class LearningDetails(Details):
    """Its sort, and when it was looked at again."""

    sort: LearningSort = LearningSort.INSIGHT
    revisits: tuple[Revisit, ...] = ()
