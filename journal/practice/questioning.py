"""Questioning: one run through a protocol, from the first prompt to the reflection that is kept.

A run is a frozen state; the functions on it are pure. `keep` writes it down: the answers as an open reflection from the
first one on, the half-typed answer and the place as a draft, in one transaction, so that a kill at any moment loses
nothing that was kept and resuming shows the same question.
"""

import uuid
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Any

from journal.errors import EntryNotFound, EntryUnreadable
from journal.language import current
from journal.model.draft import Draft
from journal.model.entry import Entry, EntryLine, Link, NewEntry, Ref, Rel
from journal.model.kind import Kind, State
from journal.model.protocol import Protocol, Role
from journal.model.reflection import ReflectionDetails, compiled
from journal.practice import reviewing
from journal.practice.notebook import Notebook
from journal.practice.run import (
    Following,
    Run,
    answer,
    back,
    follow_up_answered,
    in_form,
    other_form,
    skip,
    take,
    typed_form,
    typing,
    typing_follow_up,
    waits_for_choice,
    with_typed,
)
from journal.practice.run_titles import title_of
from journal.protocols.library import Library
from journal.store import drafts, entries, entry_writing

DRAFT_PREFIX = "reflection:"
RUNS = (Kind.REFLECTION, Kind.REVIEW)
"""The kinds that a run is kept as."""


def start(nb: Notebook, protocol: Protocol, about: Ref | None = None) -> Run:
    """Begin a run, in the language spoken now if it is written in it; nothing is kept until something is answered."""
    first = protocol.asked_with({}, short=protocol.starts_short)
    return Run(
        protocol=protocol,
        language=protocol.spoken(current()),
        key=DRAFT_PREFIX + uuid.uuid4().hex,
        at=first[0].id if first else "",
        begun_at=nb.clock(),
        about=about,
        short=protocol.starts_short,
    )


def keep(nb: Notebook, run: Run) -> Run:
    """Write down the run as it stands and return it with the number of its reflection, once there is one.

    A run in which nothing is said any more leaves no trace.
    """
    at = nb.clock()
    with nb.store.writing() as tx:
        ref = _known(tx, run)
        if run.empty:
            _drop(tx, run.key, ref)
            return replace(run, ref=None)
        if ref is not None or run.said:
            ref = _kept_entry(tx, replace(run, ref=ref), State.OPEN, at).ref
        drafts.keep(tx, _draft(run, ref, at))
    return replace(run, ref=ref)


def finish(nb: Notebook, run: Run) -> Entry | None:
    """Keep the reflection as done, with what was said so far; None, and no trace, when nothing was said."""
    with nb.store.writing() as tx:
        ref = _known(tx, run)
        if not run.said:
            _drop(tx, run.key, ref)
            return None
        entry = keep_done(tx, replace(run, ref=ref), nb.clock())
        drafts.drop(tx, run.key)
    return entry


def keep_done(tx: Any, run: Run, at: datetime) -> Entry:
    """Keep a run as a reflection that is done, with what was said."""
    return reviewing.settle(tx, run, _kept_entry(tx, run, State.DONE, at))


def _known(tx: Any, run: Run) -> Ref | None:
    """Return the number of the reflection that a run has by now, unless it is gone."""
    draft = drafts.get(tx, run.key)
    ref = run.ref or (draft.ref if draft else None)
    try:
        return None if ref is None else entries.get(tx, ref).ref
    except EntryNotFound:
        return None


def _drop(tx: Any, key: str, ref: Ref | None) -> None:
    drafts.drop(tx, key)
    if ref is not None:
        entries.purge(tx, ref)


def _kept_entry(tx: Any, run: Run, state: State, at: datetime) -> Entry:
    new = _reflection(run, state)
    if run.ref is None:
        _open_source(tx, run, at)
        return entry_writing.add(tx, new, at)
    before = entries.get(tx, run.ref)
    after = before.with_(title=new.title, body=new.body, details=new.details, state=state)
    return before if after == before else entry_writing.change(tx, after, at, keep_revision=False)


def _open_source(tx: Any, run: Run, at: datetime) -> None:
    """Note of the question that a run answers that it does not wait any more."""
    if run.source is None:
        return
    with suppress(EntryNotFound, EntryUnreadable):
        question = entries.get(tx, run.source)
        if question.kind is Kind.QUESTION and question.state is State.WAITING:
            entry_writing.change(tx, question.with_(state=State.OPENED), at, keep_revision=False)


def _reflection(run: Run, state: State) -> NewEntry:
    return NewEntry(
        kind=Kind.REFLECTION if run.protocol.review is None else Kind.REVIEW,
        title=title_of(run),
        body=compiled(run.asked),
        happened_at=run.begun_at,
        state=state,
        links=tuple(
            Link(rel=rel, ref=ref) for rel, ref in ((Rel.ABOUT, run.about), (Rel.SOURCE, run.source)) if ref is not None
        ),
        details=reviewing.as_review(
            run,
            ReflectionDetails(
                protocol=run.protocol.code,
                version=run.protocol.version,
                language=run.language,
                asked=run.asked,
                intensity_before=run.level(Role.INTENSITY_BEFORE),
                intensity_after=run.level(Role.INTENSITY_AFTER),
                short=run.short,
            ),
        ),
    )


def _draft(run: Run, ref: Ref | None, at: datetime) -> Draft:
    fields: dict[str, Any] = {
        "protocol": run.protocol.code,
        "language": run.language,
        "at": run.at,
        "skipped": sorted(run.skipped),
        "about": run.about,
        "source": run.source,
        "short": run.short,
        "followed": [one.model_dump(mode="json") for one in run.followed],
    }
    if run.following is not None:
        fields["following"] = [run.following.family.value, run.following.question, run.following.typed]
    title = title_of(run)
    return Draft(key=run.key, text=run.typed, title=title, fields=fields, ref=ref, saved_at=at)


def discard(nb: Notebook, run: Run) -> None:
    """Drop a run altogether: its draft and, if answers were kept, its reflection."""
    with nb.store.writing() as tx:
        _drop(tx, run.key, _known(tx, run))


def thread(nb: Notebook, ref: Ref) -> list[EntryLine]:
    """Return the reflections on an entry, in the order in which they happened."""
    with nb.store.reading() as tx:
        lines = [line for rel, line in entries.backlinks(tx, ref) if rel is Rel.ABOUT and line.kind in RUNS]
    return sorted(lines, key=lambda line: (line.happened_at, line.ref))


def words_for(reflection: Entry, library: Library, role: Role) -> str:
    """Return what a kept reflection answered in a role, as the protocol names it now; "" when it does not."""
    details = reflection.details
    if not isinstance(details, ReflectionDetails):
        return ""
    protocols = [one for one in library.protocols if one.code == details.protocol]
    ids = {prompt.id for protocol in protocols for prompt in protocol.prompts if prompt.role is role}
    return next((one.words for one in details.asked if one.prompt in ids), "")


__all__ = [
    "DRAFT_PREFIX",
    "Following",
    "Run",
    "answer",
    "back",
    "discard",
    "finish",
    "follow_up_answered",
    "in_form",
    "keep",
    "keep_done",
    "other_form",
    "skip",
    "start",
    "take",
    "thread",
    "typed_form",
    "typing",
    "typing_follow_up",
    "waits_for_choice",
    "with_typed",
    "words_for",
]
