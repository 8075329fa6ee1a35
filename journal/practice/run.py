"""A run through a protocol as a frozen state: which prompt now, what was said, what is half-typed."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from journal.hygiene import clean, one_line
from journal.language import Language
from journal.model.entry import Ref
from journal.model.protocol import Answer, Family, Prompt, PromptKind, Protocol, Role
from journal.model.reflection import Asked, Followed


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
    source: Ref | None = None  # the question that came back which this answers
    asked: tuple[Asked, ...] = ()
    skipped: frozenset[str] = field(default_factory=frozenset)
    typed: str = ""
    followed: tuple[Followed, ...] = ()
    following: Following | None = None
    ref: Ref | None = None
    short: bool = False  # only the questions of the short form

    def __repr__(self) -> str:
        return f"<Run {self.protocol.code}>"

    @property
    def answers(self) -> Mapping[str, Answer]:
        """The answers given so far, by prompt."""
        return {one.prompt: one.answer for one in self.asked}

    @property
    def said(self) -> bool:
        """Whether anything was answered; what is to become of it says nothing by itself."""
        closing = {prompt.id for prompt in self.protocol.prompts if prompt.role is Role.PUT_DOWN}
        return any(one.prompt not in closing for one in self.asked)

    @property
    def empty(self) -> bool:
        """Whether nothing was answered and nothing is half-typed: there is nothing to find again."""
        following = self.following is not None and self.following.typed.strip()
        return not (self.said or self.typed.strip() or self.followed or following)

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        """The prompts that these answers let be asked."""
        return self.protocol.asked_with(self.answers, short=self.short)

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
        whole = (self.short and self.protocol.short_minutes) or self.protocol.minutes
        return math.ceil(whole * (self.count - self.number + 1) / max(1, self.count))

    @property
    def risen(self) -> bool:
        """Whether the intensity is higher than it was before: care comes first then, whatever the number."""
        before, after = self.level(Role.INTENSITY_BEFORE), self.level(Role.INTENSITY_AFTER)
        return before is not None and after is not None and after > before

    def level(self, role: Role) -> int | None:
        """Return the number given for one of the two intensities."""
        given = [self.answers.get(prompt.id) for prompt in self.protocol.prompts if prompt.role is role]
        return next((one for one in given if isinstance(one, int)), None)

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


def typing(run: Run, text: str) -> Run:
    """Return the run with the half-typed answer."""
    return replace(run, typed=clean(text))


def take(run: Run, family: Family, question: str) -> Run:
    """Return the run answering a follow-up that was offered under the half-typed answer."""
    return replace(run, following=Following(family, one_line(question)))


def typing_follow_up(run: Run, text: str) -> Run:
    """Return the run with the half-typed answer to the follow-up taken."""
    return replace(run, following=replace(run.following, typed=clean(text))) if run.following else run


def with_typed(run: Run, text: str) -> Run:
    """Return the run with what is half-typed now: an answer, or one to the follow-up taken."""
    if run.prompt is None:
        return run
    return typing_follow_up(run, text) if run.following else typing(run, text)


def waits_for_choice(run: Run) -> bool:
    """Return whether what was put down waits for a choice: none is made in silence."""
    return run.said and run.prompt is not None and run.prompt.role is Role.PUT_DOWN


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
    return at_prompt(left, earlier[-1].id) if earlier else run


def _forward(run: Run) -> Run:
    here = run.protocol.place(run.at)
    later = [
        prompt.id
        for prompt in run.prompts
        if run.protocol.place(prompt.id) > here and (run.said or prompt.role is not Role.PUT_DOWN)
    ]
    return at_prompt(_without_unasked(run), later[0] if later else "")


def _without_unasked(run: Run) -> Run:
    """Drop answers to prompts that a changed earlier answer no longer lets be asked."""
    open_ids = {prompt.id for prompt in run.protocol.asked_with(run.answers)}
    return replace(run, asked=tuple(one for one in run.asked if one.prompt in open_ids or not _asked_now(run, one)))


def _asked_now(run: Run, one: Asked) -> bool:
    """Tell whether this version of the protocol has the prompt at all; what an earlier one asked stays."""
    return run.protocol.prompt(one.prompt) is not None


def in_form(run: Run, *, short: bool) -> Run:
    """Return the run in its short form or its whole one; what was answered stays, one goes on where one was.

    Where there is no short form, the whole one is all there is.
    """
    changed = replace(run, short=short and run.protocol.has_short_form)
    if run.at in ("", *(prompt.id for prompt in changed.prompts)):
        return changed
    here = run.protocol.place(run.at)
    later = [prompt.id for prompt in changed.prompts if run.protocol.place(prompt.id) > here]
    return at_prompt(changed, later[0] if later else "")


def other_form(run: Run) -> Run | None:
    """Return the run in its other form, None where that would ask nothing else from here on."""
    if not run.protocol.has_short_form or not run.at:
        return None
    other = in_form(run, short=not run.short)
    return other if other.at and _to_come(other, run.at) != _to_come(run, run.at) else None


def _to_come(run: Run, since: str) -> list[str]:
    """Return the prompts asked from the one now asked on, behind which nothing of the other form is asked any more."""
    here = run.protocol.place(since)
    return [prompt.id for prompt in run.prompts if run.protocol.place(prompt.id) >= here]


def at_prompt(run: Run, prompt_id: str) -> Run:
    """Return the run at one of its prompts, with the answer given there ready to be changed."""
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
    lines = given.split("\n") if isinstance(given, str) else given if isinstance(given, tuple) else (str(given),)
    if prompt.kind is PromptKind.FIELDS:
        filled = tuple(map(one_line, [*lines, *[""] * len(prompt.fields)][: len(prompt.fields)]))
        return filled if any(filled) else ()
    if prompt.kind is PromptKind.LIST:
        return tuple(item for line in lines if (item := one_line(line).removeprefix("- ")))
    return clean(typed_form(given)).strip("\n") if typed_form(given).strip() else ""


def _in_order(protocol: Protocol, kept: Mapping[str, Asked]) -> tuple[Asked, ...]:
    """Order answers as the protocol asks; what an earlier version asked keeps its place at the front."""
    return tuple(sorted(kept.values(), key=lambda one: protocol.place(one.prompt)))
