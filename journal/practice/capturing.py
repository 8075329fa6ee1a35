"""Service of what is written down: entries, drafts, and what came in sealed from the shell."""

import json
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from journal.clock import here, on_a_clock
from journal.hygiene import LONGEST_NAME, one_line
from journal.model.draft import Draft
from journal.model.entry import Entry, NewEntry, Ref, title_of
from journal.model.kind import Kind, State
from journal.model.situation import SituationDetails
from journal.practice.notebook import Notebook
from journal.store import captures, entries, entry_writing
from journal.store import drafts as kept_drafts

UNREAD = "unread"
"""How the key of a draft begins that is no text to finish but what cannot be read yet on a page of fields."""

_LONGEST_TITLE = 300
_YEARS = range(2, 9999)  # moments at the calendar's own ends cannot be told in every zone


def write(notebook: Notebook, new: NewEntry) -> Entry:
    """Keep a new entry; the first line serves as title when none was given."""
    at = notebook.clock()
    with notebook.store.writing() as tx:
        return entry_writing.add(tx, titled(new), at)


def write_all(notebook: Notebook, several: list[NewEntry]) -> list[Entry]:
    """Keep several new entries: all of them or none."""
    at = notebook.clock()
    with notebook.store.writing() as tx:
        return [entry_writing.add(tx, titled(new), at) for new in several]


def rewrite(notebook: Notebook, entry: Entry) -> Entry:
    """Keep another wording or state of an entry. Raises EntryNotFound, EntryChangedMeanwhile."""
    at = notebook.clock()
    with notebook.store.writing() as tx:
        return entry_writing.change(tx, entry, at)


def rewrite_all(notebook: Notebook, several: list[Entry]) -> list[Entry]:
    """Keep changes of several entries: all of them or none. Raises EntryNotFound, EntryChangedMeanwhile."""
    at = notebook.clock()
    with notebook.store.writing() as tx:
        return [entry_writing.change(tx, entry, at) for entry in several]


def autosave(notebook: Notebook, draft: Draft) -> None:
    """Keep what is half-written."""
    with notebook.store.writing() as tx:
        kept_drafts.keep(tx, draft)


def draft(notebook: Notebook, key: str) -> Draft | None:
    """Return what is half-written at a place, None when nothing is."""
    with notebook.store.reading() as tx:
        return kept_drafts.get(tx, key)


def drafts(notebook: Notebook) -> list[Draft]:
    """Return everything half-written, the newest first: texts, and what waits on a page of fields to be read."""
    with notebook.store.reading() as tx:
        return kept_drafts.all(tx)


def drop_draft(notebook: Notebook, key: str) -> None:
    """Forget what was half-written at a place."""
    with notebook.store.writing() as tx:
        kept_drafts.drop(tx, key)


def take_over_captures(notebook: Notebook) -> int:
    """Make what was sealed from the shell entries that wait to be looked at; return how many are new."""
    if notebook.vault.read_only:
        return 0
    taken = 0
    for capture in notebook.vault.captures():
        new = _captured(capture.payload, notebook.clock())
        with notebook.store.writing() as tx:
            taken += captures.take_over(tx, capture.id, new, notebook.clock()) is not None
        notebook.vault.captured(capture.id)
    return taken


def discard(notebook: Notebook, ref: Ref) -> None:
    """Put a capture into the trash."""
    at = notebook.clock()
    with notebook.store.writing() as tx:
        entries.set_trashed(tx, ref, at)


def titled(new: NewEntry) -> NewEntry:
    """Return a situation with its first line as title when none was given; every other kind as it is."""
    if new.kind is not Kind.SITUATION:
        return new
    title, body = title_of(new.title, new.body)
    return new if (title, body) == (new.title, new.body) else new.with_(title=title, body=body)


def _captured(payload: bytes, now: datetime) -> NewEntry:
    """Return a capture as an entry; one that is not understood is kept as text, nothing is thrown away."""
    try:
        told = dict(json.loads(payload))
        return titled(
            NewEntry(
                kind=Kind.SITUATION,
                state=State.CAPTURED,
                title=str(told.get("title") or "")[:_LONGEST_TITLE],
                body=told.get("text"),
                tags=_tags(told.get("tags")),
                happened_at=_moment(told.get("at")) or _moment(told.get("written_at")) or now,
                details=SituationDetails(for_group=told.get("for_group") is True),
            )
        )
    except (ValueError, TypeError, ValidationError, RecursionError):  # the last: brackets nested without end
        text = payload.decode("utf-8", "replace").strip("\0")
        return titled(NewEntry(kind=Kind.SITUATION, state=State.CAPTURED, body=text, happened_at=now))


def _tags(told: Any) -> tuple[str, ...]:
    tags = (one_line(str(tag))[:LONGEST_NAME].strip() for tag in told) if isinstance(told, list) else ()
    return tuple(filter(None, tags))


def _moment(told: Any) -> datetime | None:
    try:
        at = datetime.fromisoformat(told)
        return on_a_clock(at if at.tzinfo else here(at)) if at.year in _YEARS else None
    except (TypeError, ValueError, OverflowError, OSError):
        return None
