"""Weight for what Markdown marks while one writes: headings, emphasis, signs of lists and quotations; no colour."""

import re
from functools import lru_cache

LONGEST = 2_000  # characters of a line that is looked at: a key must paint at once, whatever was pasted

_HEADING = re.compile(r"#{1,6}\s")
_SIGN = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)]|>)\s")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])([^*_]+?)(?<=\S)\1(?![\w*_])")


@lru_cache(maxsize=64)  # a paragraph is asked for once for each row it is wrapped into
def weights(words: str) -> tuple[tuple[str, int, int], ...]:
    """Return the styles of a line, each with where it begins and ends."""
    if len(words) > LONGEST:
        return ()
    if _HEADING.match(words):
        return (("bold", 0, len(words)),)
    sign = _SIGN.match(words)
    return (
        *((("dim", 0, sign.end()),) if sign else ()),
        *(("bold", *found.span()) for found in _STRONG.finditer(words)),
        *(("italic", *found.span()) for found in _EMPHASIS.finditer(words)),
    )
