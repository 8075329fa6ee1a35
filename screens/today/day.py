"""Values of a day: what Today has to show, read from the journal at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from journal.importing import phone_closed, phone_notes
from journal.importing.phone_places import Seen, lying_there
from journal.model.draft import Draft
from journal.model.entry import Entry, EntryLine
from journal.model.filter import Filter
from journal.model.kind import State
from journal.model.kind_spec import reflectable
from journal.practice import (
    capturing,
    choosing,
    coming_up,
    confirming_code,
    decisions,
    learning,
    questioning,
    reading,
    returned_questions,
    road,
    run_titles,
)
from journal.practice.decisions import Awaited
from journal.practice.learning import Return
from journal.practice.notebook import Notebook
from journal.practice.protocols_at_hand import Library
from journal.practice.road import Offer

WAITING = 4
"""Rows of one sort at most, so that the page fits."""
_MOST_RECENT = 60


@dataclass(frozen=True, slots=True)
class Day:
    """What there is to show of a day; how much of it is shown depends on the room."""

    at: datetime
    session: Entry | None
    of: str  # the engagement of that session, where there are several
    asked: Sequence[tuple[Entry, str]]
    steps: Sequence[Entry]
    returning: Return | None
    decision: Awaited | None
    offer: Offer | None
    code_waits: bool
    captured: Sequence[EntryLine]
    phone: frozenset[int]  # those of them that were sealed on a phone
    closed: int  # files from the phone that do not open, and nobody was told of
    drafts: Sequence[Draft]
    about: Mapping[str, str]
    recent: Sequence[EntryLine]


def take_over(notebook: Notebook, library: Library) -> bool:
    """Take in what was sealed from the shell and on a phone, and note which question is asked today.

    Return whether there is anything to see that was not there before.
    """
    if notebook.vault.read_only:
        return False
    closed = len(phone_closed.closed(notebook.store))
    came = capturing.take_over_captures(notebook) + take_from_phone(notebook)
    shown = choosing.question_of_the_day(notebook, library)
    if shown is not None:
        choosing.note_question(notebook, shown)
    return bool(came) or len(phone_closed.closed(notebook.store)) != closed


def take_from_phone(notebook: Notebook) -> int:
    """Take in what was sealed on a phone and lies in the inbox, or in a folder that is watched; return how much."""
    from journal.importing import phone_files  # with all that reads mails: not before Today stands

    held, at = notebook.settings, notebook.clock()
    folder, remove = notebook.vault.folder, held.remove_taken_notes
    return phone_files.look(notebook.store, folder, held.watched_folders, at, remove=remove)


def lying_outside(notebook: Notebook) -> frozenset[Seen]:
    """Return the files from the phone that lie in the inbox or in a folder that is watched, by a look from outside."""
    return lying_there(notebook.vault.folder, notebook.settings.watched_folders)


def read_day(notebook: Notebook, now: datetime) -> Day:
    """Return what there is to show now."""
    lines = reading.newest(notebook, Filter(kinds=reflectable()), _MOST_RECENT)
    drafts = capturing.drafts(notebook)
    captured = reading.newest(notebook, Filter(states=(State.CAPTURED,)), WAITING + 1)
    session = coming_up.next_session(notebook)
    unfinished = {draft.ref for draft in drafts if draft.key.startswith(questioning.DRAFT_PREFIX)}
    return Day(
        at=now,
        session=session,
        of=coming_up.engagement_told(notebook, session) if session else "",
        asked=[(each, returned_questions.about_words(notebook, each)) for each in coming_up.waiting(notebook)],
        steps=coming_up.due_steps(notebook),
        returning=learning.coming_back(notebook),
        decision=decisions.awaited(notebook),
        offer=road.offer(notebook),
        code_waits=confirming_code.is_waiting(notebook),
        captured=captured,
        phone=phone_notes.from_phone(notebook.store, [line.ref for line in captured]),
        closed=sum(not each.told for each in phone_closed.closed(notebook.store)),
        drafts=drafts,
        about=run_titles.titles_about(notebook, drafts),
        recent=[line for line in lines if line.state is not State.CAPTURED and line.ref not in unfinished],
    )
