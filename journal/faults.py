"""Record of a fault of the program: an identifier, a type and a place in the code, never a value or a text."""

import os
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from journal import files
from journal.errors import FileMissing, ReculError, Unexpected

_LONGEST_LOG = 256 * 1024  # bytes; one older file is kept beside it
_DEEPEST = 12  # frames told of one fault, innermost last
_APPEND = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)


def named(error: OSError) -> ReculError:
    """Return what the system refused, in Recul's own words."""
    path = Path(str(error.filename or ""))
    return FileMissing(path=path) if isinstance(error, FileNotFoundError) else files.named(error, path)


def record(error: BaseException, folder: Path) -> Unexpected:
    """Write the fault into the blind log of the state folder and return the error to show, with its identifier.

    A log that cannot be written must not hide the fault: the identifier is then all there is.
    """
    identifier = os.urandom(4).hex()
    frames = traceback.extract_tb(error.__traceback__)[-_DEEPEST:]
    places = " > ".join(f"{Path(frame.filename).name}:{frame.lineno}:{frame.name}" for frame in frames)
    line = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {identifier} {_name(error)} {places}\n"
    with suppress(OSError):
        _append(folder / "recul.log", line)
    return Unexpected(id=identifier)


def _name(error: BaseException) -> str:
    return f"{type(error).__module__}.{type(error).__qualname__}"


def _append(log: Path, line: str) -> None:
    log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if log.exists() and log.stat().st_size > _LONGEST_LOG:
        log.replace(log.with_suffix(".log.1"))
    with os.fdopen(os.open(log, _APPEND, 0o600), "a", encoding="utf-8") as file:
        file.write(line)
