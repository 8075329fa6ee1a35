"""A person's own terms for those around their work, said wherever a text names them."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from journal.language import LANGUAGES, Language, current

USUAL: Mapping[Language, Mapping[str, str]] = {
    "fr": {"practitioner": "praticien", "boss": "N+1", "board": "CODIR", "team": "équipe"},
    "en": {"practitioner": "coach", "boss": "boss", "board": "leadership team", "team": "team"},
}
TERMS = tuple(USUAL["en"])
LONGEST_TERM = 30
_NAMED = re.compile(rf"\{{({'|'.join(TERMS)})\}}")

_chosen: Mapping[str, str] = MappingProxyType({})


def choose(terms: Mapping[str, str]) -> None:
    """Set the terms of the person who runs the program, by language and name: “fr.boss”."""
    global _chosen  # noqa: PLW0603 -- one program speaks to one person, as in journal.language
    _chosen = MappingProxyType(dict(terms))


def term(name: str, language: Language | None = None) -> str:
    """Return the person's term, or the usual one."""
    spoken = language or current()
    return _chosen.get(f"{spoken}.{name}", "") or USUAL[spoken][name]


def said(text: str, language: Language | None = None) -> str:
    """Return a text with the terms it names in braces."""
    return _NAMED.sub(lambda named: term(named[1], language), text) if "{" in text else text


def known(name: str) -> bool:
    """Tell whether a setting of this name is a term: a language and what is named."""
    language, _dot, what = name.partition(".")
    return language in LANGUAGES and what in TERMS
