"""Base of all values of the domain: they are validated when made and never change."""

import os
from typing import Annotated, Any, Self

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, StringConstraints

from journal.clock import on_a_clock
from journal.first_use import checks_are_deferred
from journal.hygiene import LONGEST_NAME, clean, one_line
from journal.language import Language
from journal.model.rules import known_language

# A plugin of another package would be handed every value; to look for one takes 20 ms.
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"


class Frozen(BaseModel):
    """A value: checked when made, unchangeable, equal by content, silent about its content when printed."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=checks_are_deferred())

    def with_(self, **changes: Any) -> Self:
        """Return a validated copy with some fields changed."""
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self).model_validate(fields | changes)

    def __repr__(self) -> str:
        # Values hold what a person wrote; tracebacks and logs must not (SECURITY.md, hazard 8).
        return f"<{type(self).__name__}>"

    __str__ = __repr__


Text = Annotated[str, AfterValidator(clean)]
Line = Annotated[str, AfterValidator(one_line)]
Name = Annotated[str, AfterValidator(one_line), StringConstraints(min_length=1, max_length=LONGEST_NAME)]
Moment = Annotated[AwareDatetime, AfterValidator(on_a_clock)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=40)]
"""The code of a protocol or of a question in it."""
KnownLanguage = Annotated[Language, AfterValidator(known_language)]
