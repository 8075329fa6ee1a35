"""Spaces that a language keeps with the sign beside them: typed plain, they leave as ones at which no line breaks.

None is added and none taken away, so that a text keeps its length, and places found in it their meaning.
"""

from functools import cache

from journal.language import Language, facts

_NO_BREAK = "\u00a0"


def kept_together(text: str, language: Language | None) -> str:
    """Return the text as its language has it on paper."""
    if language is not None and " " in text:
        for typed, kept in _kept(language):  # faster than one expression for all
            text = text.replace(typed, kept)
    return text


@cache
def _kept(language: Language) -> tuple[tuple[str, str], ...]:
    spaces = facts(language).get("spaces", {})
    before = ((f" {sign}", f"{_NO_BREAK}{sign}") for sign in spaces.get("before", ""))
    return (*before, *((f"{sign} ", f"{sign}{_NO_BREAK}") for sign in spaces.get("after", "")))
