"""Service carried out by the save queue, with what it returns or refuses brought back to the page that asked."""

from collections.abc import Callable
from typing import TypeVar

from journal.errors import ReculError
from journal.practice.notebook import Notebook
from screens.frame.changes import changing
from screens.frame.host import Host

T = TypeVar("T")


async def carried_out(host: Host, service: Callable[[Notebook], T]) -> T:
    """Return what a service returned; raise the ReculError that it raised."""
    got: list[T] = []
    refused: list[ReculError] = []

    def change(notebook: Notebook) -> None:
        try:
            got.append(service(notebook))
        except ReculError as error:
            refused.append(error)

    await host.save(changing(change))
    if refused:
        raise refused[0]
    return got[0]
