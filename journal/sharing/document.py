"""A document: all that leaves and nothing else, as shown in the preview and as handed to every renderer."""

import hashlib
import json
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from journal.model.audience import Audience
from journal.model.entry import Ref, Title
from journal.model.frozen import Frozen, KnownLanguage, Line, Text
from journal.model.kind import Kind


class Prose(Frozen):
    """A text in Markdown."""

    part: Literal["prose"] = "prose"
    text: Text


class Row(Frozen):
    """What is told under a label: a text in Markdown, and in small letters what became of it."""

    label: Line = ""
    text: Text = ""
    note: Line = ""


class Rows(Frozen):
    """Labels on one side and what is told on the other; a label that is empty goes on from the one above."""

    part: Literal["rows"] = "rows"
    rows: tuple[Row, ...]


class Table(Frozen):
    """A small table of plain lines under the names of its columns."""

    part: Literal["table"] = "table"
    columns: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


class Room(Frozen):
    """Lines to write on by hand."""

    part: Literal["room"] = "room"
    lines: int


Part = Annotated[Prose | Rows | Table | Room, Field(discriminator="part")]


class Head(Frozen):
    """What stands under the title beside the words of the audience: where one stands, who it is from, when it left."""

    told: Line = ""
    signature: Line = ""
    sent: Line = ""
    keep: Line = ""  # that it is not to be passed on, in the words of the audience


class Item(Frozen):
    """One entry as it leaves, or one section of a composed page.

    `ref` is the entry's own number for oneself and its position for everybody else, whom the count of entries does
    not concern. `when` is a moment, day or week of ISO 8601, `dated` the same in words; both are empty when dates are
    left out. `record` holds the whole entry as the README tells it, for oneself only, so that nothing is lost on the
    way back. What is `nested` stands under the item before it; a rule is drawn after one that `closes`.
    """

    ref: Ref
    kind: Kind
    kind_words: Line
    title: Line
    body: Text
    when: Line = ""
    dated: Line = ""
    tags: tuple[Line, ...] = ()
    parts: tuple[Part, ...] = ()
    nested: bool = False
    closes: bool = False
    record: dict[str, Any] | None = None


class Document(Frozen):
    """A title, what stands before the entries, the entries, and a closing line; in one language, for one audience."""

    title: Title
    audience: Audience
    audience_words: Line
    language: KnownLanguage
    head: Head | None = None
    opening: Text = ""
    items: tuple[Item, ...] = ()
    closing: Line = ""
    dated_on: date | None = None  # for what is kept for years: the report of the sponsor

    @property
    def under_title(self) -> tuple[str, ...]:
        """What stands under the title, line by line, without what is empty."""
        head = self.head or Head()
        lines = ((self.audience_words, head.keep), (head.told,), (head.signature, head.sent))
        return tuple(filter(None, (" · ".join(filter(None, line)) for line in lines)))

    def heading_of(self, item: Item) -> str:
        """Return what stands over an item: its title, unless it is the only one and the document bears its title."""
        return "" if len(self.items) == 1 and item.title == self.title else item.title

    def digest(self) -> str:
        """Return the SHA-256, in hexadecimal, of the document's canonical form: sorted JSON without white space."""
        canonical = json.dumps(self.model_dump(mode="json"), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return hashlib.sha256(canonical.encode()).hexdigest()
