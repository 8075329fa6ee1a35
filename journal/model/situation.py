"""A situation: something lived at work, logged as it was."""

from typing import Annotated, Any

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from journal.model.details import Details
from journal.model.frozen import Code, Frozen, KnownLanguage, Moment, Text

Intensity = Annotated[int, Field(ge=0, le=10)]


class HeatAnswers(Frozen):
    """What was answered on a phone to the short questions of “in the heat”: a reflection once the note is accepted."""

    written_at: Moment
    language: KnownLanguage
    answers: tuple[tuple[Code, Text], ...]


class SituationDetails(Details):
    """How strongly it was felt, until when it is put away, whether it may be one for the group, what came with it."""

    intensity: Intensity | None = None
    sealed_until: Moment | None = None
    for_group: bool = False
    heat: HeatAnswers | None = None  # only while the note waits

    @model_serializer(mode="wrap")
    def _written(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Leave out what hardly any has: those that came in before are known again."""
        told: dict[str, Any] = write(self)
        return {name: value for name, value in told.items() if name != "heat" or value is not None}
