"""A composed page in the making: its sections, what the register keeps of it, and the lines that can be ticked."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from journal.model.entry import Ref
from journal.model.kind import Kind
from journal.model.session import SessionDetails
from journal.sharing.composing.telling import Teller
from journal.sharing.composing.ticks import PageLine
from journal.sharing.document import Head, Item, Part

_LONGEST_TITLE = 300


@dataclass(frozen=True)
class Page:
    """A page as it leaves, with the entries told in it and the titles they leave under."""

    title: str = field(repr=False)
    head: Head | None
    items: tuple[Item, ...]
    told: tuple[tuple[Ref, str], ...] = field(repr=False)
    lines: tuple[PageLine, ...] = ()
    sources: tuple[Ref | None, ...] = ()  # the entry that each section tells, when it tells one
    opening: str = field(default="", repr=False)
    file_words: str = field(default="", repr=False)
    without_question: bool = False


class Sections:
    """Collects sections from top to bottom; nothing is told for what is empty."""

    def __init__(self, teller: Teller, ticks: SessionDetails | None = None) -> None:
        self.teller = teller
        self._ticks = ticks
        self._items: list[Item] = []
        self._sources: list[Ref | None] = []
        self.told: dict[Ref, str] = {}
        self._lines: list[PageLine] = []

    def leaves(self, key: str, words: str) -> bool:
        """Return whether a line leaves, and offer it to be ticked; one that is empty is not offered."""
        if not words.strip():
            return False
        ticked = self._ticks is None or self._ticks.leaves(key)
        self._lines.append(PageLine(key, words.strip(), ticked))
        return ticked

    def tell(self, ref: Ref, title: str) -> None:
        """Keep for the register that an entry is told of, and under which words."""
        self.told.setdefault(ref, title)

    def add(
        self, title: str, parts: Iterable[Part], of: Ref | None = None, *, kind: Kind = Kind.SESSION, **fields: object
    ) -> None:
        """Add a section, which tells one entry or several."""
        number = len(self._items) + 1
        self._sources.append(of)
        told = {"ref": number, "kind": kind, "kind_words": "", "title": title[:_LONGEST_TITLE], "body": ""}
        self._items.append(Item.model_validate(told | {"parts": tuple(parts)} | fields))

    def end_scene(self) -> None:
        """Draw a rule after what was added last."""
        if self._items:
            self._items[-1] = self._items[-1].with_(closes=True)

    def page(self, title: str, head: Head | None) -> Page:
        """Return the page."""
        items, sources = tuple(self._items), tuple(self._sources)
        return Page(title[:_LONGEST_TITLE], head, items, tuple(self.told.items()), tuple(self._lines), sources)
