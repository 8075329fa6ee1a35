"""The columns of entries and drafts, each named once: tables are made of them, statements select them, rows carry them.

Wide columns stand last, so that lists read a row's first page alone. This module is plain: reading the journal takes
neither the tables nor the tools that make them, and not the columns of `columns_beside.py`.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple, get_type_hints


class EntryRow(NamedTuple):
    """Everything that can be read, linked, searched or shared; `details` is the JSON of the kind's own class."""

    ref: int
    kind: str
    state: str
    audience: str
    happened_at: int
    happened_offset: int
    month: int
    day: int
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


class RevisionRow(NamedTuple):
    """An earlier wording of an entry."""

    ref: int
    revision: int
    at: int
    at_offset: int
    title: str
    details: str
    body: str
    beside: str


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


class MonthTotalRow(NamedTuple):
    """How many entries of a month the unfiltered list shows, kept by triggers."""

    month: int
    count: int  # type: ignore[assignment]  # the column is older than this class; a tuple's method bears that name


@cache
def fields(row: Callable[..., object]) -> Mapping[str, str]:
    """Return the columns of what a row is made into, each with what is selected for it.

    They are the fields of a class or the parameters of a function: rows are handed to it by these names, in this order.
    """
    hints = get_type_hints(row, include_extras=True)
    hints.pop("return", None)
    return {name: getattr(kind, "__metadata__", (name,))[0] for name, kind in hints.items()}


@cache
def selected(row: Callable[..., object]) -> str:
    """Return what to select for what a row is made into."""
    return ", ".join(fields(row).values())
