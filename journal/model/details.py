"""What a kind of entry carries beyond title and text, registered by the notion it belongs to."""

from collections.abc import Callable

from journal.model.frozen import Frozen
from journal.model.kind import Kind


class Details(Frozen):
    """The fields of a kind's own; most have defaults, since a text alone makes an entry."""

    @property
    def named(self) -> tuple[str, ...]:
        """Those whom the fields name: they are people of the entry."""
        return ()


_REGISTERED: dict[Kind, type[Details]] = {}


def describes(kind: Kind) -> Callable[[type[Details]], type[Details]]:
    """Register a class as the details of a kind."""

    def register(details: type[Details]) -> type[Details]:
        _REGISTERED[kind] = details
        return details

    return register


def details_of(kind: Kind) -> type[Details]:
    """Return the class of a kind's details; kinds without any of their own have the empty one."""
    return _REGISTERED.get(kind, Details)
