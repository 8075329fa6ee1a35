"""Spaces that French keeps with the sign beside them: typed plain, they leave as ones at which no line breaks.

None is added and none taken away, so that a text keeps its length, and places found in it their meaning.
"""

from journal.language import Language

_NO_BREAK = "\u00a0"
_KEPT = (*((f" {sign}", f"{_NO_BREAK}{sign}") for sign in "?!:;»"), ("« ", f"«{_NO_BREAK}"))


def kept_together(text: str, language: Language | None) -> str:
    """Return the text as its language has it on paper; only French keeps spaces before its signs."""
    if language == "fr" and " " in text:
        for typed, kept in _KEPT:  # faster than one expression for all
            text = text.replace(typed, kept)
    return text
