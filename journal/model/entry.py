"""The spine: everything that can be read, linked, searched or shared is an entry."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, NamedTuple, Self, TypeVar

from pydantic import Field, SerializeAsAny, model_validator

from journal.model.audience import Audience
from journal.model.details import Details
from journal.model.frozen import Frozen, Line, Moment, Name, Text
from journal.model.kind import Kind, State
from journal.model.kind_spec import spec_of
from journal.model.pattern import Pattern

D = TypeVar("D", bound=Details)
Ref = int
LONGEST_TITLE = 80  # of a first line that serves as title
Title = Annotated[Line, Field(max_length=300)]


class Rel(StrEnum):
    """How one entry stands to another, read from the one that holds the link."""

    ABOUT = "about"  # a reflection, case or plan: the situation (or other entry) it is about
    SOURCE = "source"  # a learning, step or statement: where it came from
    PART_OF = "part_of"  # a step: its plan; a session, objective: its engagement
    EVIDENCE = "evidence"  # any entry: the objective it bears witness to
    BRINGS = "brings"  # a session: the entries brought to it
    TOWARDS = "towards"  # a plan or statement: the objective it serves


class Link(Frozen):
    """A link from the entry that holds it to another."""

    rel: Rel
    ref: Ref


class NewEntry(Frozen):
    """An entry before it is kept: what was written, and when it happened."""

    kind: Kind
    title: Title = ""
    body: Text = ""
    happened_at: Moment
    tags: tuple[Name, ...] = ()
    people: tuple[Name, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    audience: Audience = Audience.ME
    state: State = State.KEPT  # completed below: the kind's first state
    links: tuple[Link, ...] = ()
    details: SerializeAsAny[Details] = Details()

    @model_validator(mode="before")
    @classmethod
    def _complete(cls, data: Any) -> Any:
        """Fill in the kind's first state and read the kind's own details."""
        if not isinstance(data, dict) or "kind" not in data:
            return data
        kind = Kind(data["kind"])
        given = data.get("details") or {}
        details = given if isinstance(given, Details) else spec_of(kind).details.model_validate(given)
        return {**data, "details": details, "state": data.get("state") or spec_of(kind).states[0]}

    @model_validator(mode="after")
    def _fitting(self) -> Self:
        if type(self.details) is not spec_of(self.kind).details:
            raise ValueError("details of another kind")
        if self.state not in spec_of(self.kind).states:
            raise ValueError("a state that this kind does not know")
        return self

    def details_as(self, kind: type[D]) -> D:
        """Return the details as the type that the caller knows them to be; raise TypeError when they are not."""
        if not isinstance(self.details, kind):
            raise TypeError(kind.__name__)
        return self.details


class Entry(NewEntry):
    """An entry as the vault keeps it."""

    ref: Ref
    created_at: Moment
    updated_at: Moment
    revision: int
    trashed_at: Moment | None = None


class EntryLine(NamedTuple):
    """What a list shows of an entry: no body; a tuple, made in half the time, because lists are long."""

    ref: Ref
    kind: Kind
    title: str
    happened_at: datetime
    state: State
    audience: Audience
    patterns: tuple[Pattern, ...]
    parent: Ref | None = None  # what it is about or part of, for lists that indent
    opening: str = ""  # the first words of one that has no title
    unreadable: bool = False  # the title tells so then, and nothing else of the line means anything


class Found(NamedTuple):
    """A search result: the line and an excerpt, with the spans of the words that matched."""

    line: EntryLine
    snippet: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """An earlier wording of an entry."""

    ref: Ref
    revision: int
    title: str
    body: str
    at: datetime


def title_of(title: str, body: str) -> tuple[str, str]:
    """Return title and body, the first line serving as title when it is short and none was given."""
    if title.strip() or not body.strip():
        return title.strip(), body
    first, _, rest = body.strip("\n").partition("\n")
    words = first.strip().lstrip("#").strip()
    return (words, rest.strip("\n")) if len(words) <= LONGEST_TITLE else (words[:79].rsplit(" ", 1)[0] + "…", body)


def first_words(body: str) -> str:
    """Return the first line that says something, for an entry that has no title."""
    lines = (line.strip().lstrip("#>").strip() for line in body.splitlines())
    return next(filter(None, lines), "")


__all__ = [
    "Entry",
    "EntryLine",
    "Found",
    "Link",
    "NewEntry",
    "Ref",
    "Rel",
    "Revision",
    "first_words",
    "title_of",
]
