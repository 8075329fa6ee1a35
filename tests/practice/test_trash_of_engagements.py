"""An engagement comes back from the trash with what went there with it, and with nothing else."""

from typing import Any

from journal.model.filter import Filter
from journal.practice import framing, reading
from tests.screens.sessions.conftest import with_sessions


def test_sessions_and_objectives_come_back_with_their_engagement(notebook: Any) -> None:
    first, *_later = with_sessions(notebook, (2, 23))
    (engagement,) = framing.engagements(notebook)
    framing.agree_objective(notebook, engagement.ref, "Déléguer")
    reading.trash(notebook, first)
    every = framing.all_of(notebook, engagement)
    notebook.clock.pass_(minutes=1)
    reading.trash(notebook, *every)
    assert set(framing.thrown_with(notebook, engagement.ref)) == set(every)
    assert framing.thrown_with(notebook, first) == (first, engagement.ref)  # alone no page of the road would show it
    reading.untrash(notebook, *framing.thrown_with(notebook, engagement.ref))
    assert [line.ref for line in reading.newest(notebook, Filter(trashed=True), 9)] == [first]
    assert framing.thrown_with(notebook, first) == (first,)
