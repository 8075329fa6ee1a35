"""Steps as they come back: those that are open, and those that were looked at since a moment."""

from dataclasses import dataclass
from datetime import date, datetime

from journal.model.entry import EntryLine, Ref
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.store.entries import LINE, line
from journal.store.filtering import conditions
from journal.store.store import Tx
from journal.store.times import stored

_AGAIN = "json_extract(entry.details, '$.review_on')"
_LAST = "json_extract(entry.details, '$.outcomes[#-1].on'), json_extract(entry.details, '$.outcomes[#-1].became')"


@dataclass(frozen=True, slots=True)
class ComingStep:
    """A step, the day to look again, and when it was looked at last with what it became then."""

    line: EntryLine
    review_on: date | None
    looked_at: date | None
    became: State | None


def steps(tx: Tx, changed_since: datetime) -> list[ComingStep]:
    """Return the steps that are open or were changed since; a step that was looked at has been changed."""
    text, values = conditions(Filter(kinds=(Kind.STEP,)))
    rows = tx.rows(
        f"SELECT {LINE}, {_AGAIN}, {_LAST} FROM entry WHERE {text} AND (entry.state = ? OR entry.updated_at >= ?)",  # noqa: S608 -- constants
        (*values, State.OPEN.value, stored(changed_since)[0]),
    )
    return [
        ComingStep(line(row), _day(again), _day(looked_at), State(became) if became else None)
        for row in rows
        for again, looked_at, became in (row[-3:],)
    ]


def due(tx: Tx, today: date) -> list[Ref]:
    """Return the open steps whose day has come, those that wait longest first."""
    text, values = conditions(Filter(kinds=(Kind.STEP,), states=(State.OPEN,)))
    rows = tx.rows(
        f"SELECT ref FROM entry WHERE {text} AND {_AGAIN} <= ? ORDER BY {_AGAIN}, ref",  # noqa: S608 -- constants
        (*values, today.isoformat()),
    )
    return [ref for (ref,) in rows]


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None
