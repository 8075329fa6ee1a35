"""A recipient: somebody to whom something leaves, and the form in which they like it."""

from typing import Annotated

from pydantic import StringConstraints, TypeAdapter, ValidationError

from journal.model.audience import Audience
from journal.model.disclosure import FileFormat, Protection
from journal.model.frozen import Frozen, Line, Name

AgeKey = Annotated[str, StringConstraints(pattern=r"^age1[0-9a-z]{50,120}$")]


class Recipient(Frozen):
    """Somebody outside: for which audience they read, their age key when they have one, the form they prefer.

    The signature is what the manager signs with towards them: a name, initials, a code that both know.
    """

    name: Name
    audience: Audience = Audience.PRACTITIONER
    age_key: AgeKey | None = None
    format: FileFormat = FileFormat.PDF
    protection: Protection = Protection.PDF
    signature: Line = ""


def is_age_key(text: str | None) -> bool:
    """Whether a text is an age public key, or none is given."""
    try:
        _KEY.validate_python(text)
    except ValidationError:
        return False
    return True


_KEY: TypeAdapter[str | None] = TypeAdapter(AgeKey | None)
