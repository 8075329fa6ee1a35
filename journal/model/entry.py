"""The spine: everything that can be read, linked, searched or shared is an entry."""

from typing import Annotated, Any, Self, TypeVar

from pydantic import Field, SerializeAsAny, model_validator

from journal.model.audience import Audience
from journal.model.details import Details
from journal.model.entry_line import EntryLine, Found, Ref, Rel, Revision, first_words
from journal.model.frozen import Frozen, Line, Moment, Name, Text
from journal.model.kind import Kind, State
from journal.model.kind_spec import spec_of
from journal.model.pattern import Pattern

D = TypeVar("D", bound=Details)
LONGEST_TITLE = 80  # of a first line that serves as title
Title = Annotated[Line, Field(max_length=300)]


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


def title_of(title: str, body: str) -> tuple[str, str]:
    """Return title and body, the first line serving as title when it is short and none was given."""
    if title.strip() or not body.strip():
        return title.strip(), body
    first, _, rest = body.strip("\n").partition("\n")
    words = first.strip().lstrip("#").strip()
    return (words, rest.strip("\n")) if len(words) <= LONGEST_TITLE else (words[:79].rsplit(" ", 1)[0] + "…", body)


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
