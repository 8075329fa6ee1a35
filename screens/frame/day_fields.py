"""Fields that ask for a day: the month to choose it in, and what was understood of what was typed."""

from datetime import date
from functools import partial

from textual import on
from textual.widgets import Input

from journal.language import _
from screens.frame.day_dialog import choose_day
from screens.frame.field_in_sight import FieldsInSight
from screens.frame.form_fields import tell_beside, understood
from screens.frame.form_values import day_ahead, names_hour
from screens.widgets.field import LineField


class DayFields(FieldsInSight):
    """A page with fields of which some may ask for a day."""

    def day_told(self, name: str, text: str) -> date | None:  # noqa: ARG002 -- for pages whose fields differ
        """Return the day that a field tells. Raises UnknownMoment."""
        return day_ahead(text, self.host.environment.clock())

    def asks_for_a_day(self) -> bool:
        """Whether the field one is in asks for a day."""
        return isinstance(self.focused, LineField) and self.focused.field.day

    def action_calendar(self) -> None:
        """Choose the day of this field in a month."""
        line = self.focused
        if isinstance(line, LineField) and line.field.day:
            choose_day(self, line, self.host.environment.clock())

    @on(Input.Changed)
    def _tell_day(self, typed: Input.Changed) -> None:
        """Show in full which day was understood, and that an hour beside it is not kept."""
        line = typed.input
        if isinstance(line, LineField) and line.field.day:
            words = understood(typed.value, partial(self.day_told, line.field.name))
            if words and names_hour(typed.value, self.host.environment.clock()):
                words = _("{day} · the day alone is kept, without an hour").format(day=words)
            tell_beside(self, {line.field.name: words})
