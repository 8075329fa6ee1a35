"""The protocols at hand: those that ship, and beside them the person's own."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from journal.errors import ProtocolNotFound
from journal.language import _
from journal.language.overlay import completed
from journal.model.protocol import Protocol
from journal.protocols.faults import Fault
from journal.protocols.loading import read

SHIPPED = Path(__file__).parent / "shipped"
ASKED_BACK = "asked-back"
"""What answers a question that came back: it begins there, and stands in no list."""
HEAT = "heat"
"""What is for the heat of the moment: the page for the phone asks its short questions too."""
_APART = Path(__file__).parent / "apart"
_MOST_OWN = 200


@dataclass(frozen=True, slots=True)
class FaultyFile:
    """A file of the person's own that could not be taken, and what is wrong with it."""

    path: Path
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Library:
    """All protocols that can be run, by code, and the files that were left aside."""

    protocols: tuple[Protocol, ...]
    own: frozenset[str] = frozenset()
    left_aside: tuple[FaultyFile, ...] = ()

    def get(self, code: str) -> Protocol:
        """Return a protocol by its code; ProtocolNotFound when there is none."""
        for protocol in (*self.protocols, *_apart()):
            if protocol.code == code:
                return protocol
        raise ProtocolNotFound(code=code)


@cache
def _apart() -> tuple[Protocol, ...]:
    """Return the protocols that begin elsewhere than in a list."""
    return tuple(each for path in sorted(_APART.glob("*.toml")) if isinstance(each := read(path), Protocol))


@cache
def shipped() -> Library:
    """Return the protocols that ship with Recul, each in the place that its file names."""
    protocols = []
    for path in SHIPPED.glob("*.toml"):
        protocol = read(path, partial(_completed, path.stem))
        if not isinstance(protocol, Protocol):  # a broken installation: never silently fewer protocols
            raise ProtocolNotFound(code=path.stem)
        protocols.append(protocol)
    return Library(tuple(sorted(protocols, key=lambda one: (one.order, one.code))))


def _completed(code: str, data: dict[str, Any]) -> dict[str, Any]:
    return completed(data, "protocols/in", code)


def with_own(folder: Path) -> Library:
    """Return the shipped protocols and, after them, the sound ones among the files of a folder."""
    library = shipped()
    for path in own_files(folder):
        result = check(path, library.protocols)
        if isinstance(result, Protocol):
            library = replace(library, protocols=(*library.protocols, result), own=library.own | {result.code})
        else:
            library = replace(library, left_aside=(*library.left_aside, FaultyFile(path, result)))
    return library


def own_files(folder: Path) -> tuple[Path, ...]:
    """Return the protocol files of a folder, by name; none when there is no such folder."""
    try:
        return tuple(sorted(path for path in folder.iterdir() if path.suffix == ".toml")[:_MOST_OWN])
    except OSError:
        return ()


def check(path: Path, beside: Iterable[Protocol] = ()) -> Protocol | tuple[Fault, ...]:
    """Read a file and refuse a code that one of the protocols beside it already has."""
    result = read(path)
    if isinstance(result, Protocol) and any(result.code == other.code for other in beside):
        return (Fault(None, _("The code “{code}” is already taken; give yours another one.").format(code=result.code)),)
    return result
