"""The columns of every table, each named once: tables are made of them, statements select them, rows carry them.

Wide columns stand last, so that lists read a row's first page alone. This module is plain: reading the journal takes
neither the tables nor the tools that make them.
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
    gender: str


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


class CaptureRow(NamedTuple):
    """A capture from the shell that was taken over once; it stays when its entry goes, so that it never returns."""

    id: str
    ref: int | None


class SourceKeyRow(NamedTuple):
    """What was imported once, as its source tells it apart; it stays when the entry goes, so that it is known again."""

    source: str
    key: str
    ref: int | None


class SecretRow(NamedTuple):
    """A random key of this journal's own: it goes with the database, into backups and through a new data key."""

    purpose: str
    key: bytes


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


class KeyPairRow(NamedTuple):
    """A key pair to which others seal what comes back; its private half is emptied when it is ended."""

    id: int
    purpose: str
    disclosure_id: int | None
    made_at: int
    made_offset: int
    ended_at: int | None
    private: bytes
    details: str


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
