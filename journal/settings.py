"""A person's preferences, in a TOML file that holds no secret."""

import os
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, get_args

from journal import plain_toml
from journal.dates.habits import Habits, Hours, country_of
from journal.errors import ReculError
from journal.files import private_folder, replace
from journal.language import Language, languages
from journal.plain_files import text_of
from journal.terms import LONGEST_TERM, known

LONGEST_LOCK = 24 * 60
"""Minutes; more than a day of rest is not a lock."""

QUIET_FAMILIES = ("missing-feeling", "missing-self")
"""Families of follow-ups that are off until somebody wants them: nothing shows yet that they hear precisely."""

_NONE: Mapping[str, str] = MappingProxyType({})


class Settings(NamedTuple):
    """What the person prefers; anything unset has the value the program starts with."""

    language: Language | None = None
    theme: str = "encre"
    lock_after_minutes: int = 5
    question_of_the_day: bool = True
    kitty_keys: bool = True
    """Whether a terminal may name every key by the kitty protocol."""
    families_off: tuple[str, ...] = QUIET_FAMILIES
    country: str | None = None
    hours: Hours | None = None
    """To which hour clocks count, 12 or 24; None is as in the language."""
    day_first: bool | None = None
    """Whether days stand before months in figures; None is as in the language."""
    watched_folders: tuple[str, ...] = ()
    """Where sealed notes from the phone are looked for when the journal is opened."""
    remove_taken_notes: bool = False
    """Whether the file of a note that was taken in from such a folder is removed."""
    key_in_hand: bool = False
    """Whether a process may hold the key for the shell when it is asked to."""
    terms: Mapping[str, str] = _NONE
    """The person's own words, by language and what they name: “fr.boss”."""
    keymap: Mapping[str, str] = _NONE
    """Command id to key."""

    def habits(self, clock: Callable[[], datetime] | None = None) -> Habits:
        """Return how hours and days are written."""
        return Habits(self.hours, self.day_first, clock, country_of(os.environ))


def load(path: Path) -> Settings:
    """Return the settings of a file; what is missing, unknown or malformed falls back quietly, the rest is kept."""
    try:
        table = plain_toml.loads(text_of(path))
    except (OSError, ReculError, ValueError, RecursionError):
        return Settings()
    read = {name: reader(table[name]) for name, reader in _READERS.items() if name in table}
    return Settings(**{name: value for name, value in read.items() if value is not None})


def save(settings: Settings, path: Path) -> None:
    """Write the settings whole; comments and entries of the person's own stay, a link to the file leads on.

    Raises DiskFull and its neighbours.
    """
    import tomlkit
    from tomlkit.exceptions import ParseError

    path = path.resolve()
    private_folder(path.parent)
    try:
        document = tomlkit.parse(text_of(path))
    except (OSError, ReculError, UnicodeDecodeError, ParseError, RecursionError):
        document = tomlkit.document()
    for name, value in settings._asdict().items():
        if value is None:
            document.pop(name, None)
        else:
            document[name] = _plain(value)
    replace(path, tomlkit.dumps(document).encode())


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    return dict(value) if isinstance(value, Mapping) else value


def _language(value: object) -> Language | None:
    return next((known for known in languages() if known == value), None)


def _word(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _minutes(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= LONGEST_LOCK else None


def _switch(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _hours(value: object) -> Hours | None:
    return next((hours for hours in get_args(Hours) if hours == value and not isinstance(value, bool)), None)


def _words(value: object) -> tuple[str, ...] | None:
    return tuple(word for word in value if isinstance(word, str)) if isinstance(value, list) else None


def _keys(value: object) -> Mapping[str, str] | None:
    if not isinstance(value, dict):
        return None
    return {command: key for command, key in value.items() if isinstance(key, str) and key}


def _terms(value: object) -> Mapping[str, str] | None:
    if not isinstance(value, dict):
        return None
    from journal.hygiene import one_line  # only here: the first frame would wait for what it compiles

    lines = {name: one_line(text) for name, text in value.items() if isinstance(text, str)}
    return {name: text for name, text in lines.items() if known(name) and 0 < len(text) <= LONGEST_TERM}


_READERS: Mapping[str, Any] = {
    "language": _language,
    "theme": _word,
    "lock_after_minutes": _minutes,
    "question_of_the_day": _switch,
    "kitty_keys": _switch,
    "families_off": _words,
    "country": _word,
    "hours": _hours,
    "day_first": _switch,
    "watched_folders": _words,
    "remove_taken_notes": _switch,
    "key_in_hand": _switch,
    "terms": _terms,
    "keymap": _keys,
}
