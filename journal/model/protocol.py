"""Protocols: named lines of questioning, as data that is checked once and never changes."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from journal.language import Language
from journal.model.frozen import Code, Frozen
from journal.model.milestone import Milestone
from journal.model.pattern import Pattern
from journal.model.prompt import (
    QUESTION_COLUMNS,
    QUESTION_LINES,
    Answer,
    Choice,
    Condition,
    Family,
    Prompt,
    PromptKind,
    Role,
    ShortLine,
    Worded,
    unique,
)
from journal.model.reason import Reason

MOST_PROMPTS = 30
_LAST = 1000  # where a protocol without a place of its own is listed


class Closure(StrEnum):
    """How a protocol ends (docs/ARCHITECTURE.md, rule 7)."""

    IF_THEN = "if-then"
    LEARNING = "learning"
    PUT_DOWN = "put-down"


class Theme(StrEnum):
    """What protocols are for: under these headings they are listed."""

    DAY = "day"
    SCENE = "scene"
    OTHERS = "others"
    CHOICE = "choice"
    ROAD = "road"


class About(StrEnum):
    """What each run of a review is about, when it is not the accompaniment as a whole."""

    OBJECTIVE = "objective"


class Protocol(Frozen):
    """A named line of questioning that ends on a closure."""

    code: Code
    version: Annotated[int, Field(strict=True, ge=1, le=1_000_000)]
    source: ShortLine
    minutes: Annotated[int, Field(strict=True, ge=1, le=120)]
    short_minutes: Annotated[int, Field(strict=True, ge=1, le=120)] | None = None
    starts_short: Annotated[bool, Field(strict=True)] = False  # the short form comes first, the whole one on demand
    order: Annotated[int, Field(strict=True, ge=1, le=_LAST)] = _LAST
    theme: Theme | None = None
    patterns: tuple[Pattern, ...] = ()
    reasons: tuple[Reason, ...] = ()  # to start an accompaniment, which this one serves
    review: Milestone | None = None  # a run is a review of the road then, and no situation is questioned with it
    about: About | None = None  # a review that is run once for each of these
    title: Worded
    purpose: Worded
    closure: Closure
    prompts: tuple[Prompt, ...] = Field(min_length=1, max_length=MOST_PROMPTS)

    @model_validator(mode="after")
    def _sound(self) -> Self:
        unique(tuple(prompt.id for prompt in self.prompts))
        self._check_repeats()
        self._check_references()
        self._check_short_form()
        if self.about is not None and self.review is None:
            raise PydanticCustomError("about_without_review", "only a review is about something of the road", {})
        if not any(prompt.role == self.closure.value for prompt in self.prompts):
            raise PydanticCustomError("no_closure", "nothing closes", {"closure": self.closure.value})
        return self

    def spoken(self, language: Language) -> Language:
        """Return the language in which it is asked where one is spoken: that one if it is written in it."""
        return self.title.nearest(language)

    @property
    def texts(self) -> tuple[Worded, ...]:
        """All that it says, in its order."""
        return (self.title, self.purpose, *(text for prompt in self.prompts for text in prompt.texts))

    def _check_repeats(self) -> None:
        again = [prompt.id for prompt in self.prompts if prompt.again is not None]
        for number, prompt in enumerate(self.prompts):
            if any(re.fullmatch(rf"{one}-\d+", prompt.id) for one in again):
                raise PydanticCustomError("duplicate_id", "used twice", {"id": prompt.id, "number": number})

    def _check_short_form(self) -> None:
        short = [prompt for prompt in self.prompts if prompt.short]
        if bool(short) != (self.short_minutes is not None) or (self.starts_short and not short):
            raise PydanticCustomError("half_short", "marks and minutes belong together", {})
        if short and not any(prompt.role == self.closure.value for prompt in short):
            raise PydanticCustomError("short_without_closure", "nothing closes", {"closure": self.closure.value})

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

    @property
    def has_short_form(self) -> bool:
        """Whether some of the questions make a short form."""
        return self.short_minutes is not None

    def prompt(self, prompt_id: str) -> Prompt | None:
        """Return one prompt by its id, or None when this version has none of that name."""
        for prompt in self.prompts:
            if prompt.id == prompt_id:
                return prompt
            if prompt.again and (number := _which_time(prompt.id, prompt_id)):
                return prompt.repeated(number)
        return None

    def place(self, prompt_id: str) -> tuple[int, int]:
        """Return where a prompt stands, and which time it is asked; what this version does not ask comes first."""
        for place, prompt in enumerate(self.prompts):
            if prompt.id == prompt_id:
                return place, 1
            if prompt.again and (number := _which_time(prompt.id, prompt_id)):
                return place, number
        return -1, 1

    def asked_with(self, answers: Mapping[str, Answer], *, short: bool = False) -> tuple[Prompt, ...]:
        """Return the prompts that these answers let be asked, in order; of the short form or of the whole one."""
        open_ones = (
            prompt
            for prompt in self.prompts
            if (prompt.short or not short) and (prompt.show_if is None or prompt.show_if.holds(answers))
        )
        return tuple(each for prompt in open_ones for each in prompt.asked_times(answers))


def _which_time(base: str, prompt_id: str) -> int:
    """Return which time a prompt that is asked again is meant, by its id; 0 for another prompt."""
    number = prompt_id.removeprefix(f"{base}-")
    return int(number) if number != prompt_id and number.isdecimal() and len(number) < 3 else 0  # noqa: PLR2004 -- a few dozen at most


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


__all__ = [
    "MOST_PROMPTS",
    "QUESTION_COLUMNS",
    "QUESTION_LINES",
    "About",
    "Answer",
    "Choice",
    "Closure",
    "Code",
    "Condition",
    "Family",
    "Prompt",
    "PromptKind",
    "Protocol",
    "Role",
    "ShortLine",
    "Theme",
    "Worded",
]
