"""Places where notes from the phone lie: the inbox, and folders that are looked into; within caps, through no link."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from journal.vault import inbox

Seen = tuple[str, int, int]
"""A file as it lay there: its path, its size, when it was changed last."""

_MOST_LISTED = 20_000
_MOST_READ = 500
_LOOKED_FOR = re.compile(r".*recul.*\.(?:txt|eml)", re.IGNORECASE | re.DOTALL)
_OF_INBOX = re.compile(r"[^.].*\.(?:txt|eml)", re.IGNORECASE | re.DOTALL)


def in_inbox(vault: Path) -> list[Path]:
    """Return the files that a person put into the inbox, the newest first."""
    return _newest(vault / inbox.FOLDER, _OF_INBOX)


def in_folder(folder: str) -> list[Path]:
    """Return the files of a folder whose names fit, the newest first; none of a folder that is not there."""
    return _newest(Path(folder).expanduser(), _LOOKED_FOR)


def lying_there(vault: Path, folders: Iterable[str]) -> frozenset[Seen]:
    """Return what lies there now, by a look that opens nothing: one that is being written looks another way soon."""
    found = [*in_inbox(vault), *(path for folder in folders for path in in_folder(folder))]
    return frozenset(_seen(found))


def _seen(paths: Iterable[Path]) -> Iterator[Seen]:
    for path in paths:
        with suppress(OSError):
            known = path.lstat()
            yield str(path), known.st_size, known.st_mtime_ns


def _newest(folder: Path, looked_for: re.Pattern[str]) -> list[Path]:
    found = []
    try:
        for number, path in enumerate(folder.iterdir()):
            if number >= _MOST_LISTED:
                break
            if looked_for.fullmatch(path.name):
                with suppress(OSError):
                    found.append((path.lstat().st_mtime_ns, path))
    except OSError:
        return []
    return [path for _at, path in sorted(found, reverse=True)[:_MOST_READ]]
