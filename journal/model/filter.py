"""Filter: which entries a list shows."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from journal.clock import on_a_clock
from journal.hygiene import LONGEST_NAME, one_line
from journal.model.entry_line import Ref
from journal.model.kind import Kind, State
from journal.model.pattern import Pattern

if TYPE_CHECKING:
    from typing import TypedDict, Unpack

    class _Asked(TypedDict, total=False):
        """The same, by name and each of them optional, for who checks types."""

        kinds: tuple[Kind, ...]
        states: tuple[State, ...]
        tag: str | None
        person: str | None
        people: tuple[str, ...]
        pattern: Pattern | None
        since: datetime | None
        until: datetime | None
        first_day: date | None
        last_day: date | None
        linked_to: Ref | None
        trashed: bool
        written: bool


class _Conditions(NamedTuple):
    """What can be asked of an entry in a list."""

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


class Filter(_Conditions):
    """Conditions that all hold; an empty one means everything that is neither in the trash nor sealed."""

    __slots__ = ()

    def __new__(cls, **conditions: "Unpack[_Asked]") -> Self:
        """Return the conditions, names as names are kept; raise ValueError for what is none, or no moment."""
        asked = super().__new__(cls, **conditions)
        for at in filter(None, (asked.since, asked.until)):
            on_a_clock(at)
        return asked._replace(
            tag=None if asked.tag is None else _name(asked.tag),
            person=None if asked.person is None else _name(asked.person),
            people=tuple(map(_name, asked.people)),
        )

    def __repr__(self) -> str:  # names are what a person wrote
        return "<Filter>"

    def with_(self, **changes: Any) -> Self:
        """Return the filter with some conditions changed."""
        return type(self)(**{**self._asdict(), **changes})


def _name(given: str) -> str:
    """Return a name as names are kept; raise ValueError for what is none."""
    name = one_line(given)
    if not 0 < len(name) <= LONGEST_NAME:
        raise ValueError("no name")
    return name
