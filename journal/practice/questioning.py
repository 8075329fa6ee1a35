"""Questioning: one run through a protocol, from the first prompt to the reflection that is kept.

A run is a frozen state; the functions on it are pure. `keep` writes it down: the answers as an open reflection from the
first one on, the half-typed answer and the place as a draft, in one transaction, so that a kill at any moment loses
nothing that was kept and resuming shows the same question.
"""

import uuid
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from journal.errors import EntryNotFound, EntryUnreadable
from journal.language import current
from journal.model.draft import Draft
from journal.model.entry import Entry, EntryLine, Link, NewEntry, Ref, Rel
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.protocol import Family, Protocol, Role
from journal.model.reflection import Followed, ReflectionDetails, compiled
from journal.practice import reviewing
from journal.practice.as_asked import as_asked
from journal.practice.notebook import Notebook
from journal.practice.run import (
    Following,
    Run,
    answer,
    at_prompt,
    back,
    follow_up_answered,
    in_form,
    other_form,
    skip,
    take,
    typed_form,
    typing,
    typing_follow_up,
)
from journal.practice.run_titles import title_of
from journal.protocols.library import Library
from journal.store import drafts, entries

DRAFT_PREFIX = "reflection:"
_MOST_OPEN = 50
_RUNS = (Kind.REFLECTION, Kind.REVIEW)


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
        return entries.add(tx, new, at)
    before = entries.get(tx, run.ref)
    after = before.with_(title=new.title, body=new.body, details=new.details, state=state)
    return before if after == before else entries.change(tx, after, at, keep_revision=False)


def _open_source(tx: Any, run: Run, at: datetime) -> None:
    """Note of the question that a run answers that it does not wait any more."""
    if run.source is None:
        return
    with suppress(EntryNotFound, EntryUnreadable):
        question = entries.get(tx, run.source)
        if question.kind is Kind.QUESTION and question.state is State.WAITING:
            entries.change(tx, question.with_(state=State.OPENED), at, keep_revision=False)


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


@dataclass(frozen=True, slots=True)
class OpenReflection:
    """A run that was left for later: enough to list it and to resume it by its key."""

    key: str
    title: str
    ref: Ref | None
    about: Ref | None
    saved_at: datetime


def open_reflections(nb: Notebook) -> list[OpenReflection]:
    """Return the runs that were left for later, newest first."""
    with nb.store.reading() as tx:
        left = [draft for draft in drafts.all(tx) if draft.key.startswith(DRAFT_PREFIX)]
        known = {draft.ref for draft in left}
        lines = entries.newest(tx, Filter(kinds=_RUNS, states=(State.OPEN,)), _MOST_OPEN)
    found = [OpenReflection(d.key, d.title, d.ref, d.fields.get("about"), d.saved_at) for d in left]
    found += [
        OpenReflection(f"{DRAFT_PREFIX}{line.ref}", line.title, line.ref, line.parent, line.happened_at)
        for line in lines
        if line.ref not in known
    ]
    return sorted(found, key=lambda one: one.saved_at, reverse=True)


def resume(nb: Notebook, library: Library, key: str) -> Run:
    """Return a run as it was left: the same question, the half-typed answer.

    Raises EntryNotFound when nothing was left under this key, ProtocolNotFound when its protocol is gone.
    """
    with nb.store.reading() as tx:
        draft = drafts.get(tx, key)
        number = key.removeprefix(DRAFT_PREFIX)
        ref = draft.ref if draft else int(number) if number.isdecimal() else None
        entry = entries.get(tx, ref) if ref is not None else None
    begun_at = entry.happened_at if entry else draft.saved_at if draft else None
    if begun_at is None:
        raise EntryNotFound(ref=number)
    details = entry.details if entry and isinstance(entry.details, ReflectionDetails) else ReflectionDetails()
    fields = draft.fields if draft else {}
    source = _linked(entry, Rel.SOURCE) if entry else fields.get("source")
    run = Run(
        protocol=_answering(nb, library.get(fields.get("protocol") or details.protocol), source),
        language=fields.get("language") or details.language,
        key=key,
        at="",
        begun_at=begun_at,
        about=_linked(entry, Rel.ABOUT) if entry else fields.get("about"),
        source=source,
        asked=details.asked,
        skipped=frozenset(fields.get("skipped", ())),
        ref=ref,
        short=bool(fields.get("short", details.short)),
    )
    return _placed(run, draft)


def resume_reflection(nb: Notebook, library: Library, ref: Ref) -> Run:
    """Return the open run of a reflection by its number."""
    key = next((one.key for one in open_reflections(nb) if one.ref == ref), f"{DRAFT_PREFIX}{ref}")
    return resume(nb, library, key)


def _placed(run: Run, draft: Draft | None) -> Run:
    """Put a run where it was left; a prompt that a newer version dropped gives way to the first one without answer."""
    asked_now = [prompt.id for prompt in run.prompts]
    if draft is not None and (draft.fields.get("at") in asked_now or draft.fields.get("at") == ""):
        taken = draft.fields.get("following")
        return replace(
            run,
            at=draft.fields["at"],
            typed=draft.text,
            followed=tuple(Followed.model_validate(one) for one in draft.fields.get("followed", ())),
            following=Following(Family(taken[0]), str(taken[1]), str(taken[2])) if taken else None,
        )
    ahead = [one for one in asked_now if one not in run.answers and one not in run.skipped]
    return replace(at_prompt(run, ahead[0] if ahead else ""), typed=draft.text if draft and ahead else "")


def _linked(entry: Entry, rel: Rel) -> Ref | None:
    return next((link.ref for link in entry.links if link.rel is rel), None)


def _answering(nb: Notebook, protocol: Protocol, source: Ref | None) -> Protocol:
    """Return a protocol as it was begun: with the question that came back, while that is there."""
    if source is None:
        return protocol
    with nb.store.reading() as tx:
        question = entries.readable(tx, [source])
    return as_asked(protocol, question[0]) if question else protocol


def discard(nb: Notebook, run: Run) -> None:
    """Drop a run altogether: its draft and, if answers were kept, its reflection."""
    with nb.store.writing() as tx:
        _drop(tx, run.key, _known(tx, run))


def thread(nb: Notebook, ref: Ref) -> list[EntryLine]:
    """Return the reflections on an entry, in the order in which they happened."""
    with nb.store.reading() as tx:
        lines = [line for rel, line in entries.backlinks(tx, ref) if rel is Rel.ABOUT and line.kind in _RUNS]
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
    "OpenReflection",
    "Run",
    "answer",
    "back",
    "discard",
    "finish",
    "follow_up_answered",
    "in_form",
    "keep",
    "keep_done",
    "open_reflections",
    "other_form",
    "resume",
    "resume_reflection",
    "skip",
    "start",
    "take",
    "thread",
    "typed_form",
    "typing",
    "typing_follow_up",
    "words_for",
]
