"""One's own curve: the levels as they were noted, day by day, and beside it whom to talk to. No threshold, no score."""

from collections.abc import Callable
from datetime import date, timedelta

from textual.app import ComposeResult

from journal.dates import day_and_month
from journal.language import _
from journal.model.checkin import Factor
from journal.practice import checking_in
from journal.practice.checking_in import Point
from screens.page import Page
from screens.places import OVER, make
from screens.widgets.plain import PlainText

_DAYS = 56  # eight weeks fill the page's width beside the names
_BARS = "▁▁▂▂▃▄▄▅▆▇█"  # one per level from 0 to 10
_NAME_WIDTH = 14


class CurveScreen(Page):
    """Eight weeks of check-ins, one column a day."""

    name_in_table = "curve"

    def heading(self) -> str:
        """Return what this is."""
        return _("My curve")

    def standing(self) -> str:
        """Return for whom it is."""
        return _("● for me alone")

    def compose_page(self) -> ComposeResult:
        """Yield the curve, then whom to talk to."""
        yield PlainText("", id="curve")
        yield PlainText(_("Whom to talk to"), classes="lead gap-above")
        yield PlainText("", id="contacts")

    def fill(self) -> None:
        """Draw what was noted."""
        today = self.recul.surroundings.clock().date()
        points = checking_in.curve(self.recul.notebook, _DAYS)
        self.query_one("#curve", PlainText).update(drawn(points, today))
        self.query_one("#contacts", PlainText).update(checking_in.contacts(self.recul.notebook))

    def on_screen_resume(self) -> None:
        """Read the page of contacts anew: it may have been changed."""
        super().on_screen_resume()
        self.fill()

    def action_edit(self) -> None:
        """Change whom to talk to."""
        self.app.push_screen(make(OVER["contacts"]))

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()


def drawn(points: list[Point], today: date) -> str:
    """Return the curves as text: a bar for each day with a level, nothing for the others."""
    if not points:
        return _("Nothing noted in the last eight weeks.")
    rows = [
        _row(_("load"), points, today, lambda point: point.details.load),
        _row(_("mood"), points, today, lambda point: point.details.mood),
    ]
    for factor in Factor:
        if any(factor in point.details.factors for point in points):
            name = _(checking_in.FACTOR_NAMES[factor])
            rows.append(_row(name, points, today, lambda point, factor=factor: point.details.factors.get(factor)))  # type: ignore[misc]  # the default binds the loop's value
    first = day_and_month(today - timedelta(days=_DAYS - 1))
    last = _("today")
    scale = " " * _NAME_WIDTH + first + last.rjust(_DAYS - len(first))
    words = [point.details.word for point in points if point.details.word]
    lately = [_("Words: {words}").format(words=", ".join(words[-6:]))] if words else []
    return "\n".join([*(row for row in rows if row), scale, *lately])


def _row(name: str, points: list[Point], today: date, level_of: Callable[[Point], int | None]) -> str:
    """Return one curve; of several check-ins on a day the last one is drawn."""
    levels = {point.at.astimezone().date(): level_of(point) for point in points if level_of(point) is not None}
    days = [today - timedelta(days=back) for back in range(_DAYS - 1, -1, -1)]
    bars = "".join(" " if (level := levels.get(day)) is None else _BARS[level] for day in days)
    return f"{name[: _NAME_WIDTH - 1]:<{_NAME_WIDTH}}{bars}" if levels else ""
