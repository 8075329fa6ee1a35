"""Spaces that French keeps with the sign beside them: typed plain, they leave as ones at which no line breaks.

None is added and none taken away, so that a text keeps its length, and places found in it their meaning.
"""

import re

from journal.language import Language

_NO_BREAK = "\u00a0"
_BEFORE_SIGN = re.compile(r"(?<!\s) (?=[?!:;»])|(?<=«) (?!\s)")


def kept_together(text: str, language: Language | None) -> str:
    """Return the text as its language has it on paper; only French keeps spaces before its signs."""
    return _BEFORE_SIGN.sub(_NO_BREAK, text) if language == "fr" else text
