"""Person: somebody who appears in entries, and the name they carry outside."""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from journal.hygiene import plain_name
from journal.model.frozen import Frozen

LONGEST_NAME = 200  # characters
Called = Annotated[str, AfterValidator(plain_name), StringConstraints(min_length=1, max_length=LONGEST_NAME)]
"""A name without what nobody sees, as it is looked for in texts."""


class Gender(StrEnum):
    """The grammatical gender of the words that stand for somebody; unknown: forms that need none."""

    UNKNOWN = ""
    FEMININE = "f"
    MASCULINE = "m"


class Person(Frozen):
    """A person with the alias that replaces every form of the name on the way out."""

    name: Called
    alias: Called
    forms: tuple[Called, ...] = ()
    gender: Gender = Gender.UNKNOWN
    id: int | None = None
