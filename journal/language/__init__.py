"""Languages: gettext behind three short names, and what else is told by language.

Source texts are English; `journal/locale/fr` holds the French ones. `N_` marks a text that is translated later, where
it is shown, so that tables and error classes can be built before the language is known. A language is its data files:
`language/<code>.toml` says that it is there, and `data_file` finds what belongs to it in other folders.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any

from journal.language.catalogue import Catalogue

Language = str
"""The code of a language: two letters, as in “fr”."""

SOURCE: Language = "en"
"""The language in which texts stand in the program."""

_folders = [Path(__file__).parents[1]]
_chosen: Language = SOURCE
_spoken: ContextVar[Language | None] = ContextVar("spoken", default=None)


@cache
def languages() -> tuple[Language, ...]:
    """Return the languages there is a file of, that of the program last."""
    files = [path for folder in _folders for path in (folder / "language").iterdir()]  # a glob makes a pattern first
    found = {path.stem for path in files if path.suffix == ".toml"}
    return (*sorted(found - {SOURCE}), SOURCE)


def data_file(name: str) -> Path:
    """Return a data file by its name from the folder `journal`, which more folders may complete; it may be missing."""
    places = [folder / name for folder in _folders]
    return next((place for place in places if place.exists()), places[0])


def catalogues_of(language: Language) -> Path:
    """Return the folder in which the standard gettext finds the catalogue of a language."""
    return data_file(f"locale/{language}").parent


def complete_with(folder: Path) -> None:
    """Let data files be found in one more folder, which is laid out as `journal` is."""
    _folders.append(folder)
    languages.cache_clear()


@cache
def facts(language: Language) -> Mapping[str, Any]:
    """Return what the own file of a language tells: name, tag, terms, words of dates."""
    import tomllib

    return tomllib.loads(data_file(f"language/{language}.toml").read_text("utf-8"))


def in_words(language: Language) -> str:
    """Return "in French" as it is said now, or the name of a language that nobody has put into these words."""
    told = facts(language)
    return str(told.get("in_words", {}).get(current()) or told["name"])


def next_language(language: Language) -> Language:
    """Return the language after one, and the first after the last."""
    known = languages()
    return known[(known.index(language) + 1) % len(known)] if language in known else known[0]


@cache
def _catalogue(language: Language, domain: str = "recul") -> Catalogue:
    if language == SOURCE:
        return Catalogue()
    try:
        return Catalogue(data_file(f"locale/{language}/LC_MESSAGES/{domain}.mo").read_bytes())
    except FileNotFoundError:  # `gaps.py` tells it
        return Catalogue()


def texts_of(language: Language) -> frozenset[str]:
    """Return the texts of the program that the catalogue of a language has, by their English."""
    return _catalogue(language).texts()


def current() -> Language:
    """Return the language in which texts are given now."""
    return _spoken.get() or _chosen


def choose(language: Language) -> None:
    """Set the language of the whole program."""
    global _chosen  # noqa: PLW0603 -- one program speaks one language to one person
    _chosen = language


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Give texts in another language for a while, as an export in the language of its reader does."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def _(text: str) -> str:
    """Return a text in the current language."""
    return _catalogue(current()).gettext(text) if text else ""


def brief(text: str, language: Language | None = None) -> str:
    """Return a text of `brief.po` in a language, the current one: a catalogue of few texts, read at once."""
    return _catalogue(language or current(), "brief").gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the singular or the plural, as the current language counts."""
    return _catalogue(current()).ngettext(one, many, count)


def pgettext(context: str, text: str) -> str:
    """Return a text in the current language where one English word has several in it, told apart by a context."""
    return _catalogue(current()).pgettext(context, text)


def N_(text: str) -> str:  # noqa: N802 -- the conventional name, which extraction tools know
    """Mark a text for translation and return it as it is."""
    return text


def detect(environment: Mapping[str, str], setting: str | None = None, option: str | None = None) -> Language:
    """Return the language to speak: the option, RECUL_LANG, the setting, then the locale; English otherwise."""
    for asked in (option, environment.get("RECUL_LANG"), setting, *_locale_names(environment)):
        prefix = (asked or "").lower()[:2]
        if prefix in languages():
            return prefix
    return SOURCE


def _locale_names(environment: Mapping[str, str]) -> Iterator[str | None]:
    yield from (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    if os.name == "nt":  # Windows tells its language by a call, not by variables
        import locale

        yield locale.getlocale()[0]
