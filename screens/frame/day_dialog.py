"""Dialog: a day chosen in a month, where a field asks for one."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen

from journal.dates.parsing import parse_nearest
from journal.dates.wording import clock_time, dated, full_day
from journal.errors.moments import UnknownMoment
from journal.language import _, pgettext
from screens.frame.left_once import Dialog
from screens.frame.told_keys import keys
from screens.widgets.month_grid import MonthGrid
from screens.widgets.one_line import OneLine
from screens.widgets.plain import PlainText


class DayDialog(Dialog[date | None]):
    """Shows the month of a day; dismissed with the day that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, day: date, today: date) -> None:
        super().__init__()
        self._day = day
        self._today = today

    def compose(self) -> ComposeResult:
        """Yield the month, the day in words, and the keys."""
        with Vertical(id="asked"):
            yield MonthGrid(self._day, self._today)
            yield PlainText("", id="understood", classes="gap-above")
            yield PlainText(
                keys((_("arrows"), _("day")), (_("page up, down"), _("month")), (_("home"), _("today"))),
                classes="quiet gap-above",
            )
            yield PlainText(keys((_("enter"), _("choose")), (_("esc"), pgettext("dialog", "cancel"))))

    def on_mount(self) -> None:
        """Tell the day whenever it changes."""
        self.watch(self.query_one(MonthGrid), "day", self._tell)

    def _tell(self, day: date) -> None:
        self.query_one("#understood", PlainText).update(full_day(day))

    @on(MonthGrid.Chosen)
    def _chosen(self, chosen: MonthGrid.Chosen) -> None:
        self.dismiss(chosen.day)

    def action_leave(self) -> None:
        """Mean nothing."""
        self.dismiss(None)


def choose_day(
    page: Screen[Any], line: OneLine, now: datetime, read: Callable[[str, datetime], datetime] = parse_nearest
) -> None:
    """Let a day be chosen for a field; an hour that was typed with the day before stays."""
    at = _read(line.value, now, read)

    def put(day: date | None) -> None:
        if day is not None:
            hour = at is not None and (at.hour, at.minute) not in ((12, 0), (now.hour, now.minute))
            line.value = f"{dated(day)}, {clock_time(at)}" if at is not None and hour else dated(day)
            line.cursor_position = len(line.value)
        line.focus()

    page.app.push_screen(DayDialog(at.date() if at else now.date(), now.date()), put)


def _read(text: str, now: datetime, read: Callable[[str, datetime], datetime]) -> datetime | None:
    try:
        return read(text, now)
    except UnknownMoment:
        return None
