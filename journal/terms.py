"""A person's own terms for those around their work, said wherever a text names them."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from journal.language import SOURCE, Language, current, facts, languages, pgettext

TERMS = ("practitioner", "boss", "board", "team")
LONGEST_TERM = 30
_FEMININE = ("mme ", "mme. ", "mlle ", "madame ", "mrs ", "ms ", "mrs. ", "ms. ")
_NAMED = rf"\{{({'|'.join(TERMS)})\}}"

_chosen: Mapping[str, str] = MappingProxyType({})


def choose(terms: Mapping[str, str]) -> None:
    """Set the terms of the person who runs the program, by language and name: “fr.boss”."""
    global _chosen  # noqa: PLW0603 -- one program speaks to one person, as in journal.language
    _chosen = MappingProxyType(dict(terms))


def usual(name: str, language: Language | None = None) -> tuple[str, ...]:
    """Return what is usually said, the likeliest first."""
    return tuple(facts(language or current()).get("terms", {}).get(name) or facts(SOURCE)["terms"][name])


def term(name: str, language: Language | None = None) -> str:
    """Return the person's term, or the usual one."""
    spoken = language or current()
    return _chosen.get(f"{spoken}.{name}", "") or usual(name, spoken)[0]


def practitioner(*, feminine: bool = False) -> str:
    """Return who goes along with the person: in their own word, and agreeing where it is the usual one."""
    told, agreeing = term("practitioner"), pgettext("feminine", "practitioner")
    agrees = feminine and told == usual("practitioner")[0] and agreeing != "practitioner"
    return agreeing if agrees else told


def bears_feminine_title(name: str) -> bool:
    """Whether a woman's title stands before a name."""
    return name.casefold().startswith(_FEMININE)


def said(text: str, language: Language | None = None) -> str:
    """Return a text with the terms it names in braces."""
    return re.sub(_NAMED, lambda named: term(named[1], language), text) if "{" in text else text


def known(name: str) -> bool:
    """Tell whether a setting of this name is a term: a language and what is named."""
    language, _dot, what = name.partition(".")
    return language in languages() and what in TERMS
