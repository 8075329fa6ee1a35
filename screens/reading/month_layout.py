"""Layout: where each month and each entry of a long list stands, computed from the months' totals alone."""

from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from journal.practice.reading import Month


class Spot(NamedTuple):
    """What stands on a line: the month, and which of its entries; -1 for the heading, -2 for the space above."""

    month: int
    nth: int


class MonthLayout:
    """Headings and entries as lines: each month has a heading, and an empty line above it but for the first."""

    def __init__(self, months: list[Month]) -> None:
        self.months = months
        above = (1 if not number else 2 for number in range(len(months)))
        heights = (head + month.count for head, month in zip(above, months, strict=True))
        self._lines = [0, *accumulate(heights)]
        self._entries = [0, *accumulate(month.count for month in months)]

    @property
    def lines(self) -> int:
        """How many lines the list has."""
        return self._lines[-1]

    @property
    def entries(self) -> int:
        """How many entries the list has."""
        return self._entries[-1]

    def spot(self, line: int) -> Spot | None:
        """Return what stands on a line, None below the last."""
        if not 0 <= line < self.lines:
            return None
        month = bisect_right(self._lines, line) - 1
        return Spot(month, line - self._lines[month] - self._head(month))

    def line_of(self, entry: int) -> int:
        """Return the line on which the entry stands that is the nth of the whole list, from 0."""
        month, index = self.place(entry)
        return self._lines[month] + self._head(month) + index

    def place(self, entry: int) -> Spot:
        """Return month and place in the month of the nth entry."""
        month = bisect_right(self._entries, entry) - 1
        return Spot(month, entry - self._entries[month])

    def number(self, spot: Spot) -> int:
        """Return the nth of the whole list that an entry of a month is."""
        return self._entries[spot.month] + max(0, spot.nth)

    def month_number(self, year: int, month: int) -> int | None:
        """Return where a month stands among the months, None when nothing stands in it."""
        return next(
            (number for number, each in enumerate(self.months) if (each.year, each.month) == (year, month)), None
        )

    @staticmethod
    def _head(month: int) -> int:
        return 1 if not month else 2
