"""Rows made into what the shell shows of an entry: every value is checked, by the shapes of the models alone."""

from journal.model import shape
from journal.model.kind import Kind, State
from journal.model.kind_spec import spec_of
from journal.model.pattern import Pattern
from journal.model.shown_entry import ShownEntry
from journal.store.columns import EntryRow
from journal.store.row_values import REFUSED, Refused, values_of
from journal.store.store import Tx

_BY_ITS_MODEL = (State.SEALED, State.VALIDATED)  # put away, or covered by a validation that has to hold


def read(tx: Tx, row: EntryRow) -> ShownEntry | None:
    """Return what is shown of the entry that a row holds; None where the models have to say what it is."""
    try:
        values = values_of(tx, row, _details)
        held = {name: shape.taken(each, values[name]) for name, each in shape.shapes()["entry"].items()}
        state = State(row.state)
        if state in _BY_ITS_MODEL or state not in spec_of(values["kind"]).states:
            return None
    except (*REFUSED, Refused):
        return None
    return ShownEntry(
        ref=held["ref"],
        kind=values["kind"],
        state=state,
        title=held["title"],
        body=held["body"],
        happened_at=values["happened_at"],
        people=held["people"],
        tags=held["tags"],
        patterns=tuple(map(Pattern, held["patterns"])),
        links=tuple(link["ref"] for link in held["links"]),
        intensity=values["details"].get("intensity") if values["kind"] is Kind.SITUATION else None,
    )


def _details(row: EntryRow) -> dict[str, object]:
    details: dict[str, object] = shape.from_json(shape.shapes()[row.kind], row.details)
    return details
