"""Arrangement of a day: which rows stand on Today, in their order, as far as there is room for them."""

from collections.abc import Callable, Iterable, Sequence

from textual.content import Content

from screens.frame.command import Command
from screens.today.day import WAITING, Day
from screens.today.rows import (
    closed_rows,
    code_rows,
    decision_rows,
    draft_rows,
    offer_rows,
    old_rows,
    question_rows,
    recent_rows,
    returning_rows,
    session_rows,
    step_rows,
    waiting_rows,
)
from screens.widgets.rows import Row
from screens.widgets.rows import high as lines_of

FITTING = 2
"""Rows of one sort where room is short, and questions that came back."""
_BEFORE = ("", "code", "old")  # rows that stand there before anything is written
_TALL = 24  # lines of room from which the longer groups fit


def rows_of(day: Day, high: int, wide: int, hint: Callable[..., Content]) -> list[Row]:
    """Return the rows of a day for a room of so many lines and cells; `hint` tells the key of a command."""
    most = WAITING if high >= _TALL else FITTING
    rows = session_rows(day.session, day.of, day.at, hint("today.prepare")) if day.session else []
    fitting = day.asked[:FITTING]
    rows += question_rows(fitting, len(day.asked) - len(fitting), hint("today.answer"))
    rows += step_rows(day.steps, most, hint("today.look_again"))
    rows += returning_rows(day.returning.learning) if day.returning else []
    rows += decision_rows(day.decision) if day.decision else []
    if day.offer is not None:
        rows += offer_rows(day.offer, hint("today.road"), hint("today.aside"))
    rows += code_rows() if day.code_waits else []
    rows += [Row("", "")] if rows else []
    rows += closed_rows(day.closed)
    rows += waiting_rows(day.captured, day.phone, most, hint("today.read_over"), hint("today.accept", "today.discard"))
    rows += draft_rows(day.drafts, day.about, most, day.at, hint("today.drafts"))
    used = sum(lines_of(row, wide) for row in rows)
    recent = recent_rows(day.recent[: max(0, high - used - 1)], day.at, wide)
    return rows + recent if something(rows + recent) else rows + old_rows()


def something(rows: Sequence[Row]) -> bool:
    """Return whether anything stands there that was written."""
    return any(row.id.partition(":")[0] not in _BEFORE for row in rows)


def offered(commands: Iterable[Command], day: Day | None) -> list[Command]:
    """Return the keys that have something to act on today; others of the place leave the footer to them."""
    told = (each for each in commands if each.id not in _absent(day))
    return [each._replace(footer=0) if each.id in _idle(day) else each for each in told]


def _idle(day: Day | None) -> set[str]:
    """Return the commands that have nothing to act on today."""
    idle = {"today.prepare": day and day.session, "today.road": day and day.offer, "today.aside": day and day.offer}
    return {name for name, what in (idle | {"today.question": day and day.recent}).items() if not what}


def _absent(day: Day | None) -> set[str]:
    """Return the commands that are not offered today at all: no note waits, no draft, no step, no question."""
    needs = {
        "today.accept": day and day.captured,
        "today.read_over": day and day.captured,
        "today.discard": day and (day.captured or day.drafts),
        "today.look_again": day and day.steps,
        "today.answer": day and day.asked,
    }
    return {name for name, what in needs.items() if not what}
