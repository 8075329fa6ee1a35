"""Protocols: named lines of questioning, as data that is checked once and never changes.

The published schema is docs/PROTOCOLS.md; every rule of it is a validator here, so that there is one place to look.
Custom error types carry their facts in the error's context; journal/protocols/faults.py turns them into sentences.
"""

import textwrap
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import ConfigDict, Field, StringConstraints, field_validator, model_validator
from pydantic_core import PydanticCustomError

from journal.language import Language, current
from journal.model.frozen import Frozen, Line
from journal.model.pattern import Pattern

QUESTION_COLUMNS = 72  # the page's width (SCREENS.md, principle 2)
QUESTION_LINES = 2
MOST_PROMPTS = 30

Answer = int | str | tuple[str, ...]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=40)]
ShortLine = Annotated[Line, Field(min_length=1, max_length=200)]


class PromptKind(StrEnum):
    """How a prompt is answered."""

    TEXT = "text"
    SCALE = "scale"  # a number from 0 to 10
    CHOICE = "choice"
    RETELLING = "retelling"  # an earlier answer told again, with the first version beside it
    TIMER = "timer"  # free writing beside a clock that only informs
    LIST = "list"  # one thing a line


class Closure(StrEnum):
    """How a protocol ends (DOMAIN.md, rule 7)."""

    IF_THEN = "if-then"
    LEARNING = "learning"
    PUT_DOWN = "put-down"


class Role(StrEnum):
    """What an answer is used for beyond being read."""

    INTENSITY_BEFORE = "intensity-before"
    INTENSITY_AFTER = "intensity-after"
    IF_THEN = "if-then"
    LEARNING = "learning"
    PUT_DOWN = "put-down"


class Family(StrEnum):
    """The families of follow-ups that a prompt may allow; their words live beside the protocols."""

    ABSOLUTES = "absolutes"
    OBLIGATIONS = "obligations"
    MIND_READING = "mind-reading"
    VAGUE_ACTORS = "vague-actors"
    OUTSIDE_CAUSE = "outside-cause"
    COMPARISON = "comparison"
    NOMINALISATION = "nominalisation"
    JUDGEMENT = "judgement"
    MISSING_FEELING = "missing-feeling"
    MISSING_SELF = "missing-self"
    BODY_SIGNAL = "body-signal"
    STRONG_INTENSITY = "strong-intensity"


class Bilingual(Frozen):
    """One text in both languages."""

    fr: ShortLine
    en: ShortLine

    def in_(self, language: Language) -> str:
        """Return the text in a language."""
        return self.fr if language == "fr" else self.en

    @property
    def here(self) -> str:
        """The text in the language spoken now."""
        return self.in_(current())


class Choice(Frozen):
    """One of the answers that a choice offers."""

    id: Code
    fr: ShortLine
    en: ShortLine

    def in_(self, language: Language) -> str:
        """Return the words of the choice in a language."""
        return self.fr if language == "fr" else self.en


class Condition(Frozen):
    """A prompt is asked only when an earlier answer compares so; a skipped answer never does."""

    model_config = ConfigDict(populate_by_name=True)

    prompt: Code
    compares: Literal["==", "!=", "<", "<=", ">", ">="] = Field(alias="is")
    value: Annotated[int, Field(strict=True)] | Annotated[str, Field(strict=True, max_length=40)]

    def holds(self, answers: Mapping[str, Answer]) -> bool:
        """Tell whether the answers given so far let the prompt be asked."""
        answer = answers.get(self.prompt)
        if self.compares in ("==", "!=") and answer is not None:
            return (answer == self.value) is (self.compares == "==")
        if not isinstance(answer, int) or not isinstance(self.value, int):
            return False
        return {
            "<": answer < self.value,
            "<=": answer <= self.value,
            ">": answer > self.value,
            ">=": answer >= self.value,
        }[self.compares]


class Prompt(Frozen):
    """One question of a protocol."""

    id: Code
    kind: PromptKind = PromptKind.TEXT
    question: Bilingual
    hint: Bilingual | None = None
    daily: Bilingual | None = None  # how it is asked alone, as the question of the day
    choices: tuple[Choice, ...] = Field(default=(), max_length=9)
    families: tuple[Family, ...] = ()
    show_if: Condition | None = None
    seconds: Annotated[int, Field(strict=True, ge=10, le=3600)] | None = None
    veiled: Annotated[bool, Field(strict=True)] = False  # earlier lines are hidden while writing
    retells: Code | None = None
    role: Role | None = None

    @field_validator("question", "daily")
    @classmethod
    def _two_lines(cls, question: Bilingual | None) -> Bilingual | None:
        for language, text in (("fr", question.fr), ("en", question.en)) if question else ():
            if len(textwrap.wrap(text, QUESTION_COLUMNS)) > QUESTION_LINES:
                raise PydanticCustomError("question_too_long", "too long", {"language": language})
        return question

    @model_validator(mode="after")
    def _fitting(self) -> Self:
        for present, kind, field in (
            (bool(self.choices), PromptKind.CHOICE, "choices"),
            (self.seconds is not None, PromptKind.TIMER, "seconds"),
            (self.retells is not None, PromptKind.RETELLING, "retells"),
        ):
            if present != (self.kind is kind):
                name = "field_needed" if self.kind is kind else "field_foreign"
                raise PydanticCustomError(name, "does not fit the kind", {"field": field, "kind": self.kind.value})
        if self.role in (Role.INTENSITY_BEFORE, Role.INTENSITY_AFTER) and self.kind is not PromptKind.SCALE:
            raise PydanticCustomError("field_foreign", "not a scale", {"field": "role", "kind": self.kind.value})
        _unique(tuple(choice.id for choice in self.choices))
        return self

    def words_of(self, answer: Answer, language: Language) -> str:
        """Return an answer as it reads in a text: a choice in its words, a list as lines, a number of the scale."""
        if isinstance(answer, tuple):
            return "\n".join(f"- {item}" for item in answer)
        if self.kind is PromptKind.SCALE:
            return f"{answer}/10"
        chosen = [choice for choice in self.choices if choice.id == answer]
        return chosen[0].in_(language) if chosen else str(answer)


class Protocol(Frozen):
    """A named line of questioning that ends on a closure."""

    code: Code
    version: Annotated[int, Field(strict=True, ge=1, le=1_000_000)]
    source: ShortLine
    minutes: Annotated[int, Field(strict=True, ge=1, le=120)]
    patterns: tuple[Pattern, ...] = ()
    title: Bilingual
    purpose: Bilingual
    closure: Closure
    prompts: tuple[Prompt, ...] = Field(min_length=1, max_length=MOST_PROMPTS)

    @model_validator(mode="after")
    def _sound(self) -> Self:
        _unique(tuple(prompt.id for prompt in self.prompts))
        self._check_references()
        if not any(prompt.role == self.closure.value for prompt in self.prompts):
            raise PydanticCustomError("no_closure", "nothing closes", {"closure": self.closure.value})
        return self

    def _check_references(self) -> None:
        place = {prompt.id: number for number, prompt in enumerate(self.prompts)}
        needs = {prompt.id: _needed(prompt) for prompt in self.prompts}
        for prompt in self.prompts:
            for target in needs[prompt.id]:
                facts = {"prompt": prompt.id, "target": target, "number": place[prompt.id]}
                if target not in place:
                    raise PydanticCustomError("unknown_prompt", "no such prompt", facts)
                if place[target] >= place[prompt.id]:
                    name = "cycle" if _leads_to(target, prompt.id, needs) else "later_prompt"
                    raise PydanticCustomError(name, "not an earlier prompt", facts)

    def prompt(self, prompt_id: str) -> Prompt | None:
        """Return one prompt by its id, or None when this version has none of that name."""
        return next((prompt for prompt in self.prompts if prompt.id == prompt_id), None)

    def asked_with(self, answers: Mapping[str, Answer]) -> tuple[Prompt, ...]:
        """Return the prompts that these answers let be asked, in order."""
        return tuple(prompt for prompt in self.prompts if prompt.show_if is None or prompt.show_if.holds(answers))


def _unique(ids: tuple[str, ...]) -> None:
    for number, one in enumerate(ids):
        if one in ids[:number]:
            raise PydanticCustomError("duplicate_id", "used twice", {"id": one, "number": number})


def _needed(prompt: Prompt) -> tuple[str, ...]:
    condition = (prompt.show_if.prompt,) if prompt.show_if else ()
    return condition + ((prompt.retells,) if prompt.retells else ())


def _leads_to(start: str, end: str, needs: Mapping[str, tuple[str, ...]]) -> bool:
    """Follow references from one prompt and tell whether they come to another, each visited once."""
    seen: set[Any] = set()
    ahead = [start]
    while ahead:
        one = ahead.pop()
        if one == end:
            return True
        if one not in seen:
            seen.add(one)
            ahead.extend(needs.get(one, ()))
    return False
