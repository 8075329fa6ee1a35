"""One note in Markdown, with or without front matter, as a situation in which nothing of it is lost."""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePath
from typing import Any

from journal.importing import file_names, front_matter, moments, tags, titles
from journal.importing.formats import ImportOptions
from journal.importing.front_matter import FrontMatter
from journal.importing.incoming import Incoming, Place, made
from journal.importing.notices import Notice

_TITLE = ("title",)
_DAY = ("date", "day", "created", "created_at", "createdat", "creation_date", "date_created", "created_time")
_CREATED = ("created", "created_at", "createdat", "creation_date", "date_created", "created_time")
_TAGS = ("tags", "tag")
_JEKYLL = ("layout",)
_ALIASES = ("aliases", "alias")
_PICTURE = re.compile(r"!\[\[[^\[\]\n]{1,300}\]\]|!\[[^\[\]\n]{0,300}\]\([^()\n]{1,1000}\)")
_WRITTEN_BY_RECUL = re.compile(r"\A# .+\n\n[●◆▲■] ")  # a title, then for whom it was written


@dataclass
class _Fields:
    """The fields of a note, of which each is used once; what is left of them is kept at the end of the body."""

    front: FrontMatter
    left: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        self.left = dict(self.front.fields)

    def named(self, names: tuple[str, ...]) -> list[str]:
        """Return the keys that mean one of these names, in the order of the names, however they are spelled."""
        spelled = {key: re.sub(r"[ -]", "_", key.strip().lower()) for key in self.left}
        return [key for name in names for key, plain in spelled.items() if plain == name]

    def title(self) -> str:
        """Take the title."""
        for key in self.named(_TITLE):
            if isinstance(self.left[key], str) and self.left[key].strip():
                return str(self.left.pop(key))
        return ""

    def moment(self, names: tuple[str, ...], formats: tuple[moments.DayFormat, ...]) -> tuple[datetime, str] | None:
        """Take the first field that tells a moment, with its text."""
        for key in self.named(names):
            text = front_matter.written(self.left[key]).partition(" #")[0]
            if at := moments.parse(text, formats):
                del self.left[key]
                return at, text
        return None

    def tags(self) -> list[str]:
        """Take the tags of a list or a line."""
        found: list[str] = []
        for key in self.named(_TAGS):
            value = self.left[key]
            if isinstance(value, str) and self.named(_JEKYLL) and "," not in value:
                value = value.split()  # Jekyll parts the words of a line
            if (told := tags.listed(value)) is not None:
                del self.left[key]
                found += told
        return found

    def drop_aliases(self, title: str) -> None:
        """Forget other names of the note that are its title."""
        for key in self.named(_ALIASES):
            if self.left[key] in (title, [title], "", []):
                del self.left[key]


def read(
    text: str, path: PurePath | None, place: Place, options: ImportOptions, changed: datetime | None = None
) -> Incoming:
    """Return the situation that a note holds; raise DamagedImport. `changed` is when its file last was."""
    front, text_below = front_matter.split(text)
    fields = _Fields(front or FrontMatter())
    named = file_names.read(path) if path else file_names.Named("", None)
    notices = Counter[Notice]()
    title, body, cut = titles.of_note(fields.title(), named.title, text_below)
    found_tags = fields.tags()
    happened, created = _when(fields, named.at, options, changed, notices)
    fields.drop_aliases(title)
    left = {key: value for key, value in fields.left.items() if value not in ("", [], {})}
    if options.text_tags:
        found_tags = _with_those_in(text_below, found_tags, notices)
    notices += Counter({Notice.UNTITLED: not title, Notice.TITLE_CUT: cut, Notice.PICTURES: _pictures(text_below)})
    notices += Counter({Notice.EXPORTED: _WRITTEN_BY_RECUL.match(text) is not None,
                        Notice.NO_FIELD: len(fields.front.rest.splitlines())})  # fmt: skip
    values = {
        "kind": "situation",
        "title": title,
        "body": with_fields(body.strip("\n"), left, fields.front.rest),
        "tags": found_tags,
        "happened_at": happened,
    }
    identity = path.as_posix() if path else ""
    return Incoming(
        place, made(place, values), created_at=created, identity=identity, notices=+notices, kept=tuple(left)
    )


def is_dated(path: PurePath) -> bool:
    """Whether a file's name is but a date, so that nothing is left of it when it is empty."""
    return not file_names.read(path).title


def with_fields(body: str, fields: dict[str, Any], rest: str = "") -> str:
    """Return a body with fields that Recul does not know at its end."""
    lines = [f"- {key}: {front_matter.written(value)}" for key, value in fields.items()]
    lines += [f"- {line.strip()}" for line in rest.split("\n") if line.strip()]
    return "\n\n".join(part for part in (body, "* * *" if lines and body else "", "\n".join(lines)) if part)


def _when(
    fields: _Fields, named: datetime | None, options: ImportOptions, changed: datetime | None, notices: Counter[Notice]
) -> tuple[datetime, datetime]:
    """Return when it happened and when it was written: front matter, else the file's name, else its last change."""
    own = moments.DayFormat.of(options.date_format) if options.date_format else None
    formats = (own, *moments.ALL) if own else moments.ALL
    told = fields.moment(_DAY, formats)
    if told:
        notices[Notice.AMBIGUOUS_DAY] += own is None and moments.ambiguous(told[1])
    created = fields.moment(_CREATED, formats)
    happened = told[0] if told else named
    if happened is None:
        notices[Notice.DAY_OF_FILE if changed else Notice.DAY_OF_IMPORT] += 1
        happened = changed or options.at
    return happened, created[0] if created else happened


def _with_those_in(text: str, known: list[str], notices: Counter[Notice]) -> list[str]:
    found = tags.in_text(text)
    if len(found) > tags.MOST_OF_A_TEXT:
        notices[Notice.TAGS_LEFT] += 1
        found = found[: tags.MOST_OF_A_TEXT]
    folded = {tag.casefold() for tag in known}
    return [*known, *(tag for tag in found if tag.casefold() not in folded)]


def _pictures(text: str) -> int:
    return len(_PICTURE.findall(text)) if "![" in text else 0
