"""The day on which a step comes back: asked in the same words wherever a step is made, and proposed there."""

from datetime import date

from journal.dates.wording import dated
from journal.language import _
from journal.practice.planning import LOOK_AGAIN
from screens.widgets.field import Field


def again_field() -> Field:
    """Return the field that asks for the day; empty, the step waits for no day."""
    hint = _("“in two weeks”, “Friday” or “12 January”")
    return Field("again", _("Come back to it on (optional)"), hint, many=False, day=True)


def proposed_day(today: date) -> str:
    """Return the day that stands there until another is told."""
    return dated(today + LOOK_AGAIN)
