"""A page that Recul wrote for its own writer: its entries come back one by one, with title, moment and tags."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

from journal.clock import now
from journal.dates.parsing import parse_past
from journal.errors.moments import UnknownMoment
from journal.importing import media, moments
from journal.importing.incoming import Incoming, Place, Read, attempted, made
from journal.importing.notices import Notice

_PAGE = re.compile(r"\A# (?P<title>.+)\n\n● .+\n")
_HEAD = re.compile(r"^(?:## (?P<title>[^\n]+)|---)\n\n\*(?P<about>[^\n]+)\*$", re.MULTILINE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_BETWEEN = " · "


class _Part(NamedTuple):
    """One entry as the page tells it."""

    title: str
    happened: datetime
    tags: tuple[str, ...]
    body: str


def holds_entries(text: str) -> bool:
    """Whether a text is such a page, and tells where its entries begin."""
    return _PAGE.match(text) is not None and next(_heads(text), None) is not None


def read(text: str, place: Place) -> Read:
    """Yield the entries of a page as situations, and what stands above the first one."""
    heads = list(_heads(text))
    page = _PAGE.match(text)
    yield Counter({Notice.EXPORTED: 1})
    first = heads[0][1]
    if page and (above := text[page.end() : heads[0][0].start()].strip()):
        yield attempted(_incoming, first._replace(title=_plain(page["title"]), tags=(), body=above), place)
    ends = [head.start() for head, _part in heads[1:]] + [len(text)]
    for (head, part), end in zip(heads, ends, strict=True):
        yield attempted(_incoming, part._replace(body=text[head.end() : end].strip("\n")), place)


def _heads(text: str) -> Iterator[tuple[re.Match[str], _Part]]:
    """Yield where entries begin: a heading, and below it a line with what it is, its moment and its tags."""
    for head in _HEAD.finditer(text):
        _kind, *rest = head["about"].split(_BETWEEN)
        happened = _moment(_plain(rest[0])) if rest else None
        if happened:
            tags = [_plain(tag).strip() for tag in _BETWEEN.join(rest[1:]).split(", ")]
            yield head, _Part(_plain(head["title"] or ""), happened, tuple(tag for tag in tags if tag), "")


def _moment(told: str) -> datetime | None:
    """Return the moment under a heading: a day, or a day and an hour by any clock that the program prints."""
    found = moments.parse(told, moments.CLEAR)
    if found is None and "," in told:
        with suppress(UnknownMoment):
            return parse_past(told, now())
    return found


def _incoming(part: _Part, place: Place) -> Incoming:
    values = {"kind": "situation", "title": part.title, "body": part.body, "tags": part.tags,
              "happened_at": part.happened}  # fmt: skip
    notices = Counter({Notice.UNTITLED: not part.title}) + media.counted(part.body)
    return Incoming(place, made(place, values), created_at=part.happened, notices=+notices)


def _plain(text: str) -> str:
    """Return words as they were before signs were taken from them."""
    return _ESCAPED.sub(r"\1", text)
