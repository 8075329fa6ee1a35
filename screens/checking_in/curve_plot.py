"""Plot of one curve in quarters of cells: a line through what was noted, levels beside it, days below."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from textual.content import Content
from textual.widget import Widget

from journal.model.checkin import CheckInDetails
from journal.practice.checking_in import Point
from screens.widgets.plain import plain

_HIGHEST = 10
_LEVELS = (0, 5, 10)  # named beside the curve
_BESIDE = 2  # cells that their names take
_DOTTED = 40  # up to so many notes each one has its dot; more would hide the line
_QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"  # by the sum of those that are filled: 1 and 2 above, 4 and 8 below


@dataclass(frozen=True, slots=True, repr=False)
class Curve:
    """What was noted of one thing: days counted from the first one shown, and the level of each."""

    name: str
    days: tuple[int, ...]
    levels: tuple[int, ...]

    @classmethod
    def of(
        cls, name: str, points: list[Point], today: date, days: int, level_of: Callable[[CheckInDetails], int | None]
    ) -> Self:
        """Return what was noted in so many days; of several check-ins on a day the last one counts."""
        first = today - timedelta(days=days - 1)
        noted = {(point.at.date() - first).days: level_of(point.details) for point in points}
        levels = {day: level for day, level in noted.items() if level is not None and 0 <= day < days}
        return cls(name, tuple(levels), tuple(levels.values()))


class CurvePlot(Widget):
    """One curve between 0 and 10, in the page's own colours; under the last one stand the days."""

    def __init__(self, curve: Curve, days: int, ticks: Mapping[int, str]) -> None:
        super().__init__(classes="dated" if ticks else "")
        self.curve = curve
        self._days = days
        self._ticks = ticks

    def render(self) -> Content:
        """Return the curve as it fits into the room that there is."""
        wide, high = self.size.width - _BESIDE, self.size.height - bool(self._ticks)
        if wide < 1 or high < 1:
            return Content("")
        lines = drawn(self.curve, self._days, wide, high)
        below = [" " * _BESIDE + named(self._ticks, self._days, wide)] if self._ticks else []
        return plain("\n".join(lines + below))


def drawn(curve: Curve, days: int, wide: int, high: int) -> list[str]:
    """Return the lines of a curve over so many days, the levels before each that has one."""

    def quarter(day: int, level: int) -> tuple[int, int]:
        return _at(day, days - 1, 2 * wide), _at(_HIGHEST - level, _HIGHEST, 2 * high)

    noted = [quarter(day, level) for day, level in zip(curve.days, curve.levels, strict=True)]
    filled = {point for one, other in zip(noted, noted[1:] or noted, strict=False) for point in _line(one, other)}
    cells = [[0] * wide for _row in range(high)]
    for x, y in filled:
        cells[y // 2][x // 2] |= 1 << (x % 2 + 2 * (y % 2))
    rows = [[_QUARTERS[cell] for cell in row] for row in cells]
    for x, y in noted if len(noted) <= _DOTTED else ():
        rows[y // 2][x // 2] = "●"
    names = {quarter(0, level)[1] // 2: str(level) for level in _LEVELS}
    return [f"{names.get(number, ''):>{_BESIDE}}{''.join(row)}".rstrip() for number, row in enumerate(rows)]


def _at(value: int, highest: int, places: int) -> int:
    """Return at which of so many places a value stands, the first for nothing and the last for the highest."""
    return (2 * value * (places - 1) + highest) // (2 * highest) if highest else 0


def _line(one: tuple[int, int], other: tuple[int, int]) -> list[tuple[int, int]]:
    """Return every place from one to another, both included."""
    across, down = other[0] - one[0], other[1] - one[1]
    steps = max(abs(across), abs(down), 1)
    return [(one[0] + round(across * step / steps), one[1] + round(down * step / steps)) for step in range(steps + 1)]


def named(ticks: Mapping[int, str], days: int, wide: int) -> str:
    """Return the days below a curve, each around its place and all of them within the room."""
    line = ""
    for day, words in ticks.items():
        begin = max(0, min(_at(day, days - 1, wide) - len(words) // 2, wide - len(words)))
        if not line or begin > len(line):
            line = line.ljust(begin) + words
    return line
