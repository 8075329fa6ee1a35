"""A reflection: one run through a protocol, the prompts as they were asked and the answers."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from journal.model.details import Details
from journal.model.frozen import Code, Frozen, KnownLanguage, Line, Moment, Text
from journal.model.protocol import Family, PromptKind
from journal.model.situation import Intensity

Item = Annotated[Line, Field(max_length=2000)]
GivenAnswer = Annotated[int, Field(strict=True)] | Text | tuple[Item, ...]


class Followed(Frozen):
    """A follow-up that was taken, as it was worded, and what was answered."""

    family: Family
    question: Line
    answer: Text


class Asked(Frozen):
    """One prompt that was answered, in the words in which it was asked; `words` is the answer as it reads."""

    prompt: Code
    kind: PromptKind
    question: Line
    answer: GivenAnswer
    words: Text
    followed: tuple[Followed, ...] = ()


class ReflectionDetails(Details):
    """Which protocol was run in which version and language, and what was answered; what was skipped is nowhere."""

    protocol: Code = "three-times"
    version: int = 1
    language: KnownLanguage = "en"
    asked: tuple[Asked, ...] = ()
    intensity_before: Intensity | None = None
    intensity_after: Intensity | None = None
    sealed_until: Moment | None = None
    short: bool = False

    @property
    def answers(self) -> Mapping[str, int | str | tuple[str, ...]]:
        """The answers by prompt."""
        return {asked.prompt: asked.answer for asked in self.asked}

    @property
    def risen(self) -> bool:
        """Whether the intensity was higher after than before."""
        before, after = self.intensity_before, self.intensity_after
        return before is not None and after is not None and after > before


def compiled(asked: tuple[Asked, ...]) -> str:
    """Return a reflection as Markdown: each question as it was asked, then the answer."""
    parts = []
    for one in asked:
        parts += [f"### {one.question}", one.words]
        for followed in one.followed:
            parts += [f"*{followed.question}*", followed.answer]
    return "\n\n".join(parts)
