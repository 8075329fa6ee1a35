"""Answer to a question that came back: a run of its own, in which the first question is the one that was asked."""

from dataclasses import replace

from journal.model.entry import Ref
from journal.practice import questioning, reading
from journal.practice.as_asked import as_asked
from journal.practice.notebook import Notebook
from journal.practice.returned_questions import situation_of
from journal.practice.run import Run
from journal.protocols.library import ASKED_BACK, Library


def start(nb: Notebook, library: Library, question: Ref) -> Run:
    """Begin a run on a question, about the situation that it was asked of; raise EntryNotFound."""
    entry = reading.entry(nb, question)
    run = questioning.start(nb, library.get(ASKED_BACK), situation_of(nb, entry))
    return replace(run, protocol=as_asked(run.protocol, entry), source=question)
