"""Folding of text for the search index: without case, accents and punctuation, as words between spaces.

Scripts that set no spaces between words have each sign as a word of its own, and so has each emoji: what is typed of
them is then looked for as a phrase. The index and what is looked for are folded alike.
"""

import re
import unicodedata
from functools import cache

from journal.unicode_ranges import DEFAULT_IGNORABLE, WITHOUT_WORD_BORDERS

VERSION = 2
"""Which folding, and which signs of places, an index was made with: another number and it is made anew."""

SIGNS = "".join(WITHOUT_WORD_BORDERS.values())
"""Characters that are words of their own, as the inside of a regular expression's set."""

# Letters of their own in Unicode that people type as others.
_LETTERS = {"æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d", "đ": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o",
            "ŧ": "t", "\N{MODIFIER LETTER APOSTROPHE}": " ", "\N{ARABIC TATWEEL}": ""}  # fmt: skip
_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
# Latin, accents; Greek, Cyrillic; quotes and dashes; signs of measure; currencies; what stands for no character.
_WESTERN = (
    *(("\x80", "\u034e"), ("\u0350", "\u052f"), ("\u2010", "\u2027"), ("\u2030", "\u205e"), ("\u20a0", "\u20cf")),
    ("\ufffd", "\ufffd"),
)
# Classes of marks that are accents and vowel points; others are part of a letter (が) or of a syllable (हि).
_ACCENTS = (*range(10, 36), *range(200, 241))


class _Folds(dict[int, str]):
    """What each character becomes, found once."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKD", chr(code).casefold())
        kept = "".join(each for each in plain if unicodedata.combining(each) not in _ACCENTS)
        self[code] = folded = "".join(map(_word, unicodedata.normalize("NFC", kept)))
        return folded


def _word(character: str) -> str:
    """Return a character as it stands in a word, alone between spaces, as a space, or not at all."""
    if character in _LETTERS:
        return _LETTERS[character]
    if character.isascii():
        return character if character.isalnum() else " "
    category = unicodedata.category(character)
    sign, unseen = (False, character == _SOFT_HYPHEN) if _is_western(character) else _special(character)
    if category == "Me" or unseen:  # the first encloses: the frame of a key
        return ""
    if category == "So" or sign:
        return f" {character} "
    return character if category[0] in "LNM" or category == "Co" else " "


def _is_western(character: str) -> bool:
    """Whether a character is a letter or a sign as they stand in Western texts, none of them a word of its own."""
    return any(first <= character <= last for first, last in _WESTERN)


def _special(character: str) -> tuple[bool, bool]:
    """Return whether a character is a word of its own, and whether it is one that nobody sees."""
    sign, unseen = _patterns()
    return sign.match(character) is not None, unseen.match(character) is not None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds signs that are words of their own, and those that nobody sees; it takes milliseconds."""
    return re.compile(f"[{SIGNS}\U0001f3fb-\U0001f3ff]"), re.compile(f"[{DEFAULT_IGNORABLE}]")  # the former: skin tones


_FOLDS = _Folds()


def fold(text: str) -> str:
    """Return the words of a text, folded, with spaces between them."""
    return unicodedata.normalize("NFKC", text).translate(_FOLDS)


def words(text: str) -> list[str]:
    """Return the folded words of a text."""
    return fold(text).split()
