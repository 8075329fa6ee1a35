"""Answering a question that came back: a run of its own, in which the first question is the one that was asked."""

import textwrap
from dataclasses import replace

from journal.hygiene import one_line
from journal.language import Language
from journal.model.entry import Entry, Ref
from journal.model.kind import Kind
from journal.model.prompt import QUESTION_COLUMNS, QUESTION_LINES, Bilingual
from journal.model.protocol import Protocol
from journal.practice import questioning, reading
from journal.practice.notebook import Notebook
from journal.practice.returned_questions import situation_of, words_of
from journal.practice.run import Run
from journal.protocols.library import ASKED_BACK, Library

_ASKED = "asked"


class _AsAsked(Bilingual):
    """Words as somebody asked them, in whatever language, with nothing filled in."""

    def in_(self, language: Language) -> str:  # noqa: ARG002 -- they are the same in each
        """Return the words."""
        return self.fr


def start(nb: Notebook, library: Library, question: Ref) -> Run:
    """Begin a run on a question, about the situation that it was asked of; raise EntryNotFound."""
    entry = reading.entry(nb, question)
    run = questioning.start(nb, library.get(ASKED_BACK), situation_of(nb, entry))
    return replace(run, protocol=worded(run.protocol, entry), source=question)


def worded(protocol: Protocol, question: Entry) -> Protocol:
    """Return the protocol with the question as its first; one longer than two lines stands in the hint."""
    if question.kind is not Kind.QUESTION:
        return protocol
    words = one_line(words_of(question))
    asked = _AsAsked.model_construct(fr=words, en=words)
    fits = len(textwrap.wrap(words, QUESTION_COLUMNS)) <= QUESTION_LINES
    told = {"question": asked} if fits else {"hint": asked}
    prompts = tuple(each.model_copy(update=told) if each.id == _ASKED else each for each in protocol.prompts)
    return protocol.model_copy(update={"prompts": prompts})
