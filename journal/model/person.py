"""Somebody who appears in entries, and the name they carry outside."""

from journal.model.frozen import Frozen, Name


class Person(Frozen):
    """A person with the alias that replaces every form of the name on the way out."""

    name: Name
    alias: Name
    forms: tuple[Name, ...] = ()
    id: int | None = None
