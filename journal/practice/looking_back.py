"""Course of the months: what was recognised, and how strong it was, in the manager's own numbers.

They are shown as they were noted and never interpreted (docs/ARCHITECTURE.md, rule 4): no sum, no mean, no trend.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from journal.model.kind import Kind
from journal.model.pattern import Pattern
from journal.practice.notebook import Notebook
from journal.store import monthly_counts
from journal.store.monthly_counts import Held

SHOWN = 12  # months
_TAGS = 4  # the manager's own keywords that return most


@dataclass(frozen=True, slots=True)
class Month:
    """What one month holds; None where nothing was noted."""

    first: date
    situations: int
    check_ins: int
    patterns: dict[Pattern, int]
    tags: dict[str, int]
    weakest: int | None
    strongest: int | None


def course(notebook: Notebook) -> list[Month]:
    """Return the last twelve months, oldest first, from the first that holds anything on."""
    firsts = _firsts(notebook.clock().date(), SHOWN)
    with notebook.store.reading() as tx:
        found = monthly_counts.held(tx, (Kind.SITUATION, Kind.CHECKIN), _number(firsts[0]))
        tags = monthly_counts.tags(tx, _number(firsts[0]))
    months = [
        _month(
            first,
            [each for each in found if each.month == _number(first)],
            {each.name: each.many for each in tags if each.month == _number(first)},
        )
        for first in firsts
    ]
    begun = next((at for at, month in enumerate(months) if month.situations or month.check_ins), len(months))
    return months[begun:]


def returning(months: Sequence[Month]) -> list[str]:
    """Return the few keywords that stand in the most situations of these months, and in more than one."""
    totals: Counter[str] = Counter()
    for month in months:
        totals.update(month.tags)
    often = sorted((-count, name) for name, count in totals.items() if count > 1)
    return [name for _count, name in often[:_TAGS]]


def _month(first: date, found: Sequence[Held], tags: dict[str, int]) -> Month:
    situations = [each for each in found if each.kind is Kind.SITUATION]
    return Month(
        first=first,
        situations=sum(each.count for each in situations),
        check_ins=sum(each.count for each in found if each.kind is Kind.CHECKIN),
        patterns={pattern: sum(each.count for each in situations if pattern in each.patterns) for pattern in Pattern},
        tags=tags,
        weakest=min((each.weakest for each in situations if each.weakest is not None), default=None),
        strongest=max((each.strongest for each in situations if each.strongest is not None), default=None),
    )


def _firsts(today: date, many: int) -> list[date]:
    """Return the first days of the last months, oldest first."""
    last = today.year * 12 + today.month - 1
    return [date(number // 12, number % 12 + 1, 1) for number in range(last - many + 1, last + 1)]


def _number(month: date) -> int:
    return month.year * 100 + month.month
