"""Texts in Western letters as one byte for each character, in which words and capitals are found many times as fast.

A text that cannot be written so is None here, and is looked through the long way.
"""

import re
from collections.abc import Callable
from functools import cache

_NARROW, _BLANK = "\u202f", "\u00a0"
_UNDECODED = "\ufffd"  # what stands for the five bytes that are no character
_LETTER = re.compile(r"[^\W\d_]")
CHARACTERS = bytes(range(256)).decode("cp1252", errors="replace")


def flat(text: str) -> bytes | None:
    """Return a text with one byte for each character; narrow blanks are written as wide ones."""
    try:
        return text.replace(_NARROW, _BLANK).encode("cp1252")
    except UnicodeEncodeError:
        return None


def shape(text: str) -> bytes | None:
    """Return what each character is: "A" a capital, "a" another letter, "0" a digit, "-" itself, a blank all else."""
    written = flat(text)
    return None if written is None else written.translate(_shapes())


@cache
def _shapes() -> bytes:
    return "".join(map(_shape_of, CHARACTERS)).encode()


def _shape_of(character: str) -> str:
    if character != _UNDECODED and _LETTER.match(character):
        return "A" if character.isupper() else "a"
    return "0" if character.isdecimal() else "-" if character == "-" else " "


class Folding:
    """How each byte is folded: most to another byte, some to what no byte can be."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        """Prepare with what one character is folded to."""
        folded = {each: fold(each) for each in CHARACTERS if each != _UNDECODED}
        to_byte = {each: other for each, other in folded.items() if len(other) == 1 and flat(other) is not None}
        self._others = {each: other for each, other in folded.items() if each not in to_byte}
        self._table = "".join(to_byte.get(each, each) for each in CHARACTERS).encode("cp1252", errors="replace")
        self._common = "".join(to_byte).encode("cp1252")

    def fold(self, written: bytes) -> str:
        """Return a text folded."""
        text = written.translate(self._table).decode("cp1252")
        for character in self.others_in(written):
            text = text.replace(character, self._others[character])
        return text

    def others_in(self, written: bytes) -> set[str]:
        """Return the characters of a text that are folded to none or several, or to one of other scripts."""
        return set(written.translate(None, self._common).decode("cp1252"))
