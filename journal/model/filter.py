"""Filter: which entries a list shows."""

from datetime import date

from journal.model.entry import Ref
from journal.model.frozen import Frozen, Moment, Name
from journal.model.kind import Kind, State
from journal.model.pattern import Pattern


class Filter(Frozen):
    """Conditions that all hold; an empty one means everything that is neither in the trash nor sealed."""

    kinds: tuple[Kind, ...] = ()
    states: tuple[State, ...] = ()
    tag: Name | None = None
    person: Name | None = None
    people: tuple[Name, ...] = ()  # any of them
    pattern: Pattern | None = None
    since: Moment | None = None
    until: Moment | None = None
    first_day: date | None = None  # on the clock where it happened
    last_day: date | None = None
    linked_to: Ref | None = None
    trashed: bool = False
    written: bool = False  # without the sessions that are only planned
