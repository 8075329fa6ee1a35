"""A situation: something lived at work, logged as it was."""

from typing import Annotated

from pydantic import Field

from journal.language import N_
from journal.model.details import Details
from journal.model.frozen import Moment
from journal.model.kind import Kind, State
from journal.model.kind_spec import describes

Intensity = Annotated[int, Field(ge=0, le=10)]


@describes(Kind.SITUATION, N_("situation"), N_("Situation"), State.KEPT, State.CAPTURED, State.SEALED, reflectable=True)
class SituationDetails(Details):
    """How strongly it was felt, 0 to 10, until when it is put away, and whether it may be one for the group."""

    intensity: Intensity | None = None
    sealed_until: Moment | None = None
    for_group: bool = False
