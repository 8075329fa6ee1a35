"""Prompts: single questions of a protocol, each with how it is answered; checked once, never changed.

The published schema is docs/PROTOCOLS.md; every rule of it is a validator here or beside, in `protocol`.
Custom error types carry their facts in the error's context; journal/protocols/faults.py turns them into sentences.
"""

import textwrap
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import ConfigDict, Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from journal.language import SOURCE, Language, _, current, languages, speaking
from journal.model.frozen import Code, Frozen, Line
from journal.terms import said

QUESTION_COLUMNS = 72  # the width of a page’s text
QUESTION_LINES = 2
MOST_REPEATS = 40  # of one question that is asked again and again

Answer = int | str | tuple[str, ...]
ShortLine = Annotated[Line, Field(min_length=1, max_length=200)]


class PromptKind(StrEnum):
    """How a prompt is answered."""

    TEXT = "text"
    SCALE = "scale"  # a number from 0 to 10
    CHOICE = "choice"
    RETELLING = "retelling"  # an earlier answer told again, with the first version beside it
    TIMER = "timer"  # free writing beside a clock that only informs
    LIST = "list"  # one thing a line
    FIELDS = "fields"  # a few short lines, each with its own label


class Role(StrEnum):
    """What an answer is used for beyond being read."""

    INTENSITY_BEFORE = "intensity-before"
    INTENSITY_AFTER = "intensity-after"
    IF_THEN = "if-then"
    LEARNING = "learning"
    PUT_DOWN = "put-down"
    RATING = "rating"  # one's own, of the objective that a review is about
    RATING_WORDS = "rating-words"  # what that number means, in one's own words
    STATEMENT = "statement"  # a draft of what the sponsor may read one day


_NUMBERS = (Role.INTENSITY_BEFORE, Role.INTENSITY_AFTER, Role.RATING)


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


class Worded(Frozen):
    """One text in the languages that have it: one at least, and each in which its file is written."""

    by_language: Mapping[Language, ShortLine] = Field(min_length=1)

    @model_validator(mode="before")
    @classmethod
    def _gathered(cls, told: Any, info: ValidationInfo) -> Any:
        """Gather the texts, which stand beside each other under the codes of their languages."""
        if not isinstance(told, dict) or "by_language" in told:
            return told
        for language in info.context or ():
            if language not in told:
                raise PydanticCustomError("missing_language", "no text in a language", {"language": language})
        own = {name: text for name, text in told.items() if name not in languages()}
        return own | {"by_language": {name: text for name, text in told.items() if name in languages()}}

    def has(self, language: Language) -> bool:
        """Tell whether there is a text in a language."""
        return language in self.by_language

    def nearest(self, language: Language) -> Language:
        """Return a language if there is a text in it; else that of the program, else the first there is."""
        return next(each for each in (language, SOURCE, *self.by_language) if each in self.by_language)

    def in_(self, language: Language) -> str:
        """Return the text in a language, or the nearest one, with the person's own terms in it."""
        found = self.nearest(language)
        return said(self.by_language[found], found)

    @property
    def here(self) -> str:
        """The text in the language spoken now."""
        return self.in_(current())


class Choice(Worded):
    """One of the answers that a choice offers, or the label of one short field."""

    id: Code


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
    question: Worded
    hint: Worded | None = None
    daily: Worded | None = None  # how it is asked alone, as the question of the day
    again: Worded | None = None  # how it is asked again, as long as there is an answer
    choices: tuple[Choice, ...] = Field(default=(), max_length=9)
    fields: tuple[Choice, ...] = Field(default=(), max_length=6)
    families: tuple[Family, ...] = ()
    show_if: Condition | None = None
    seconds: Annotated[int, Field(strict=True, ge=10, le=3600)] | None = None
    veiled: Annotated[bool, Field(strict=True)] = False  # earlier lines are hidden while writing
    retells: Code | None = None
    role: Role | None = None
    short: Annotated[bool, Field(strict=True)] = False  # asked in the short form too

    @field_validator("question", "daily", "again")
    @classmethod
    def _two_lines(cls, question: Worded | None) -> Worded | None:
        for language, text in question.by_language.items() if question else ():
            if len(textwrap.wrap(text, QUESTION_COLUMNS)) > QUESTION_LINES:
                raise PydanticCustomError("question_too_long", "too long", {"language": language})
        return question

    @model_validator(mode="after")
    def _fitting(self) -> Self:
        for present, kind, field in (
            (bool(self.choices), PromptKind.CHOICE, "choices"),
            (bool(self.fields), PromptKind.FIELDS, "fields"),
            (self.seconds is not None, PromptKind.TIMER, "seconds"),
            (self.retells is not None, PromptKind.RETELLING, "retells"),
        ):
            if present != (self.kind is kind):
                name = "field_needed" if self.kind is kind else "field_foreign"
                raise PydanticCustomError(name, "does not fit the kind", {"field": field, "kind": self.kind.value})
        if self.role in _NUMBERS and self.kind is not PromptKind.SCALE:
            raise PydanticCustomError("field_foreign", "not a scale", {"field": "role", "kind": self.kind.value})
        if self.again is not None and self.kind is not PromptKind.TEXT:
            raise PydanticCustomError("field_foreign", "not a text", {"field": "again", "kind": self.kind.value})
        unique(tuple(choice.id for choice in self.choices + self.fields))
        return self

    @property
    def texts(self) -> tuple[Worded, ...]:
        """All that it says."""
        said_there = (self.question, self.hint, self.daily, self.again, *self.choices, *self.fields)
        return tuple(text for text in said_there if text is not None)

    def repeated(self, number: int) -> "Prompt":
        """Return the prompt as it is asked for the second, third … time; the first time it is itself."""
        if number == 1 or self.again is None:
            return self
        return self.model_copy(update={"id": f"{self.id}-{number}", "question": self.again, "hint": None})

    def asked_times(self, answered: Collection[str]) -> tuple["Prompt", ...]:
        """Return the prompt as often as it is asked: once more than it was answered, when it is one to repeat."""
        if self.again is None:
            return (self,)
        times = [n for n in range(1, MOST_REPEATS) if self.repeated(n).id in answered]
        return tuple(self.repeated(n) for n in range(1, max(times, default=0) + 2))

    def words_of(self, answer: Answer, language: Language) -> str:
        """Return an answer as it reads in a text: a choice in its words, a list as lines, a number of the scale."""
        if isinstance(answer, tuple) and self.kind is PromptKind.FIELDS:
            said_there = zip(self.fields, answer, strict=False)
            return "\n".join(_labelled(field.in_(language), text, language) for field, text in said_there if text)
        if isinstance(answer, tuple):
            return "\n".join(f"- {item}" for item in answer)
        if self.kind is PromptKind.SCALE:
            return f"{answer}/10"
        chosen = [choice for choice in self.choices if choice.id == answer]
        return chosen[0].in_(language) if chosen else str(answer)


def _labelled(label: str, text: str, language: Language) -> str:
    with speaking(language):
        return _("- {label}: {text}").format(label=label, text=text)


def unique(ids: tuple[str, ...]) -> None:
    """Refuse an id that stands twice."""
    for number, one in enumerate(ids):
        if one in ids[:number]:
            raise PydanticCustomError("duplicate_id", "used twice", {"id": one, "number": number})
