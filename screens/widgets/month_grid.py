"""A grid of one month in which arrows, or a click, choose a day."""

from calendar import Calendar
from datetime import date, timedelta
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from journal.dates.parsing import months_on
from journal.dates.wording import month, weekday

_CELL = 4  # columns of a day: two figures and what marks it
_HEAD = 2  # rows above the first week
_WEEKS = 6
_FIRST, _LAST = date(1900, 1, 1), date(2199, 12, 31)


class MonthGrid(Widget, can_focus=True):
    """Days from Monday to Sunday; the chosen one is in reverse and between brackets, today is underlined."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        Binding("up", "move(-7)", show=False),
        Binding("down", "move(7)", show=False),
        Binding("pageup", "turn(-1)", show=False),
        Binding("pagedown", "turn(1)", show=False),
        Binding("home", "today", show=False),
        Binding("enter", "choose", show=False),
    ]
    DEFAULT_CSS = f"MonthGrid {{ width: {7 * _CELL}; height: {_HEAD + _WEEKS}; }}"

    day: reactive[date] = reactive(_FIRST)

    class Chosen(Message):
        """A day was chosen."""

        def __init__(self, day: date) -> None:
            super().__init__()
            self.day = day

    def __init__(self, day: date, today: date) -> None:
        super().__init__()
        self.set_reactive(MonthGrid.day, day)
        self._today = today

    def _weeks(self) -> list[list[date]]:
        return Calendar().monthdatescalendar(self.day.year, self.day.month)

    def render(self) -> Content:
        """Return the month: its name, the weekdays, the weeks."""
        names = "".join(f" {weekday(day)[:2]} " for day in self._weeks()[0])
        lines = [Content.styled(month(self.day), "bold"), Content.styled(names.rstrip(), "dim")]
        lines += [Content("").join(map(self._cell, week)) for week in self._weeks()]
        return Content("\n").join(lines)

    def _cell(self, day: date) -> Content:
        if day == self.day:
            return Content.styled(f"[{day.day:>2}]", "reverse bold")
        style = "underline" if day == self._today else "" if day.month == self.day.month else "dim"
        return Content(" ") + Content.styled(f"{day.day:>2}", style) + Content(" ")

    def _show(self, day: date) -> None:
        self.day = min(max(day, _FIRST), _LAST)

    def action_move(self, days: int) -> None:
        """Go some days on, or back."""
        self._show(self.day + timedelta(days=days))

    def action_turn(self, months: int) -> None:
        """Go some months on, or back."""
        self._show(months_on(self.day, months))

    def action_today(self) -> None:
        """Go to today."""
        self._show(self._today)

    def action_choose(self) -> None:
        """Take the day."""
        self.post_message(self.Chosen(self.day))

    def on_click(self, click: events.Click) -> None:
        """Take the day that is clicked."""
        week, column = click.y - _HEAD, click.x // _CELL
        weeks = self._weeks()
        if 0 <= week < len(weeks) and 0 <= column < len(weeks[week]):
            self._show(weeks[week][column])
            self.action_choose()
