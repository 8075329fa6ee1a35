"""Questions that came back from a reader: offered line by line, kept to wait, opened or laid aside."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from journal.errors import EntryNotFound
from journal.errors.imports import NoQuestion, RepeatedAnswer
from journal.model.entry import LONGEST_TITLE, Entry, EntryLine, Link, NewEntry, Ref, Rel, title_of
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.question import QuestionDetails
from journal.model.returned import Returned, ReturnedLine
from journal.practice import coming_up, reading
from journal.practice.notebook import Notebook
from journal.practice.returned_lines import lines_of
from journal.store import entry_writing, source_keys

_SOURCE = "returned"


def session_for(notebook: Notebook, ref: Ref | None = None) -> Entry | None:
    """Return the session asked for, else the next one, else the last that was held; raise EntryNotFound."""
    if ref is not None:
        chosen = reading.entry(notebook, ref)
        if chosen.kind is not Kind.SESSION:
            raise EntryNotFound(ref=ref)
        return chosen
    coming = coming_up.next_session(notebook)
    if coming is not None:
        return coming
    held = reading.newest(notebook, Filter(kinds=(Kind.SESSION,), states=(State.HELD,)), 1)
    return reading.entry(notebook, held[0].ref) if held else None


def offered(notebook: Notebook, returned: Returned, *, again: bool = False) -> list[ReturnedLine]:
    """Return the lines with what is proposed; those that came in before are told so, and proposed no more.

    Raises NoQuestion when there is no line at all, RepeatedAnswer when all that looks like a question came in before.
    """
    lines = lines_of(returned)
    if not lines:
        raise NoQuestion
    if again:
        return lines
    keys = [_key(returned, line) for line in lines]
    with notebook.store.reading() as tx:
        known = source_keys.known(tx, _SOURCE, keys)
    marked = [
        replace(line, known=True, ticked=False) if key in known else line for line, key in zip(lines, keys, strict=True)
    ]
    if known and not any(line.ticked for line in marked):
        raise RepeatedAnswer
    return marked


def keep_for_session(notebook: Notebook, returned: Returned, chosen: Sequence[ReturnedLine]) -> list[Entry]:
    """Keep what was chosen, tied to the session for which it came, if there is one."""
    session = session_for(notebook, returned.session)
    return keep(notebook, returned, chosen, session.ref if session else None)


def keep(
    notebook: Notebook, returned: Returned, chosen: Sequence[ReturnedLine], session: Ref | None = None
) -> list[Entry]:
    """Keep what was chosen, all of it or nothing, tied to its passages and to a session; remember that it came in."""
    at = notebook.clock()
    kept = []
    with notebook.store.writing() as tx:
        for line in chosen:
            title, body = (line.text, "") if len(line.text) <= LONGEST_TITLE else title_of("", line.text)
            links = [Link(rel=Rel.ABOUT, ref=line.passage)] if line.passage is not None else []
            links += [Link(rel=Rel.PART_OF, ref=session)] if session is not None and session != line.passage else []
            new = NewEntry(
                kind=Kind.QUESTION,
                title=title,
                body=body,
                happened_at=at,
                links=tuple(links),
                details=QuestionDetails(sender=returned.sender, disclosure=returned.disclosure, passage=line.title),
            )
            entry = entry_writing.add(tx, new, at)
            source_keys.keep(tx, _SOURCE, _key(returned, line), entry.ref)
            kept.append(entry)
    return kept


def _key(returned: Returned, line: ReturnedLine) -> str:
    """Return what makes a line the same when it comes once more: the departure it answers, else who says so."""
    whose = str(returned.disclosure) if returned.disclosure is not None else returned.sender
    told = (whose, str(line.passage or ""), line.text)
    return hashlib.sha256("\0".join(told).encode("utf-8", "replace")).hexdigest()


def words_of(question: Entry) -> str:
    """Return a question whole."""
    return question.body or question.title


def passage_of(notebook: Notebook, question: Entry) -> EntryLine | None:
    """Return what a question is about, None when it is about nothing, or about what is no more."""
    ref = next((link.ref for link in question.links if link.rel is Rel.ABOUT), None)
    return reading.line(notebook, ref) if ref is not None else None


def about_words(notebook: Notebook, question: Entry) -> str:
    """Return the title of what a question is about: as it stands here, else as it left."""
    passage = passage_of(notebook, question)
    return (passage.title if passage else "") or question.details_as(QuestionDetails).passage


def situation_of(notebook: Notebook, question: Entry) -> Ref | None:
    """Return what a reflection on a question is about: the situation of its passage, else the passage, else nothing."""
    passage = passage_of(notebook, question)
    if passage is None:
        return None
    if passage.kind is Kind.REFLECTION and passage.parent is not None:
        return passage.parent
    return passage.ref


def put(notebook: Notebook, question: Entry, state: State) -> Entry:
    """Lay a question aside, or let it wait again."""
    with notebook.store.writing() as tx:
        return entry_writing.change(tx, question.with_(state=state), notebook.clock(), keep_revision=False)
