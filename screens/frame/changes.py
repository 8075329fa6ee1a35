"""Changes as pages hand them to the save queue: a service with what it is given, and what is told afterwards."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from screens.frame.events import EntrySaved, Happened, JournalChanged

if TYPE_CHECKING:
    from journal.model.entry import Entry
    from journal.practice.notebook import Notebook
    from screens.frame.save_queue import Job

P = ParamSpec("P")


def changing(service: "Callable[Concatenate[Notebook, P], object]", *args: P.args, **named: P.kwargs) -> "Job":
    """Return a job that lets a service change the journal, and tells that lists are no longer what they were."""

    def job(notebook: "Notebook") -> Happened:
        service(notebook, *args, **named)
        return JournalChanged()

    return job


def saving(service: "Callable[Concatenate[Notebook, P], Entry]", *args: P.args, **named: P.kwargs) -> "Job":
    """Return a job that lets a service keep an entry, and tells which."""

    def job(notebook: "Notebook") -> Happened:
        return EntrySaved.of(service(notebook, *args, **named))

    return job
