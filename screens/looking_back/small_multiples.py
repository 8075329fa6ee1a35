"""Small multiples: a row of months as bars of eight heights, which read without colour and in eighty cells."""

from collections.abc import Iterable, Sequence
from datetime import date

from textual.content import Content

from journal.dates.wording import month, month_initial, month_short
from journal.language import _

_BARS = "▁▂▃▄▅▆▇█"
_CELL = 3
_TAIL = 6


def initials(months: Sequence[date], words: str = "") -> Content:
    """Return the first letters of the months above the bars, and what the number at their end is."""
    return Content("".join(f"{month_initial(each):^{_CELL}}" for each in months) + words.rjust(_TAIL))


def bars(counts: Iterable[int | None], *, most: int | None = None, tail: str = "") -> Content:
    """Return one bar for each month, the tallest for `most` or the most there is; nothing where there is none."""
    told = list(counts)
    top = most or max((each for each in told if each), default=1)
    cells = "".join(f"{_bar(each, top):^{_CELL}}" for each in told)
    return Content.assemble((cells, "$foreground"), (tail.rjust(_TAIL), "$quiet"))


def levels(values: Iterable[int | None], *, most: int, tail: str = "") -> Content:
    """Return one bar for each level, of which 0 is one as well."""
    cells = "".join(f"{' ' if each is None else _BARS[each * 7 // most]:^{_CELL}}" for each in values)
    return Content.assemble((cells, "$foreground"), (tail.rjust(_TAIL), "$quiet"))


def _bar(count: int | None, most: int) -> str:
    return _BARS[max(0, -(-count * len(_BARS) // most) - 1)] if count else " "


def span(months: Sequence[date]) -> str:
    """Return from which month to which: "avril → novembre 2026"."""
    if not months:
        return ""
    first, last = months[0], months[-1]
    return month(last) if first == last else _("{first} → {last}").format(first=month(first), last=month(last))


def short_span(months: Sequence[date]) -> str:
    """Return from which month to which in few cells: "avr.–juin"."""
    first, last = month_short(months[0]), month_short(months[-1])
    return first if first == last else f"{first}–{last}"
