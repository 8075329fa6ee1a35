"""Steps as they come back: those that are open, and those that were looked at since a moment."""

from datetime import datetime

from journal.model.entry import EntryLine, Ref
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.plan import StepDetails
from journal.store.entries import LINE, line
from journal.store.filtering import conditions
from journal.store.store import Tx
from journal.store.times import stored


def steps(tx: Tx, changed_since: datetime) -> list[tuple[EntryLine, StepDetails]]:
    """Return the steps that are open or were changed since; a step that was looked at has been changed."""
    text, values = conditions(Filter(kinds=(Kind.STEP,)))
    rows = tx.rows(
        f"SELECT {LINE}, entry.details FROM entry WHERE {text} AND (entry.state = ? OR entry.updated_at >= ?)",  # noqa: S608 -- constants
        (*values, State.OPEN.value, stored(changed_since)[0]),
    )
    return [(line(row), StepDetails.model_validate_json(row[-1])) for row in rows]


def open_steps(tx: Tx) -> list[tuple[Ref, StepDetails]]:
    """Return the open steps, in the order in which they were written."""
    text, values = conditions(Filter(kinds=(Kind.STEP,), states=(State.OPEN,)))
    rows = tx.rows(f"SELECT ref, details FROM entry WHERE {text} ORDER BY ref", values)  # noqa: S608 -- constants
    return [(ref, StepDetails.model_validate_json(details)) for ref, details in rows]
