"""Changes as pages hand them to the save queue: a service with what it is given, and what is told of it afterwards.

What a service makes of several values belongs to `journal/practice`; a page names the service and what it is given.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from journal.errors import ReculError
from screens.frame.events import EntrySaved, Happened, JournalChanged

if TYPE_CHECKING:
    from journal.model.entry import Entry, Ref
    from journal.practice.notebook import Notebook
    from screens.frame.host import Host
    from screens.frame.save_queue import Job

P = ParamSpec("P")
T = TypeVar("T")


def changing(service: "Callable[Concatenate[Notebook, P], object]", *args: P.args, **named: P.kwargs) -> "Job":
    """Return a job that lets a service change the journal, and tells that lists are no longer what they were."""
    return then(JournalChanged, service, *args, **named)


def looking(service: "Callable[Concatenate[Notebook, P], bool]", *args: P.args, **named: P.kwargs) -> "Job":
    """Return a job that lets a service look for what came, and tells of other lists only if something did."""
    return lambda notebook: JournalChanged() if service(notebook, *args, **named) else Happened()


def saving(service: "Callable[Concatenate[Notebook, P], Entry | None]", *args: P.args, **named: P.kwargs) -> "Job":
    """Return a job that lets a service keep an entry, and tells which; of none, that lists are no longer the same."""
    return lambda notebook: _told_of(service(notebook, *args, **named))


def then(
    tell: Callable[[], Happened],
    service: "Callable[Concatenate[Notebook, P], object]",
    *args: P.args,
    **named: P.kwargs,
) -> "Job":
    """Return a job that lets a service change the journal, and tells what is said here."""

    def job(notebook: "Notebook") -> Happened:
        service(notebook, *args, **named)
        return tell()

    return job


def of(ref: "Ref", service: "Callable[Concatenate[Notebook, Entry, P], T]") -> "Callable[Concatenate[Notebook, P], T]":
    """Return a service on one entry, which it is given as it stands when its turn has come."""

    def on_entry(notebook: "Notebook", /, *args: P.args, **named: P.kwargs) -> T:
        from journal.practice import reading

        return service(notebook, reading.entry(notebook, ref), *args, **named)

    return on_entry


async def carried_out(
    host: "Host", service: "Callable[Concatenate[Notebook, P], T]", *args: P.args, **named: P.kwargs
) -> T:
    """Return what a service returned when its turn had come; raise the ReculError that it raised.

    For a refusal that is told on the page which asked, where no text waits to be kept.
    """
    got: list[T] = []
    refused: list[ReculError] = []

    def job(notebook: "Notebook") -> Happened:
        try:
            got.append(service(notebook, *args, **named))
        except ReculError as error:
            refused.append(error)
            return Happened()
        return _told_of(got[0])

    await host.save(job)
    if refused:
        raise refused[0]
    return got[0]


def _told_of(kept: object) -> Happened:
    from journal.model.entry import Entry

    return EntrySaved.of(kept) if isinstance(kept, Entry) else JournalChanged()
