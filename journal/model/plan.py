"""A personal action plan: options weighed, the chosen one, if-then steps that come back on their date."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, model_validator

from journal.model.details import Details
from journal.model.frozen import Frozen, Line, Text
from journal.model.kind import State
from journal.model.rules import chosen_exists


class Option(Frozen):
    """One way to act: what it gives, what it costs, what it asks of others."""

    text: Line
    gives: Line = ""
    costs: Line = ""
    asks: Line = ""


class PlanDetails(Details):
    """Everything beside the aim, which is the entry's title: all of it optional.

    Obstacle and answer come from mental contrasting with implementation intentions (Oettingen, Gollwitzer: WOOP).
    """

    options: tuple[Option, ...] = ()
    chosen: int | None = None
    obstacle: Text = ""
    answer: Text = ""
    support: Text = ""
    proof: Text = ""

    @model_validator(mode="after")
    def _chosen_exists(self) -> "PlanDetails":
        chosen_exists(self.chosen, self.options)
        return self


def _of_a_step(became: State) -> State:
    if became not in (State.DONE, State.ADAPTED, State.POSTPONED, State.DROPPED):
        raise ValueError("not something a step can become")
    return became


class Outcome(Frozen):
    """What became of a step when it came back: all four words are equal."""

    on: date
    became: Annotated[State, AfterValidator(_of_a_step)]
    helped: Text = ""
    following: Text = ""


class StepDetails(Details):
    """If … then …, the day to look again, and what it became each time it came back (Gollwitzer, 1999)."""

    when: Line = ""
    then: Line = ""
    review_on: date | None = None
    outcomes: tuple[Outcome, ...] = ()

    def looked_at(self, outcome: Outcome, again_on: date | None = None) -> "StepDetails":
        """Return the step with an outcome added and the next day to look again."""
        return self.with_(outcomes=(*self.outcomes, outcome), review_on=again_on)
