"""Text folded for comparison, character by character, so that a place in the folded text is one in the original."""

import re
import unicodedata


def _base(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character


# Latin-1 Supplement to Latin Extended-B, and Latin Extended Additional (Vietnamese).
_BASES = {chr(code): _base(chr(code)) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))}
_BASES |= {"’": "'", "‐": "-", "‑": "-", "ø": "o", "ł": "l", "đ": "d"}
_BASES = {character: base for character, base in _BASES.items() if character != base}
_FOREIGN = re.compile("[^\x00-\x7f]")

# What nobody sees and what would part a name in two: soft hyphen, zero-width space and joiner of words.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
WORD = re.compile(r"[^\W\d_]+")


def fold(text: str) -> str:
    """Return the text without case and accents, of the same length."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a letter became two (the Turkish İ), which would shift every place after it
        lowered = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    if not lowered.isascii():
        for character in set(_FOREIGN.findall(lowered)):  # a text holds few different ones
            lowered = lowered.replace(character, _BASES.get(character, character))
    return lowered


def visible(text: str) -> str:
    """Return the text without the characters that nobody sees."""
    return _INVISIBLE.sub("", text)
