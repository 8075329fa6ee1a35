"""The language a person reads: gettext behind three short names.

Source texts are English; `journal/locale/fr` holds the French ones. `N_` marks a text that is translated later, where
it is shown, so that tables and error classes can be built before the language is known.
"""

import gettext as _gettext
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Literal, get_args

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
_LOCALE = Path(__file__).parent / "locale"

_chosen: Language = "en"
_spoken: ContextVar[Language | None] = ContextVar("spoken", default=None)


@cache
def _catalogue(language: Language, domain: str = "recul") -> _gettext.NullTranslations:
    if language == "en":
        return _gettext.NullTranslations()
    # Not gettext's own search: it reads the module locale, which a captured note would wait for.
    with (_LOCALE / language / "LC_MESSAGES" / f"{domain}.mo").open("rb") as file:
        return _gettext.GNUTranslations(file)


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


def brief(text: str) -> str:
    """Return a text of `brief.po` in the current language: a catalogue of few texts, read at once."""
    return _catalogue(current(), "brief").gettext(text)


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
        if prefix in LANGUAGES:
            return prefix
    return "en"


def _locale_names(environment: Mapping[str, str]) -> Iterator[str | None]:
    yield from (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    if os.name == "nt":  # Windows tells its language by a call, not by variables
        import locale

        yield locale.getlocale()[0]
