"""A question that came back as the first of a run, in the words in which somebody asked it."""

import textwrap

from journal.hygiene import one_line
from journal.language import Language, languages
from journal.model.entry import Entry
from journal.model.kind import Kind
from journal.model.prompt import QUESTION_COLUMNS, QUESTION_LINES, Worded
from journal.model.protocol import Protocol
from journal.practice.returned_questions import words_of

_ASKED = "asked"


class _AsAsked(Worded):
    """Words as somebody asked them, in whatever language, with nothing filled in."""

    def in_(self, language: Language) -> str:  # noqa: ARG002 -- they are the same in each
        """Return the words."""
        return next(iter(self.by_language.values()))


def as_asked(protocol: Protocol, question: Entry) -> Protocol:
    """Return the protocol with the question as its first; one longer than two lines stands in the hint."""
    if question.kind is not Kind.QUESTION:
        return protocol
    words = one_line(words_of(question))
    asked = _AsAsked.model_construct(by_language=dict.fromkeys(languages(), words))
    fits = len(textwrap.wrap(words, QUESTION_COLUMNS)) <= QUESTION_LINES
    told = {"question": asked} if fits else {"hint": asked}
    prompts = tuple(each.model_copy(update=told) if each.id == _ASKED else each for each in protocol.prompts)
    return protocol.model_copy(update={"prompts": prompts})
