"""Facts in the name of a file: a day, a time, and the words that are a title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from urllib.parse import unquote

from journal.hygiene import one_line
from journal.importing import moments
from journal.importing.moments import DayFormat

# A day that no other figure touches, and the time that may follow it.
_DAYS = (
    re.compile(
        r"(?<!\d)(?<!\d[ .,])(?P<day>(\d{4})([-_. ])(\d{2})\3(\d{2}))(?!\d)(?![ .]\d{1,3}(?:[ .]|$))"
        r"(?:(?:[-_. T]| at | à )(\d{1,2})[-_.:h](\d{2})(?:[-_.:](\d{2}))?(?!\d))?"
    ),
    re.compile(r"(?<!\d)(?<!\d[ .,])(?P<day>(\d{4})()(\d{2})(\d{2}))(?:[-_ T]?(\d{2})(\d{2})(\d{2})?)?(?!\d)"),
)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_INDEX = ("index", "_index")
_BUNDLE = ".textbundle"
_NOTION = re.compile(r" [0-9a-f]{32}\Z")  # what Notion calls a page, after its title
_FOLDERS = re.compile(r"(?:^|/)(\d{4})/(\d{2})/(\d{2})\.[^./]+$", re.ASCII)
_EDGES = " -_–—.,:;"


@dataclass(frozen=True, slots=True)
class Named:
    """The title that a name holds, empty when it is but a date, and the moment that stands in it."""

    title: str
    at: datetime | None
    day: str = ""  # as it is written, where the whole name is one


def read(path: PurePath, formats: Sequence[DayFormat] = moments.ALL) -> Named:
    """Return what the name of a note tells, and the folders of its day above it (`2026/03/02.md`)."""
    name = path.parent.name if path.stem in _INDEX and path.parent.name else path.stem
    if path.parent.suffix == _BUNDLE:
        name = path.parent.stem
    name = one_line(unquote(name, errors="replace").replace("___", "/"))
    name = without_identifier(name)
    if whole := moments.parse(name, formats):
        return Named("", whole, name)
    if whole := _of_folders(path):
        return Named("", whole)
    for found in (match for pattern in _DAYS for match in pattern.finditer(name)):
        _day, year, _between, month, day, *clock = found.groups()
        if at := moments.at_numbers(year, month, day, *clock):
            return Named(_title(name, found.start(), found.end()), at)
        if at := moments.at_numbers(year, month, day):
            return Named(_title(name, *found.span("day")), at)
    return Named(name, None)


def without_identifier(name: str) -> str:
    """Return the name of a file without what Notion calls the page."""
    return _NOTION.sub("", name)


def is_of_notion(path: PurePath) -> bool:
    """Whether Notion named a file."""
    return _NOTION.search(path.stem) is not None


def _title(name: str, start: int, end: int) -> str:
    """Return the words of a name beside its date: without it where it stands first or last."""
    before, after = name[:start].strip(_EDGES), name[end:].strip(_EDGES)
    if before and after:
        return name
    words = before or after
    return words.replace("-", " ") if _SLUG.fullmatch(words) and not before else words


def _of_folders(path: PurePath) -> datetime | None:
    found = _FOLDERS.search(path.as_posix())
    return moments.at_numbers(*found.groups()) if found else None
