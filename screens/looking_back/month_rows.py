"""The months side by side, one row for each thing that was noted: plain numbers, a point where there is none."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from journal.dates.wording import month_initial
from journal.language import _
from journal.model.pattern import Pattern
from journal.practice.looking_back import Month, returning
from screens.vocabulary.patterns import PATTERN_WORDS
from screens.widgets.plain import plain
from screens.widgets.rows import Row

SITUATIONS = "situations"
PATTERN = "pattern"
TAG = "tag"
CURVE = "check_ins"
_CELL = 4


def course_rows(months: Sequence[Month]) -> list[Row]:
    """Return a heading of months, then the rows; those that lead somewhere can be chosen."""
    if not months:
        return []
    rows = [
        Row("", "", _years(months)),
        Row("", _("Month by month"), plain("".join(f"{month_initial(each.first):>{_CELL}}" for each in months))),
        Row(SITUATIONS, _("situations"), _numbers(each.situations or None for each in months)),
        *(
            Row(
                f"{PATTERN}:{pattern.value}",
                _(PATTERN_WORDS[pattern]),
                _numbers(each.patterns[pattern] or None for each in months),
            )
            for pattern in Pattern
        ),
    ]
    rows += [
        Row(f"{TAG}:{name}", f"#{name}", _numbers(each.tags.get(name) for each in months)) for name in returning(months)
    ]
    if any(each.strongest is not None for each in months):
        rows += [
            Row("", _("intensity, lowest"), _numbers(each.weakest for each in months)),
            Row("", _("intensity, highest"), _numbers(each.strongest for each in months)),
        ]
    if any(each.check_ins for each in months):
        rows.append(Row(CURVE, _("check-ins"), _numbers(each.check_ins or None for each in months)))
    return [*rows, Row("", "")]


def _numbers(numbers: Iterable[int | None]) -> Content:
    return Content.assemble(
        *(
            ("·".rjust(_CELL), "$quiet") if number is None else (str(number).rjust(_CELL), "$foreground")
            for number in numbers
        )
    )


def _years(months: Sequence[Month]) -> Content:
    """Return each year above its first month."""
    told = (str(each.first.year) if not at or each.first.month == 1 else "" for at, each in enumerate(months))
    return Content("".join(year.rjust(_CELL) for year in told))
