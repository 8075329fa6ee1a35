"""Text folded for comparison, character by character, so that a place in the folded text is one in the original."""

import re
import unicodedata


def _folded(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character


# Latin-1 Supplement to Latin Extended-B, and Latin Extended Additional (Vietnamese).
_TABLE = {code: _folded(chr(code)) for code in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00))}
_TABLE |= {0x2019: "'", 0x2010: "-", 0x2011: "-", 0xF8: "o", 0xD8: "o", 0x142: "l", 0x141: "l", 0x111: "d", 0x110: "d"}

# What nobody sees and what would part a name in two: soft hyphen, zero-width space and joiner of words.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
WORD = re.compile(r"[^\W\d_]+")


def fold(text: str) -> str:
    """Return the text without case and accents, of the same length."""
    folded = text.translate(_TABLE)
    lowered = folded.lower()
    # A letter that would become two (the Turkish İ, beyond the table) would shift every place after it.
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)


def visible(text: str) -> str:
    """Return the text without the characters that nobody sees."""
    return _INVISIBLE.sub("", text)
