"""Return from a reader, before any of it is kept: texts, then lines with what is proposed for each."""

from dataclasses import dataclass, field

from journal.errors import ReculError
from journal.model.entry import Ref
from journal.model.sealed_answer import SealedAnswer


@dataclass(frozen=True, slots=True)
class ReturnedText:
    """A text that came back, and the passage it is about when that is known."""

    text: str = field(repr=False)
    passage: Ref | None = None
    title: str = field(default="", repr=False)  # under which the passage left


@dataclass(frozen=True, slots=True)
class Returned:
    """All that came back at once, and from whom as far as it says so: it proves nothing about who wrote it."""

    texts: tuple[ReturnedText, ...] = field(repr=False)
    sender: str = field(default="", repr=False)
    disclosure: int | None = None
    session: Ref | None = None  # for which what it answers was brought
    all_ask: bool = False  # every line was written as a question: in the boxes of a page, or in a file of questions


@dataclass(frozen=True, slots=True)
class Came:
    """All that a text or a file holds: each answer of it, and why one of them stays closed, when one does."""

    found: tuple[SealedAnswer | Returned, ...]
    refused: ReculError | None = None


@dataclass(frozen=True, slots=True)
class ReturnedLine:
    """One line as it is offered: whether it looks like a question, and whether it was taken in before."""

    text: str = field(repr=False)
    ticked: bool = False
    passage: Ref | None = None
    title: str = field(default="", repr=False)
    known: bool = False
