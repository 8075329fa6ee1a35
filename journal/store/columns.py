"""The columns of every table, each named once: tables are made of them, statements select them, rows carry them.

Wide columns stand last, so that lists read a row's first page alone. This module is plain: reading the journal takes
neither the tables nor the tools that make them.
"""

from functools import cache
from typing import Annotated, Any, NamedTuple, get_type_hints


class EntryRow(NamedTuple):
    """Everything that can be read, linked, searched or shared; `details` is the JSON of the kind's own class."""

    ref: int
    kind: str
    state: str
    audience: str
    happened_at: int
    happened_offset: int
    month: int
    created_at: int
    created_offset: int
    updated_at: int
    updated_offset: int
    revision: int
    trashed_at: int | None
    patterns: str
    title: str
    details: str
    body: str


class LinkRow(NamedTuple):
    """A link from one entry to another, in the order in which they are told."""

    from_ref: int
    position: int
    rel: str
    to_ref: int


class PatternRow(NamedTuple):
    """A pattern recognised in an entry."""

    pattern: str
    ref: int


class TagRow(NamedTuple):
    """A tag as it was first written; `folded` is what makes two spellings one."""

    id: int
    name: str
    folded: str


class EntryTagRow(NamedTuple):
    """A tag on an entry."""

    ref: int
    position: int
    tag_id: int


class PersonRow(NamedTuple):
    """Somebody who appears in entries, and the name they carry outside; `forms` is a JSON list."""

    id: int
    name: str
    folded: str
    alias: str
    forms: str


class EntryPersonRow(NamedTuple):
    """A person in an entry."""

    ref: int
    position: int
    person_id: int


class RevisionRow(NamedTuple):
    """An earlier wording of an entry."""

    ref: int
    revision: int
    at: int
    at_offset: int
    title: str
    details: str
    body: str


class DraftRow(NamedTuple):
    """What is half-written at one place."""

    key: str
    ref: int | None
    base_revision: int | None
    saved_at: int
    saved_offset: int
    title: str
    fields: str
    text: str


class CaptureRow(NamedTuple):
    """A capture from the shell that was taken over once; it stays when its entry goes, so that it never returns."""

    id: str
    ref: int | None


class PreferenceRow(NamedTuple):
    """A preference that is private and therefore lives in the vault, as JSON."""

    key: str
    value: str


class DisclosureRow(NamedTuple):
    """One thing that left."""

    id: int
    at: int
    at_offset: int
    audience: str
    recipient: str
    titles: str
    format: str
    protection: str
    file_name: str
    sha256: str
    preview_digest: str


class DisclosedEntryRow(NamedTuple):
    """An entry that was part of what left; it stays when the entry goes."""

    disclosure_id: int
    position: int
    ref: int


class MonthTotalRow(NamedTuple):
    """How many entries of a month the unfiltered list shows, kept by triggers."""

    month: int
    count: int  # type: ignore[assignment]  # the column is older than this class; a tuple's method bears that name


class LineRow(NamedTuple):
    """What a list reads: the first page of a row, what it is about or part of, how it begins when it has no title."""

    ref: Annotated[int, "entry.ref"]
    kind: Annotated[str, "entry.kind"]
    title: Annotated[str, "entry.title"]
    happened_at: Annotated[int, "entry.happened_at"]
    happened_offset: Annotated[int, "entry.happened_offset"]
    state: Annotated[str, "entry.state"]
    audience: Annotated[str, "entry.audience"]
    patterns: Annotated[str, "entry.patterns"]
    parent: Annotated[
        int | None,
        "(SELECT to_ref FROM entry_link WHERE from_ref = entry.ref AND rel IN ('about', 'part_of') "
        "ORDER BY position LIMIT 1)",
    ]
    opening: Annotated[str, "CASE entry.title WHEN '' THEN substr(entry.body, 1, 200) ELSE '' END"]


def fields(row: type[tuple[Any, ...]]) -> tuple[str, ...]:
    """Return the names of a row's columns, in their order."""
    return tuple(get_type_hints(row))


@cache
def selected(row: type[tuple[Any, ...]]) -> str:
    """Return what to select for rows of a class: its columns, or what stands in the place of one, in their order."""
    hints = get_type_hints(row, include_extras=True)
    return ", ".join(getattr(kind, "__metadata__", (name,))[0] for name, kind in hints.items())
