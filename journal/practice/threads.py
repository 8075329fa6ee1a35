"""One thing that is followed through the months: a word, an expression, somebody, a place, hours, a pattern."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.dates.wording import month
from journal.language import N_, _, ngettext


class Sort(StrEnum):
    """What is followed through the months."""

    WORD = "word"
    EXPRESSION = "expression"
    PERSON = "person"
    PLACE = "place"
    HOUR = "hour"
    PATTERN = "pattern"


HOURS = (
    (range(5, 9), N_("before nine")),
    (range(9, 12), N_("in the morning")),
    (range(12, 14), N_("around noon")),
    (range(14, 18), N_("in the afternoon")),
    (range(18, 22), N_("in the evening")),
    ((*range(22, 24), *range(5)), N_("at night")),
)


@dataclass(frozen=True, slots=True, repr=False)
class Thread:
    """One thing through the months: how it is written, how often it stands in each, and what it is found by."""

    key: str  # its sort and what it is, as in "word:reunion"
    label: str
    counts: tuple[int, ...]
    finds: tuple[tuple[str, ...], ...] = ()  # folded words next to each other, any of which is it

    @property
    def sort(self) -> Sort:
        """What it is."""
        return Sort(self.key.partition(":")[0])

    @property
    def total(self) -> int:
        """How often it stands in all the months."""
        return sum(self.counts)


def in_words(thread: Thread, months: Sequence[date]) -> str:
    """Return a thread as a line: how often it stands there, month by month, those without it left out."""
    told = ngettext("{name}: {count} time", "{name}: {count} times", thread.total)
    said = told.format(name=thread.label, count=thread.total)
    by_month = ", ".join(
        _("{month} {count}").format(month=month(first), count=many)
        for first, many in zip(months, thread.counts, strict=True)
        if many
    )
    return f"{said} ({by_month})" if by_month else said
