"""The plain text of jrnl (https://jrnl.sh): `[2026-11-23 18:30] Title.` and the lines that follow.

Dates are in the one format that most heads of the file are written in, or in that of ISO. A head follows a blank line
or stands first; without one a dated line is part of the text above it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from typing import BinaryIO

from journal.errors.imports import DamagedImport, HalfDatedHead, NoHead
from journal.importing import moments, tags, titles
from journal.importing.formats import ImportOptions
from journal.importing.incoming import Incoming, Place, Read, attempted, made, whole_of
from journal.importing.moments import DayFormat
from journal.importing.notices import Notice

_BRACKETED = re.compile(r"\[([^\[\]\n]{4,60})\](?: |$)")
_HALF_DATED = re.compile(r"\[(?=[^\]]*\d)[\d\s./:,_-]{4,40}(?:[AaPp]\.?[Mm]\.?)?\](?: |$)")
_STAR = re.compile(r" \*$")
_ISO = moments.CLEAR[0]
_GUESSED_FROM = 500
"""Heads from which the format of the dates is guessed."""


@dataclass(frozen=True, slots=True)
class _Head:
    at: datetime
    title: str = field(repr=False)


@dataclass
class _Entry:
    """Lines from one head to the next: a head of None is what stands before the first one, or one half dated."""

    line: int
    head: _Head | None
    half_dated: bool = False
    body: list[str] = field(default_factory=list, repr=False)
    dated_lines: int = 0


def read(file: BinaryIO, options: ImportOptions) -> Read:
    """Yield the entries as situations, what stands before the first, and heads whose date cannot be read."""
    yield from read_text(whole_of(file), options)


def read_texts(texts: Sequence[tuple[Place, str]], options: ImportOptions) -> Read:
    """Yield the entries of several texts, whose dates are in one format as those of one text are."""
    lines = chain.from_iterable(["", *text.split("\n")] for _place, text in texts)
    formats = formats_of(lines, options)
    if formats[0] is not _ISO:
        yield formats[0]
    for place, text in texts:
        try:
            yield from _entries_of(text, options, formats, place)
        except DamagedImport as error:
            yield error


def read_text(text: str, options: ImportOptions, place: Place | None = None) -> Read:
    """Yield the entries of a text, told by their lines in a place."""
    formats = formats_of(text.split("\n"), options)
    if formats[0] is not _ISO:
        yield formats[0]
    yield from _entries_of(text, options, formats, place)


def _entries_of(text: str, options: ImportOptions, formats: tuple[DayFormat, ...], place: Place | None) -> Read:
    lines = text.split("\n")
    entries = list(_entries(lines, formats, loose=options.loose))
    first = next((entry.head.at for entry in entries if entry.head), None)
    if first is None and not any(entry.half_dated for entry in entries) and text.strip():
        raise NoHead(**(place or {}), line=1)
    for entry in entries:
        where = {**(place or {}), "line": entry.line}
        if entry.half_dated:
            yield HalfDatedHead(**where)
        elif entry.head or any(line.strip() for line in entry.body):
            yield attempted(_incoming, entry, where, first or options.at, options)


def formats_of(lines: Iterable[str], options: ImportOptions) -> tuple[DayFormat, ...]:
    """Return the format that was told or that most heads show, and that of ISO."""
    told = DayFormat.of(options.date_format) if options.date_format else moments.guessed(_beginnings(lines))
    return (told, _ISO) if told else (_ISO,)


def recognised(text: str) -> bool:
    """Whether some line is a dated head."""
    return moments.guessed(_beginnings(text.split("\n"))) is not None


def begins(text: str) -> bool:
    """Whether the first line is a dated head in brackets."""
    first = text.lstrip().partition("\n")[0]
    return first.startswith("[") and bool(_beginnings([first]))


def _beginnings(lines: Iterable[str]) -> list[str]:
    """Return what may be dates of heads: what stands in brackets, or lines that begin with a day and a time."""
    candidates = list(_candidates(lines))
    heads = [line for line in candidates if _is_dated(line, moments.ALL)]
    in_brackets = [match[1] for line in heads if (match := _BRACKETED.match(line))]
    if _has_brackets(heads):
        return in_brackets[:_GUESSED_FROM]
    return [line[:60] for line in heads if not _BRACKETED.match(line)][:_GUESSED_FROM]


def _has_brackets(heads: Sequence[str]) -> bool:
    """Whether dates of a jrnl stand in brackets: in its first head, or in most of them."""
    count = sum(head.startswith("[") for head in heads)
    return bool(heads) and (heads[0].startswith("[") or 2 * count > len(heads))


def _is_dated(line: str, formats: Iterable[DayFormat]) -> bool:
    if match := _BRACKETED.match(line):
        return any(_whole(match[1], each) for each in formats)
    return any(_timed(line, each) for each in formats)


def _candidates(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines after a blank one that begin as a head may; a few thousands tell enough."""
    blank, found = True, 0
    for line in lines:
        if blank and line[:1] and (line[0] == "[" or line[0].isalnum()):
            yield line
            found += 1
            if found > _GUESSED_FROM * 4:
                return
        blank = not line.strip()


def _entries(lines: list[str], formats: tuple[DayFormat, ...], *, loose: bool) -> Iterator[_Entry]:
    entry = _Entry(1, None)
    bracketed = _has_brackets([line for line in _candidates(lines) if _is_dated(line, formats)])
    blank = True
    for number, line in enumerate(lines, start=1):
        head = _bracketed(line, formats) if bracketed else _bare(line, formats)
        half = head is None and bracketed and blank and _HALF_DATED.match(line) is not None
        if (head or half) and (blank or loose):
            yield entry
            entry = _Entry(number, head, half_dated=half)
        else:
            entry.body.append(line)
            entry.dated_lines += head is not None
        blank = not line.strip()
    yield entry


def _bracketed(line: str, formats: tuple[DayFormat, ...]) -> _Head | None:
    match = _BRACKETED.match(line)
    if match is None:
        return None
    at = next((at for each in formats if (at := _whole(match[1], each))), None)
    return _Head(at, line[match.end() :]) if at else None


def _bare(line: str, formats: tuple[DayFormat, ...]) -> _Head | None:
    if not line[:1].isalnum():
        return None
    for each in formats:
        if found := _timed(line, each):
            return _Head(found[0], line[found[1] :].strip())
    return None


def _whole(text: str, form: DayFormat) -> datetime | None:
    found = form.begins(text.strip())
    return found[0] if found and found[1] == len(text.strip()) else None


def _timed(line: str, form: DayFormat) -> tuple[datetime, int] | None:
    """Return the moment with which a line begins and where it ends, when it tells a time too."""
    found = form.begins(line)
    return (found[0], found[1]) if found and found[2] and line[found[1] : found[1] + 1] in ("", " ") else None


def _incoming(entry: _Entry, place: Place, first: datetime, options: ImportOptions) -> Incoming:
    text = "\n".join(entry.body).strip("\n")
    notices = Counter({Notice.DATED_LINE: entry.dated_lines})
    if entry.head is None:
        title, body, cut = titles.of_text(text)
        notices[Notice.PREAMBLE] += 1
    else:
        starred = _STAR.search(entry.head.title)
        title, body, cut = titles.fitted(_STAR.sub("", entry.head.title), text)
        notices[Notice.STARS] += starred is not None
    notices += Counter({Notice.TITLE_CUT: cut, Notice.UNTITLED: not title})
    found = tags.in_text(f"{title}\n{text}" if entry.head is None else f"{entry.head.title}\n{text}",
                         "@#" if options.text_tags else "@")  # fmt: skip
    if len(found) > tags.MOST_OF_A_TEXT:
        notices[Notice.TAGS_LEFT] += 1
    at = entry.head.at if entry.head else first
    fields = {
        "kind": "situation",
        "title": title,
        "body": body,
        "tags": found[: tags.MOST_OF_A_TEXT],
        "happened_at": at,
    }
    return Incoming(place, made(place, fields), created_at=at, notices=+notices)
