"""Description of every kind of entry in one place: its words, its states, its details; everything else is derived.

What a kind carries beyond title and text is in a file of its own, read with the first entry of that kind: lists tell
kinds by their words alone.
"""

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from journal.language import N_
from journal.model.kind import Kind, State

if TYPE_CHECKING:
    from journal.model.details import Details


class KindSpec(NamedTuple):
    """All that the journal knows of a kind.

    `word` names it in a list, `heading` above what leaves; both are marked for translation. A new entry is in the first
    of its `states`. `place` tells the module of this package and the class in it that are its details. A private
    one leaves only when it is chosen by itself, with a second confirmation. What is reflectable was written to be
    looked at: a protocol can question it, and Today shows it.
    """

    kind: Kind
    word: str
    heading: str
    states: tuple[State, ...]
    place: str
    private: bool = False
    reflectable: bool = False

    @property
    def details(self) -> "type[Details]":
        """What its entries carry beyond title and text."""
        return _details_at(self.place)


@cache
def _details_at(place: str) -> "type[Details]":
    module, _, name = place.partition(".")
    details: type[Details] = getattr(import_module(f"journal.model.{module}"), name)
    return details


# The kinds in the order of `kind.py`, in which they are told everywhere.
_SPECS: dict[Kind, KindSpec] = {
    spec.kind: spec
    for spec in (
        KindSpec(Kind.SITUATION, N_("situation"), N_("Situation"), (State.KEPT, State.CAPTURED, State.SEALED),
                 "situation.SituationDetails", reflectable=True),
        KindSpec(Kind.REFLECTION, N_("reflection"), N_("Reflection"), (State.OPEN, State.DONE, State.SEALED),
                 "reflection.ReflectionDetails", reflectable=True),
        KindSpec(Kind.LEARNING, N_("learning"), N_("Learning"), (State.KEPT,),
                 "learning.LearningDetails", reflectable=True),
        KindSpec(Kind.CHECKIN, N_("check-in"), N_("Check-in"), (State.KEPT,), "checkin.CheckInDetails", private=True),
        KindSpec(Kind.ENGAGEMENT, N_("engagement"), N_("Engagement"),
                 (State.FRAMING, State.DEVELOPMENT, State.CLOSING, State.CLOSED, State.WITHDRAWN),
                 "engagement.EngagementDetails"),
        KindSpec(Kind.OBJECTIVE, N_("objective"), N_("Shared objective"), (State.OPEN, State.CLOSED),
                 "objective.ObjectiveDetails"),
        KindSpec(Kind.SESSION, N_("session"), N_("Session"),
                 (State.PLANNED, State.PREPARED, State.HELD, State.MOVED, State.CANCELLED), "session.SessionDetails"),
        KindSpec(Kind.PLAN, N_("plan"), N_("Action plan"), (State.OPEN, State.WAITING, State.DONE, State.DROPPED),
                 "plan.PlanDetails", reflectable=True),
        KindSpec(Kind.STEP, N_("step"), N_("Step"),
                 (State.OPEN, State.DONE, State.ADAPTED, State.POSTPONED, State.DROPPED), "plan.StepDetails"),
        KindSpec(Kind.CASE, N_("case"), N_("Case"), (State.DRAFT, State.PREPARED, State.HELD),
                 "case.CaseDetails", reflectable=True),
        KindSpec(Kind.STATEMENT, N_("statement"), N_("Progress statement"), (State.DRAFT, State.VALIDATED),
                 "statement.StatementDetails"),
        KindSpec(Kind.REVIEW, N_("review"), N_("Review"), (State.OPEN, State.DONE, State.SEALED, State.DRAFT),
                 "review.ReviewDetails", reflectable=True),
        KindSpec(Kind.QUESTION, N_("question in return"), N_("Question in return"),
                 (State.WAITING, State.OPENED, State.LAID_ASIDE), "question.QuestionDetails"),
        KindSpec(Kind.ACTOR_MAP, N_("map of people"), N_("The people around me"), (State.KEPT,),
                 "actor_map.ActorMapDetails"),
    )
}  # fmt: skip


def spec_of(kind: Kind) -> KindSpec:
    """Return what is known of a kind."""
    return _SPECS[kind]


def reflectable() -> tuple[Kind, ...]:
    """Return the kinds that were written to be looked at."""
    return tuple(spec.kind for spec in specs() if spec.reflectable)


def specs() -> tuple[KindSpec, ...]:
    """Return what is known of every kind, in the order of the kinds."""
    return tuple(_SPECS[kind] for kind in Kind.all())
