"""Runs that were left for later: listed, and gone on with where they were left."""

from dataclasses import dataclass, replace
from datetime import datetime

from journal.errors import EntryNotFound
from journal.model.draft import Draft
from journal.model.entry import Entry, Ref, Rel
from journal.model.filter import Filter
from journal.model.kind import State
from journal.model.protocol import Family, Protocol
from journal.model.reflection import Followed, ReflectionDetails
from journal.practice.as_asked import as_asked
from journal.practice.notebook import Notebook
from journal.practice.questioning import DRAFT_PREFIX, RUNS
from journal.practice.run import (
    Following,
    Run,
    at_prompt,
)
from journal.protocols.library import Library
from journal.store import drafts, entries

_MOST_OPEN = 50


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
        lines = entries.newest(tx, Filter(kinds=RUNS, states=(State.OPEN,)), _MOST_OPEN)
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
