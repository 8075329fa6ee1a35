"""Protocol: where a long list of entries comes from."""

from typing import Protocol

from journal.model.entry import EntryLine, Ref
from journal.practice.reading import Month


class Source(Protocol):
    """Where the list comes from; called in a thread."""

    def months(self) -> list[Month]:
        """Return the months, newest first."""

    def stretch(self, month: Month, offset: int, limit: int) -> list[EntryLine]:
        """Return some entries of a month."""

    def start(self) -> Ref | None:
        """Return the entry to begin at."""

    def place(self, ref: Ref) -> tuple[EntryLine, int] | None:
        """Return an entry's line and its place in its month, None when the list does not hold it."""
