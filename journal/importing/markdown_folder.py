"""A folder of Markdown files: one situation a file, with an optional front matter of title, date and tags."""

import os
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from journal.errors import DamagedImportFile, ImportTooLarge
from journal.importing.incoming import LARGEST_FILE, LONGEST_LINE, Incoming, made
from journal.model.entry import title_of

_FRONT = re.compile(r"\A---\n(.*?)\n---\n?", re.DOTALL)
_FIELD = re.compile(r"^(title|date|tags):[ \t]*(.*)$", re.MULTILINE)
_DAY = re.compile(r"(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})")

_WRITTEN_BY_RECUL = re.compile(r"\A# .+\n\n[●◆▲■] ")  # a title, then for whom it was written


def read_folder(folder: Path) -> Iterator[Incoming]:
    """Yield one entry for each file, links left aside; raise DamagedImportFile with the one that fails."""
    taken = 0
    for number, path in enumerate(sorted(_files(folder)), start=1):
        size = path.stat().st_size
        taken += size
        if size > LONGEST_LINE or taken > LARGEST_FILE:
            raise ImportTooLarge
        yield _incoming(number, path)


def _files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            path = Path(parent, name)
            if path.suffix.lower() in (".md", ".markdown") and path.is_file() and not path.is_symlink():
                yield path


def _incoming(number: int, path: Path) -> Incoming:
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise DamagedImportFile(path=path) from None
    front = _FRONT.match(text)
    fields = dict(_FIELD.findall(front[1])) if front else {}
    title, body = title_of(_bare(fields.get("title", "")), text[front.end() :] if front else text)
    happened = _when(fields.get("date", ""), path)
    tags = [_bare(tag) for tag in fields.get("tags", "").strip("[] ").split(",")]
    values = {
        "kind": "situation",
        "title": title,
        "body": body.strip("\n"),
        "tags": [tag for tag in tags if tag],
        "happened_at": happened,
    }
    exported = _WRITTEN_BY_RECUL.match(text) is not None
    return Incoming(number, made(number, values), created_at=happened, exported=exported)


def _bare(value: str) -> str:
    return value.strip().strip("\"'").strip()


def _when(date: str, path: Path) -> datetime:
    """Return the date of the front matter, else the one in the file's name, else when the file was last changed."""
    try:
        read = datetime.fromisoformat(_bare(date))
        return read if read.tzinfo else read.astimezone()
    except (ValueError, OverflowError):
        pass
    named = _DAY.search(path.stem)
    try:
        if named:
            return datetime.fromisoformat("-".join(named.groups())).astimezone()
    except (ValueError, OverflowError):
        pass
    return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
