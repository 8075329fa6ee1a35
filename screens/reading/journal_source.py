"""The journal as a long list reads it: months, stretches and places under one set of conditions."""

from datetime import timedelta

from journal.model.entry import EntryLine, Ref
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.practice import reading
from journal.practice.notebook import Notebook
from journal.practice.reading import Month
from screens.vocabulary.filters import Filters


class JournalSource:
    """Reads for a list; every method is called in a thread, the conditions are worked out by the first."""

    def __init__(self, notebook: Notebook, narrowing: Filters) -> None:
        self._notebook = notebook
        self._narrowing = narrowing
        self._where = Filter()

    def months(self) -> list[Month]:
        """Return the months, newest first: of what was written, and of planned sessions where one asks for sessions."""
        where = self._narrowing.conditions(self._notebook)
        self._where = where.with_(written=self._narrowing.kind is not Kind.SESSION)
        return reading.months(self._notebook, self._where)

    def stretch(self, month: Month, offset: int, limit: int) -> list[EntryLine]:
        """Return some entries of a month."""
        return reading.in_month(self._notebook, self._where, month.year, month.month, offset, limit)

    def start(self) -> Ref | None:
        """Return the newest entry that has happened: sessions to come stand above it."""
        now = self._notebook.clock()
        newest = reading.newest(self._notebook, self._where.with_(until=now + timedelta(minutes=1)), limit=1)
        return newest[0].ref if newest else None

    def place(self, ref: Ref) -> tuple[EntryLine, int] | None:
        """Return an entry's line and its place in its month."""
        return reading.place_in_month(self._notebook, self._where, ref)
