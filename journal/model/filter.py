"""Filter: which entries a list shows."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Self

from journal.clock import on_a_clock
from journal.hygiene import LONGEST_NAME, one_line
from journal.model.entry_line import Ref
from journal.model.kind import Kind, State
from journal.model.pattern import Pattern


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Filter:
    """Conditions that all hold; an empty one means everything that is neither in the trash nor sealed."""

    kinds: tuple[Kind, ...] = ()
    states: tuple[State, ...] = ()
    tag: str | None = None
    person: str | None = None
    people: tuple[str, ...] = ()  # any of them
    pattern: Pattern | None = None
    since: datetime | None = None
    until: datetime | None = None
    first_day: date | None = None  # on the clock where it happened
    last_day: date | None = None
    linked_to: Ref | None = None
    trashed: bool = False
    written: bool = False  # without the sessions that are only planned

    def __post_init__(self) -> None:
        for name in ("tag", "person"):
            if (given := getattr(self, name)) is not None:
                object.__setattr__(self, name, _name(given))
        object.__setattr__(self, "people", tuple(map(_name, self.people)))
        for at in filter(None, (self.since, self.until)):
            on_a_clock(at)

    def __repr__(self) -> str:  # names are what a person wrote
        return "<Filter>"

    def with_(self, **changes: Any) -> Self:
        """Return the filter with some conditions changed."""
        return replace(self, **changes)


def _name(given: str) -> str:
    """Return a name as names are kept; raise ValueError for what is none."""
    name = one_line(given)
    if not 0 < len(name) <= LONGEST_NAME:
        raise ValueError("no name")
    return name
