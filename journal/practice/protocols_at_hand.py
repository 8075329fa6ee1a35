"""The protocols a person can run, as screens and `recul protocols` show them."""

from pathlib import Path
from typing import Any

from journal.language import current
from journal.model.protocol import Protocol
from journal.paths import config_folder
from journal.protocols.faults import Fault
from journal.protocols.library import FaultyFile, Library, check, shipped, with_own


def own_folder() -> Path:
    """Return the folder in which a person puts protocols of their own."""
    return config_folder() / "protocols"


def at_hand(folder: Path | None = None) -> Library:
    """Return every protocol that can be run: the shipped ones, then the person's own."""
    return with_own(folder or own_folder())


def listing(library: Library) -> list[dict[str, Any]]:
    """Return the protocols as plain values for `recul protocols --json`, in the language spoken now."""
    language = current()
    return [
        {
            "code": protocol.code,
            "version": protocol.version,
            "language": protocol.spoken(language),
            "title": protocol.title.in_(language),
            "purpose": protocol.purpose.in_(language),
            "minutes": protocol.minutes,
            "patterns": [pattern.value for pattern in protocol.patterns],
            "closure": protocol.closure.value,
            "source": protocol.source,
            "own": protocol.code in library.own,
            "prompts": [
                {"id": prompt.id, "kind": prompt.kind.value, "question": prompt.question.in_(language)}
                for prompt in protocol.prompts
            ],
        }
        for protocol in library.protocols
    ]


def check_file(path: Path) -> tuple[Fault, ...]:
    """Return every fault of a protocol file with its line and reason; none when it can be run."""
    result = check(path, shipped().protocols)
    return () if isinstance(result, Protocol) else result


__all__ = ["Fault", "FaultyFile", "Library", "at_hand", "check_file", "listing", "own_folder"]
