"""One note in Markdown, with or without front matter, as a situation in which nothing of it is lost."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import PurePath
from typing import Any

from journal.importing import file_names, file_places, front_matter, media, moments, tags, titles
from journal.importing.formats import ImportOptions
from journal.importing.front_matter import FrontMatter
from journal.importing.incoming import Incoming, Place, made
from journal.importing.notices import Notice

_TITLE = ("title",)
_BODY = ("body",)
_DAY = ("date", "day", "created", "created_at", "createdat", "creation_date", "date_created", "created_time")
_CREATED = ("created", "created_at", "createdat", "creation_date", "date_created", "created_time")
_TAGS = ("tags", "tag")
_JEKYLL = ("layout",)
_ALIASES = ("aliases", "alias")
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

    def without_moment(self, names: tuple[str, ...], formats: tuple[moments.DayFormat, ...]) -> list[str]:
        """Return the keys of fields that should tell a moment and do not."""
        told = {key: front_matter.written(self.left[key]).partition(" #")[0] for key in self.named(names)}
        return [key for key, text in told.items() if text.strip() and not moments.parse(text, formats)]

    def body(self) -> str:
        """Take a text that stands among the fields."""
        for key in self.named(_BODY):
            if isinstance(self.left[key], str):
                return str(self.left.pop(key))
        return ""

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
    own = moments.DayFormat.of(options.date_format) if options.date_format else None
    if own:
        return _Note(text, path, options, changed, (own, *moments.ALL)).read(place)
    told = _Note(text, path, options, changed, moments.ALL).read(place)
    if moments.Order.EITHER not in told.orders:
        return told
    other = _Note(text, path, options, changed, moments.MONTHS_BEFORE_DAYS).read(place)
    return replace(
        told,
        notices={**told.notices, Notice.AMBIGUOUS_DAY: 1},
        month_first=replace(other, notices={**other.notices, Notice.MONTH_FIRST: 1}),
    )


class _Note:
    """A note on its way in."""

    def __init__(
        self,
        text: str,
        path: PurePath | None,
        options: ImportOptions,
        changed: datetime | None,
        formats: tuple[moments.DayFormat, ...],
    ) -> None:
        front, self._below = front_matter.split(text)
        if front is None and path and file_names.is_of_notion(path):
            front, self._below = front_matter.of_notion(text)
        self._text, self._path, self._options, self._changed, self._formats = text, path, options, changed, formats
        self._fields = _Fields(front or FrontMatter())
        self._named = file_names.read(path, formats) if path else file_names.Named("", None)
        self._notices = Counter[Notice]()

    def read(self, place: Place) -> Incoming:
        """Return the situation; raise DamagedImport."""
        fields, notices = self._fields, self._notices
        below = fields.body() or self._below if not self._below.strip() else self._below  # jrnl writes it as a field
        title, body, cut = titles.of_note(fields.title(), self._named.title, below)
        found_tags = fields.tags()
        happened, created, orders = self._when()
        fields.drop_aliases(title)
        left = {key: value for key, value in fields.left.items() if value not in ("", [], {})}
        if self._options.text_tags:
            found_tags = _with_those_in(below, found_tags, notices)
        notices += Counter({Notice.UNTITLED: not title, Notice.TITLE_CUT: cut}) + media.counted(below)
        notices += Counter({Notice.EXPORTED: _WRITTEN_BY_RECUL.match(self._text) is not None,
                            Notice.NO_FIELD: len(fields.front.rest.splitlines())})  # fmt: skip
        whole = with_fields(body.strip("\n"), left, fields.front.rest)
        filed = file_places.told(self._path, f"{title} {body}") if self._path else {}
        placed = file_places.added(whole, filed, parted=bool(left or fields.front.rest.strip()))
        values = {"kind": "situation", "title": title, "body": placed, "tags": found_tags, "happened_at": happened}
        return Incoming(
            place, made(place, values), created_at=created, identity=self._path.as_posix() if self._path else "",
            notices=+notices, kept=(*left, *filed), filed=placed[len(whole):], orders=orders,
        )  # fmt: skip

    def _when(self) -> tuple[datetime, datetime, frozenset[moments.Order]]:
        """Return when it happened and when it was written: front matter, else the file's name, else its last change."""
        told = self._fields.moment(_DAY, self._formats)
        created = self._fields.moment(_CREATED, self._formats)
        self._notices[Notice.UNREAD_DAY] += len(self._fields.without_moment(_DAY, self._formats)) if not told else 0
        happened = told[0] if told else self._named.at
        if happened is None:
            self._notices[Notice.DAY_OF_FILE if self._changed else Notice.DAY_OF_IMPORT] += 1
            happened = self._changed or self._options.at
        texts = [each[1] for each in (told, created) if each] or [self._named.day]
        orders = frozenset(order for text in texts if text and (order := moments.order_of(text)))
        return happened, created[0] if created else happened, orders


def is_dated(path: PurePath) -> bool:
    """Whether a file's name is but a date, so that nothing is left of it when it is empty."""
    return not file_names.read(path).title


def with_fields(body: str, fields: dict[str, Any], rest: str = "") -> str:
    """Return a body with fields that Recul does not know at its end."""
    lines = [f"- {key}: {front_matter.written(value)}" for key, value in fields.items()]
    lines += [f"- {line.strip()}" for line in rest.split("\n") if line.strip()]
    return "\n\n".join(part for part in (body, "* * *" if lines and body else "", "\n".join(lines)) if part)


def _with_those_in(text: str, known: list[str], notices: Counter[Notice]) -> list[str]:
    found = tags.in_text(text)
    if len(found) > tags.MOST_OF_A_TEXT:
        notices[Notice.TAGS_LEFT] += 1
        found = found[: tags.MOST_OF_A_TEXT]
    folded = {tag.casefold() for tag in known}
    return [*known, *(tag for tag in found if tag.casefold() not in folded)]
