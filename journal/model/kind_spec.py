"""Description of a kind of entry in one place: its words, its states, its details; everything else is derived."""

from collections.abc import Callable
from dataclasses import dataclass

from journal.model.details import Details
from journal.model.kind import Kind, State


@dataclass(frozen=True, slots=True)
class KindSpec:
    """All that the journal knows of a kind.

    `word` names it in a list, `heading` above what leaves; both are marked for translation. A new entry is in the first
    of its `states`. A private one leaves only when it is chosen by itself, with a second confirmation. What is
    reflectable was written to be looked at: a protocol can question it, and Today shows it.
    """

    kind: Kind
    word: str
    heading: str
    states: tuple[State, ...]
    details: type[Details]
    private: bool = False
    reflectable: bool = False


_SPECS: dict[Kind, KindSpec] = {}


def describes(
    kind: Kind, word: str, heading: str, *states: State, private: bool = False, reflectable: bool = False
) -> Callable[[type[Details]], type[Details]]:
    """Register a class as the details of a kind, with all else that is to know of it."""

    def register(details: type[Details]) -> type[Details]:
        _SPECS[kind] = KindSpec(kind, word, heading, states, details, private=private, reflectable=reflectable)
        return details

    return register


def spec_of(kind: Kind) -> KindSpec:
    """Return what is known of a kind."""
    return _SPECS[kind]


def reflectable() -> tuple[Kind, ...]:
    """Return the kinds that were written to be looked at."""
    return tuple(spec.kind for spec in specs() if spec.reflectable)


def specs() -> tuple[KindSpec, ...]:
    """Return what is known of every kind, in the order of the kinds."""
    return tuple(_SPECS[kind] for kind in Kind.all())
