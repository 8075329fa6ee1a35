"""A document: all that leaves and nothing else, as shown in the preview and as handed to every renderer."""

import hashlib
import json
from typing import Any

from journal.language import Language
from journal.model.audience import Audience
from journal.model.entry import Ref, Title
from journal.model.frozen import Frozen, Line, Text
from journal.model.kind import Kind


class Item(Frozen):
    """One entry as it leaves.

    `ref` is the entry's own number for oneself and its position for everybody else, whom the count of entries does
    not concern. `when` is a moment, day or week of ISO 8601, `dated` the same in words; both are empty when dates are
    left out. `record` holds the whole entry as the README tells it, for oneself only, so that nothing is lost on the
    way back.
    """

    ref: Ref
    kind: Kind
    kind_words: Line
    title: Line
    body: Text
    when: Line = ""
    dated: Line = ""
    tags: tuple[Line, ...] = ()
    record: dict[str, Any] | None = None


class Document(Frozen):
    """A title, what stands before the entries, the entries, and a closing line; in one language, for one audience."""

    title: Title
    audience: Audience
    audience_words: Line
    language: Language
    opening: Text = ""
    items: tuple[Item, ...] = ()
    closing: Line = ""

    def heading_of(self, item: Item) -> str:
        """Return what stands over an item: its title, unless it is the only one and the document bears its title."""
        return "" if len(self.items) == 1 and item.title == self.title else item.title

    def digest(self) -> str:
        """Return the SHA-256, in hexadecimal, of the document's canonical form: sorted JSON without white space."""
        canonical = json.dumps(self.model_dump(mode="json"), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return hashlib.sha256(canonical.encode()).hexdigest()
