"""Steps as they come back: those that are open, and those that were looked at since a moment."""

from datetime import date, datetime
from typing import Annotated, NamedTuple

from journal.model.entry_line import EntryLine, Ref
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.store.filtering import conditions
from journal.store.lines import line
from journal.store.store import Tx
from journal.store.times import stored

_DETAIL = "CASE WHEN json_valid(entry.details) THEN json_extract(entry.details, '$.{path}') END"  # else all would fail
_AGAIN = _DETAIL.format(path="review_on")


class StepRow(NamedTuple):
    """What a step holds beside its line."""

    review_on: Annotated[str | None, _AGAIN]
    looked_at: Annotated[str | None, _DETAIL.format(path="outcomes[#-1].on")]
    became: Annotated[str | None, _DETAIL.format(path="outcomes[#-1].became")]


class ComingStep(NamedTuple):
    """A step, the day to look again, and when it was looked at last with what it became then."""

    line: EntryLine
    review_on: date | None
    looked_at: date | None
    became: State | None


def steps(tx: Tx, changed_since: datetime) -> list[ComingStep]:
    """Return the steps that are open or were changed since; a step that was looked at has been changed."""
    text, values = conditions(Filter(kinds=(Kind.STEP,)))
    rows = tx.pairs(
        line,
        StepRow,
        f"FROM entry WHERE {text} AND (entry.state = ? OR entry.updated_at >= ?)",
        (*values, State.OPEN.value, stored(changed_since)[0]),
    )
    return [ComingStep(each, _day(step.review_on), _day(step.looked_at), _state(step.became)) for each, step in rows]


def due(tx: Tx, today: date) -> list[Ref]:
    """Return the open steps whose day has come, those that wait longest first."""
    text, values = conditions(Filter(kinds=(Kind.STEP,), states=(State.OPEN,)))
    return tx.column(
        f"SELECT ref FROM entry WHERE {text} AND {_AGAIN} <= ? ORDER BY {_AGAIN}, ref",  # noqa: S608 -- constants
        (*values, today.isoformat()),
    )


def _day(written: object) -> date | None:
    try:
        return date.fromisoformat(str(written)) if written else None
    except ValueError:
        return None


def _state(written: object) -> State | None:
    try:
        return State(str(written)) if written else None
    except ValueError:
        return None
