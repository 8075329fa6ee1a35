"""Service on several sessions at once: held as they were planned, taken back, cancelled."""

from collections.abc import Sequence

from journal.model.entry import Entry, Ref
from journal.model.kind import State
from journal.practice import reading, scheduling
from journal.practice.notebook import Notebook


def hold(notebook: Notebook, refs: Sequence[Ref]) -> list[Entry]:
    """Mark those as held that are not yet, each on its day and with the length it was planned for."""
    sessions = (reading.entry(notebook, ref) for ref in refs)
    return [scheduling.hold(notebook, each) for each in sessions if each.state is not State.HELD]


def not_held(notebook: Notebook, refs: Sequence[Ref]) -> list[Entry]:
    """Take it back that they were held."""
    return [scheduling.not_held(notebook, reading.entry(notebook, ref)) for ref in refs]


def cancel(notebook: Notebook, refs: Sequence[Ref]) -> list[Entry]:
    """Mark them as cancelled; nobody asks for a reason."""
    return [scheduling.cancel(notebook, reading.entry(notebook, ref)) for ref in refs]
