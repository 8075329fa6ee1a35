"""Questioning: one run through a protocol, from the first prompt to the reflection that is kept.

A run is a frozen state; the functions on it are pure. `keep` writes it down: the answers as an open reflection from the
first one on, the half-typed answer and the place as a draft, in one transaction, so that a kill at any moment loses
nothing that was kept and resuming shows the same question.
"""

import math
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from journal.errors import EntryNotFound
from journal.hygiene import clean, one_line
from journal.language import Language, current
from journal.model.draft import Draft
from journal.model.entry import Entry, EntryLine, Link, NewEntry, Ref, Rel
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.protocol import Answer, Family, Prompt, PromptKind, Protocol, Role
from journal.model.reflection import Asked, Followed, ReflectionDetails, compiled
from journal.practice.notebook import Notebook
from journal.protocols.library import Library
from journal.store import drafts, entries

DRAFT_PREFIX = "reflection:"
_MOST_OPEN = 50


@dataclass(frozen=True, slots=True, repr=False)
class Following:
    """A follow-up that was taken and is being answered: its family, its question, what is typed."""

    family: Family
    question: str
    typed: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Run:
    """Where one run through a protocol stands. `at` is the prompt asked now, empty after the last one."""

    protocol: Protocol
    language: Language
    key: str
    at: str
    begun_at: datetime
    about: Ref | None = None
    asked: tuple[Asked, ...] = ()
    skipped: frozenset[str] = field(default_factory=frozenset)
    typed: str = ""
    followed: tuple[Followed, ...] = ()
    following: Following | None = None
    ref: Ref | None = None

    def __repr__(self) -> str:
        return f"<Run {self.protocol.code}>"

    @property
    def answers(self) -> Mapping[str, Answer]:
        """The answers given so far, by prompt."""
        return {one.prompt: one.answer for one in self.asked}

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        """The prompts that these answers let be asked."""
        return self.protocol.asked_with(self.answers)

    @property
    def prompt(self) -> Prompt | None:
        """The prompt asked now; None once the last one is behind."""
        return self.protocol.prompt(self.at) if self.at else None

    @property
    def number(self) -> int:
        """The place of the prompt asked now, from 1; one more than the count after the last one."""
        ids = [prompt.id for prompt in self.prompts]
        return ids.index(self.at) + 1 if self.at in ids else len(ids) + 1

    @property
    def count(self) -> int:
        """How many prompts there are, as things stand."""
        return len(self.prompts)

    @property
    def minutes_left(self) -> int:
        """About how many minutes are left, rounded up; 0 after the last prompt."""
        return math.ceil(self.protocol.minutes * (self.count - self.number + 1) / max(1, self.count))

    @property
    def first_version(self) -> str:
        """What a retelling tells again; empty for other prompts or when it was skipped."""
        prompt = self.prompt
        told = self.given(prompt.retells) if prompt and prompt.retells else None
        return told.words if told else ""

    def given(self, prompt_id: str) -> Asked | None:
        """Return what was answered to a prompt."""
        return next((one for one in self.asked if one.prompt == prompt_id), None)

    def said_for(self, role: Role) -> str:
        """Return the words of the answer that plays a role, such as the if-then line; empty when there is none."""
        found = [self.given(prompt.id) for prompt in self.protocol.prompts if prompt.role is role]
        return next((one.words for one in found if one), "")


def start(nb: Notebook, protocol: Protocol, about: Ref | None = None) -> Run:
    """Begin a run, in the language spoken now; nothing is written until something is typed or answered."""
    first = protocol.asked_with({})
    return Run(
        protocol=protocol,
        language=current(),
        key=DRAFT_PREFIX + uuid.uuid4().hex,
        at=first[0].id if first else "",
        begun_at=nb.clock(),
        about=about,
    )


def typing(run: Run, text: str) -> Run:
    """Return the run with the half-typed answer."""
    return replace(run, typed=clean(text))


def take(run: Run, family: Family, question: str) -> Run:
    """Return the run answering a follow-up that was offered under the half-typed answer."""
    return replace(run, following=Following(family, one_line(question)))


def typing_follow_up(run: Run, text: str) -> Run:
    """Return the run with the half-typed answer to the follow-up taken."""
    return replace(run, following=replace(run.following, typed=clean(text))) if run.following else run


def follow_up_answered(run: Run) -> Run:
    """Return the run back at its prompt, the follow-up kept beside the answer unless nothing was said to it."""
    if run.following is None:
        return run
    taken = run.following
    said = taken.typed.strip()
    more = (Followed(family=taken.family, question=taken.question, answer=said),) if said else ()
    return replace(run, followed=run.followed + more, following=None)


def answer(run: Run, given: Answer) -> Run:
    """Return the run with an answer to the prompt asked now, and the next prompt; an empty answer is a skip."""
    if run.prompt is None:
        return run
    answered = _answered(run, run.prompt, given)
    return skip(run) if answered is None else _forward(answered)


def _answered(run: Run, prompt: Prompt, given: Answer) -> Run | None:
    tidy = _tidy(prompt, given)
    if tidy in ("", ()):
        return None
    asked = Asked(
        prompt=prompt.id,
        kind=prompt.kind,
        question=prompt.question.in_(run.language),
        answer=tidy,
        words=prompt.words_of(tidy, run.language),
        followed=run.followed,
    )
    kept = {one.prompt: one for one in run.asked} | {prompt.id: asked}
    return replace(run, asked=_in_order(run.protocol, kept), skipped=run.skipped - {prompt.id})


def skip(run: Run) -> Run:
    """Return the run at the next prompt, without an answer to this one: an earlier answer to it is taken away."""
    asked = tuple(one for one in run.asked if one.prompt != run.at)
    return _forward(replace(run, asked=asked, skipped=run.skipped | {run.at}))


def back(run: Run, given: Answer = "") -> Run:
    """Return the run at the prompt before, with its answer ready to be changed; the first one stays.

    What was typed for the prompt one leaves is kept as its answer.
    """
    left = (_answered(run, run.prompt, given) if run.prompt else None) or run
    earlier = left.prompts[: left.number - 1]
    return _at(left, earlier[-1].id) if earlier else run


def _forward(run: Run) -> Run:
    order = [prompt.id for prompt in run.protocol.prompts]
    here = order.index(run.at)
    later = [prompt.id for prompt in run.prompts if order.index(prompt.id) > here]
    return _at(_without_unasked(run), later[0] if later else "")


def _without_unasked(run: Run) -> Run:
    """Drop answers to prompts that a changed earlier answer no longer lets be asked."""
    open_ids = {prompt.id for prompt in run.prompts}
    known = {prompt.id for prompt in run.protocol.prompts}
    return replace(run, asked=tuple(one for one in run.asked if one.prompt in open_ids or one.prompt not in known))


def _at(run: Run, prompt_id: str) -> Run:
    given = run.given(prompt_id)
    typed = typed_form(given.answer) if given else ""
    return replace(run, at=prompt_id, typed=typed, followed=given.followed if given else (), following=None)


def typed_form(given: Answer) -> str:
    """Return an answer as it is typed: a list as its lines."""
    return "\n".join(given) if isinstance(given, tuple) else str(given)


def _tidy(prompt: Prompt, given: Answer) -> Answer:
    if prompt.kind is PromptKind.SCALE:
        return int(given) if isinstance(given, int) and 0 <= given <= 10 else ""  # noqa: PLR2004 -- the scale's end
    if prompt.kind is PromptKind.CHOICE:
        return given if given in {choice.id for choice in prompt.choices} else ""
    if prompt.kind is PromptKind.LIST:
        lines = given.split("\n") if isinstance(given, str) else given if isinstance(given, tuple) else (str(given),)
        return tuple(item for line in lines if (item := one_line(line).removeprefix("- ")))
    return clean(typed_form(given)).strip("\n") if typed_form(given).strip() else ""


def _in_order(protocol: Protocol, kept: Mapping[str, Asked]) -> tuple[Asked, ...]:
    """Order answers as the protocol asks; what an earlier version asked keeps its place at the front."""
    order = {prompt.id: number for number, prompt in enumerate(protocol.prompts)}
    return tuple(sorted(kept.values(), key=lambda one: order.get(one.prompt, -1)))


def keep(nb: Notebook, run: Run) -> Run:
    """Write down the run as it stands and return it with the number of its reflection, once there is one."""
    at = nb.clock()
    with nb.store.writing() as tx:
        draft = drafts.get(tx, run.key)
        ref = run.ref or (draft.ref if draft else None)
        if ref is not None or run.asked:
            ref = _kept_entry(tx, replace(run, ref=ref), State.OPEN, at).ref
        drafts.keep(tx, _draft(run, ref, at))
    return replace(run, ref=ref)


def finish(nb: Notebook, run: Run) -> Entry | None:
    """Keep the reflection as done, with what was said so far; None, and no trace, when nothing was said."""
    with nb.store.writing() as tx:
        draft = drafts.get(tx, run.key)
        ref = run.ref or (draft.ref if draft else None)
        entry = None
        if run.asked:
            entry = _kept_entry(tx, replace(run, ref=ref), State.DONE, nb.clock())
        elif ref is not None:
            entries.purge(tx, ref)
        drafts.drop(tx, run.key)
    return entry


def _kept_entry(tx: Any, run: Run, state: State, at: datetime) -> Entry:
    new = _reflection(run, state)
    if run.ref is None:
        return entries.add(tx, new, at)
    before = entries.get(tx, run.ref)
    after = before.with_(title=new.title, body=new.body, details=new.details, state=state)
    return before if after == before else entries.change(tx, after, at, keep_revision=False)


def _reflection(run: Run, state: State) -> NewEntry:
    return NewEntry(
        kind=Kind.REFLECTION,
        title=run.protocol.title.in_(run.language),
        body=compiled(run.asked),
        happened_at=run.begun_at,
        state=state,
        links=(Link(rel=Rel.ABOUT, ref=run.about),) if run.about is not None else (),
        details=ReflectionDetails(
            protocol=run.protocol.code,
            version=run.protocol.version,
            language=run.language,
            asked=run.asked,
            intensity_before=_number(run, Role.INTENSITY_BEFORE),
            intensity_after=_number(run, Role.INTENSITY_AFTER),
        ),
    )


def _number(run: Run, role: Role) -> int | None:
    given = [run.answers.get(prompt.id) for prompt in run.protocol.prompts if prompt.role is role]
    return next((one for one in given if isinstance(one, int)), None)


def _draft(run: Run, ref: Ref | None, at: datetime) -> Draft:
    fields: dict[str, Any] = {
        "protocol": run.protocol.code,
        "language": run.language,
        "at": run.at,
        "skipped": sorted(run.skipped),
        "about": run.about,
        "followed": [one.model_dump(mode="json") for one in run.followed],
    }
    if run.following is not None:
        fields["following"] = [run.following.family.value, run.following.question, run.following.typed]
    title = run.protocol.title.in_(run.language)
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
        lines = entries.newest(tx, Filter(kinds=(Kind.REFLECTION,), states=(State.OPEN,)), _MOST_OPEN)
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
    run = Run(
        protocol=library.get(fields.get("protocol") or details.protocol),
        language=fields.get("language") or details.language,
        key=key,
        at="",
        begun_at=begun_at,
        about=_about(entry) if entry else fields.get("about"),
        asked=details.asked,
        skipped=frozenset(fields.get("skipped", ())),
        ref=ref,
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
    return replace(_at(run, ahead[0] if ahead else ""), typed=draft.text if draft and ahead else "")


def _about(entry: Entry) -> Ref | None:
    return next((link.ref for link in entry.links if link.rel is Rel.ABOUT), None)


def discard(nb: Notebook, run: Run) -> None:
    """Drop a run altogether: its draft and, if answers were kept, its reflection."""
    with nb.store.writing() as tx:
        draft = drafts.get(tx, run.key)
        ref = run.ref or (draft.ref if draft else None)
        drafts.drop(tx, run.key)
        if ref is not None:
            entries.purge(tx, ref)


def thread(nb: Notebook, ref: Ref) -> list[EntryLine]:
    """Return the reflections on an entry, in the order in which they happened."""
    with nb.store.reading() as tx:
        lines = [line for rel, line in entries.backlinks(tx, ref) if rel is Rel.ABOUT and line.kind is Kind.REFLECTION]
    return sorted(lines, key=lambda line: (line.happened_at, line.ref))


def words_for(reflection: Entry, library: Library, role: Role) -> str:
    """Return what a kept reflection answered in a role, as the protocol names it now; "" when it does not."""
    details = reflection.details
    if not isinstance(details, ReflectionDetails):
        return ""
    protocols = [one for one in library.protocols if one.code == details.protocol]
    ids = {prompt.id for protocol in protocols for prompt in protocol.prompts if prompt.role is role}
    return next((one.words for one in details.asked if one.prompt in ids), "")
