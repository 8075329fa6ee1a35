"""RedNotebook: a file of YAML for each month (`2026-03.txt`), in which each day has a text and categories."""

import re
from collections import Counter
from pathlib import PurePath
from typing import Any

from journal.errors.imports import DamagedImport, DamagedImportField
from journal.importing import moments, tags, titles, yaml_values
from journal.importing.formats import ImportOptions
from journal.importing.incoming import Incoming, Place, Read, attempted, made
from journal.importing.note import with_fields
from journal.importing.notices import Notice

NAME = re.compile(r"(\d{4})-(\d{2})\.txt")
_DAY = re.compile(r"^(\d{1,2}):(?=\s)", re.MULTILINE)
_ITALIC = re.compile(r"(?<![:/\w])//(?=\S)([^/\n]*?\S)//(?![/\w])")
_STRUCK = re.compile(r"(?<![-\w])--(?=[^\s-])([^\n-]{1,500})--(?![-\w])")
_HEADING = re.compile(r"^(={1,6})[ ]*([^=\n]{1,300}?)[ ]*\1[ ]*$", re.MULTILINE)
_LINK = re.compile(r'\[([^\[\]\n"]{1,300}) ""([^"\s]{1,1000})""\]')
_PICTURE = re.compile(r'\[""[^\n"]{1,500}""\.[a-zA-Z]{2,5}[^\n\]]{0,20}\]')
_NOTHING = ("", "null", "~")
_MOST_DAYS = 31


def recognised(name: str, text: str) -> bool:
    """Whether a file is a month of RedNotebook."""
    return NAME.fullmatch(name) is not None and _DAY.match(text) is not None


def read_text(path: PurePath, text: str, options: ImportOptions, place: Place) -> Read:
    """Yield the days as situations, each read by itself, and those that are none."""
    month = NAME.fullmatch(path.name)
    starts = [match.start() for match in _DAY.finditer(text)]
    if not 0 < len(starts) <= _MOST_DAYS:
        raise DamagedImport(**place)
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        where = {**place, "line": text.count("\n", 0, start) + 1}
        yield attempted(_incoming, month, text[start:end], where, options)


def _incoming(month: re.Match[str] | None, text: str, place: Place, options: ImportOptions) -> Incoming:
    try:
        ((day, value),) = yaml_values.parse(text).items()
    except (yaml_values.NotRead, AttributeError, ValueError):
        raise DamagedImport(**place) from None
    at = moments.at_numbers(month[1], month[2], str(day)) if month else None
    if at is None:
        raise DamagedImportField(**place, field="day")
    if not isinstance(value, dict) or not isinstance(value.get("text", ""), str):
        raise DamagedImportField(**place, field="text")
    words = _as_markdown(value.pop("text", "").strip("\n"))
    title, body, cut = titles.of_text(words)
    kept = {name: _entries(each) for name, each in value.items()}
    found = tags.in_text(words)[: tags.MOST_OF_A_TEXT] if options.text_tags else []
    notices = Counter({Notice.TITLE_CUT: cut, Notice.UNTITLED: not title,
                       Notice.PICTURES: len(_PICTURE.findall(words))})  # fmt: skip
    fields = {"kind": "situation", "title": title, "body": with_fields(body, kept), "tags": found, "happened_at": at}
    return Incoming(
        place, made(place, fields), created_at=at, identity=f"{at:%Y-%m-%d}", notices=+notices, kept=tuple(kept)
    )


def _as_markdown(text: str) -> str:
    """Return what RedNotebook marks in signs of its own with those of Markdown; bold is the same in both."""
    text = _STRUCK.sub(r"~~\1~~", _ITALIC.sub(r"*\1*", _LINK.sub(r"[\1](\2)", text)))
    return _HEADING.sub(lambda match: f"{'#' * len(match[1])} {match[2]}", text)


def _entries(value: Any) -> Any:
    """Return the entries of a category: the keys that have no more to say, and the others with it."""
    if not isinstance(value, dict):
        return value
    return [name if each in _NOTHING else f"{name}: {each}" for name, each in value.items()]
