"""A line of a list: what is shown of an entry, without what makes a whole one."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from journal.model.audience import Audience
from journal.model.kind import Kind, State
from journal.model.pattern import Pattern

Ref = int


class Rel(StrEnum):
    """How one entry stands to another, read from the one that holds the link."""

    ABOUT = "about"  # a reflection, case or plan: the situation (or other entry) it is about
    SOURCE = "source"  # a learning, step or statement: where it came from
    PART_OF = "part_of"  # a step: its plan; a session, objective: its engagement
    EVIDENCE = "evidence"  # any entry: the objective it bears witness to
    BRINGS = "brings"  # a session: the entries brought to it
    TOWARDS = "towards"  # a plan or statement: the objective it serves


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
    within: str = ""  # of a session: its engagement, where another one has a session of that title


class Found(NamedTuple):
    """A search result: the line and an excerpt, with the spans of the words that matched."""

    line: EntryLine
    snippet: str
    spans: tuple[tuple[int, int], ...]


class Beside(NamedTuple):
    """What stood beside the text of an earlier version."""

    people: tuple[str, ...]
    tags: tuple[str, ...]
    patterns: tuple[Pattern, ...]
    happened_at: datetime


class Revision(NamedTuple):
    """An earlier version of an entry; `beside` is None where it was kept by a Recul that kept the text alone."""

    ref: Ref
    revision: int
    title: str
    body: str
    at: datetime
    details: str = "{}"
    beside: Beside | None = None


def first_words(body: str) -> str:
    """Return the first line that says something, for an entry that has no title."""
    lines = (line.strip().lstrip("#>").strip() for line in body.splitlines())
    return next(filter(None, lines), "")
