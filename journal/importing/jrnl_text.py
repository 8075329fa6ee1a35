"""The plain text of jrnl (https://jrnl.sh): `[2026-11-23 18:30] Title.` and the lines that follow."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO

from journal.errors import DamagedImport
from journal.importing.incoming import Incoming, lines_of, made, moment

_HEAD = re.compile(r"^\[(\d{4}-\d{2}-\d{2}) (\d{1,2}:\d{2})(?::\d{2})?(?: ([AP]M))?\] ?(.*)$")
_TAG = re.compile(r"(?<![\w.])@([\w-]+)")
_STAR = " *"


def read(file: BinaryIO, _at: datetime) -> Iterator[Incoming]:
    """Yield the entries as situations; raise DamagedImport with the line that begins none."""
    head: tuple[int, datetime, str] | None = None
    body: list[str] = []
    for line, text in lines_of(file):
        found = _HEAD.match(text)
        if found is None:
            if head is None and text.strip():
                raise DamagedImport(line=line)
            body.append(text)
            continue
        if head is not None:
            yield _incoming(head, body)
        head, body = (line, _when(found, line), found[4].removesuffix(_STAR)), []
    if head is not None:
        yield _incoming(head, body)


def _when(found: re.Match[str], line: int) -> datetime:
    hour, minute = (int(part) for part in found[2].split(":"))
    if found[3]:
        hour = hour % 12 + (12 if found[3] == "PM" else 0)
    return moment(f"{found[1]}T{hour:02}:{minute:02}", line, "date")


def _incoming(head: tuple[int, datetime, str], body: list[str]) -> Incoming:
    line, when, title = head
    text = "\n".join(body).strip("\n")
    tags = dict.fromkeys(_TAG.findall(f"{title}\n{text}"))
    fields = {"kind": "situation", "title": title, "body": text, "tags": list(tags), "happened_at": when}
    return Incoming(line, made(line, fields), created_at=when)
