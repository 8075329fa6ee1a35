"""What tests of sessions share: an engagement with sessions around today, and a situation."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from journal.model.entry import Entry, NewEntry
from journal.model.kind import Kind
from journal.model.session import SessionDetails
from journal.practice import capturing, framing, scheduling
from journal.practice.notebook import Notebook


def with_sessions(notebook: Notebook, days: Iterable[int]) -> list[int]:
    """Frame an engagement with sessions so many days from now; those behind were held."""
    engagement = framing.begin(notebook, "Poste").ref
    refs = []
    for number, day in enumerate(days, 1):
        at = notebook.clock() + timedelta(days=day)
        session = scheduling.plan_one(notebook, engagement, at, SessionDetails(number=number))
        refs.append(session.ref)
        if day < 0:
            scheduling.hold(notebook, session)
    return refs


def situation(notebook: Notebook, title: str) -> Entry:
    at = notebook.clock() - timedelta(days=1)
    return capturing.write(notebook, NewEntry(kind=Kind.SITUATION, title=title, body="…", happened_at=at))


def prepared(vaulted: Any, fill: Any) -> Any:
    notebook = vaulted.notebook()
    result = fill(notebook)
    notebook.close()
    return result
