"""A review: a look at the road so far, in the manager's own words; a run of a protocol that says which one it is."""

from typing import Annotated

from pydantic import Field

from journal.model.entry import Ref
from journal.model.frozen import Frozen, Text
from journal.model.milestone import Milestone
from journal.model.reflection import ReflectionDetails
from journal.model.synthesis_line import SynthesisLine


class ReviewRating(Frozen):
    """Where one sees oneself with an objective, 0 to 10, what that means in one's own words, and by what it shows."""

    objective: Ref
    value: Annotated[int, Field(ge=0, le=10)]
    words: Text = ""
    evidence: tuple[Ref, ...] = ()


class ReviewDetails(ReflectionDetails):
    """A run of questions, which look at the road it was, and the ratings of objectives given in it."""

    which: Milestone = Milestone.HALFWAY
    ratings: tuple[ReviewRating, ...] = ()
    lines: tuple[SynthesisLine, ...] = ()  # of a closing synthesis, which is composed and not asked
