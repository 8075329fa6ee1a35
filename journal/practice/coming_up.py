"""Queries of what comes up: the next session, steps whose day has come, questions that wait, what is half-written.

Only what is found is read whole; where nothing comes up, nothing is read that makes whole entries.
"""

from datetime import timedelta
from typing import TYPE_CHECKING

from journal.model.entry_line import Ref, Rel
from journal.model.filter import Filter
from journal.model.kind import AHEAD, Kind, State
from journal.practice import reading
from journal.practice.notebook import Notebook
from journal.store import drafts, entries
from journal.store import due_steps as steps_of_journal

if TYPE_CHECKING:
    from journal.model.entry import Entry

_MOST = 500
_MOST_WAITING = 50


def next_session(notebook: Notebook, engagement: Ref | None = None) -> "Entry | None":
    """Return the session that comes next, over all engagements or in one; one that is going on still counts."""
    since = notebook.clock() - timedelta(hours=3)
    ahead = Filter(kinds=(Kind.SESSION,), states=AHEAD, since=since, linked_to=engagement)
    found = reading.whole(notebook, ahead, _MOST)[::-1]
    return next((session for session in found if not _has_ended(notebook, session)), None)


def engagement_told(notebook: Notebook, session: "Entry") -> str:
    """Return the title of a session's engagement where another goes on beside it: two sessions 1 are told apart."""
    going_on = [
        line
        for line in reading.newest(notebook, Filter(kinds=(Kind.ENGAGEMENT,)), _MOST)
        if line.state not in (State.CLOSED, State.WITHDRAWN)
    ]
    linked = {link.ref for link in session.links if link.rel is Rel.PART_OF}
    return next((line.title for line in going_on if line.ref in linked), "") if len(going_on) > 1 else ""


def _has_ended(notebook: Notebook, session: "Entry") -> bool:
    """Whether the engagement of a session is closed, left or in the trash: nothing of it lies ahead any more."""
    engagement = next((link.ref for link in session.links if link.rel is Rel.PART_OF), None)
    if engagement is None:
        return False
    line = reading.line(notebook, engagement)
    return line is None or line.state in (State.CLOSED, State.WITHDRAWN)


def due_steps(notebook: Notebook) -> "list[Entry]":
    """Return the open steps whose day has come."""
    today = notebook.clock().date()
    with notebook.store.reading() as tx:
        return entries.readable(tx, steps_of_journal.due(tx, today))


def waiting(notebook: Notebook) -> "list[Entry]":
    """Return the questions that wait: what came last first, each answer in its own order."""
    found = reading.whole(notebook, Filter(kinds=(Kind.QUESTION,), states=(State.WAITING,)), _MOST_WAITING)
    return sorted(found, key=lambda each: (-each.happened_at.timestamp(), each.ref))


def half_written(notebook: Notebook) -> int:
    """Return how many texts are half-written."""
    with notebook.store.reading() as tx:
        return len(drafts.all(tx))
