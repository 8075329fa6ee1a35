"""A quick fold of texts in Western letters: one byte for each character, so that places in both are the same.

Most texts can be folded so, and words are found in bytes many times as fast as in characters that each may be spelled
in several ways. What cannot be (other scripts, hyphens that nobody sees) is None here, and looked for the long way.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from journal.store.folding import fold

# What keeps most texts from latin-1, as the bytes of cp1252, where latin-1 has controls that no text holds.
_OFTEN = tuple((each, each.encode("cp1252").decode("latin-1")) for each in "’œ…–—“”€Œ")
_HYPHEN = b"\xad"  # may stand inside a word without being seen
_SPACE = ord(" ")
_OTHER = ord("Z")  # of letters that no folded word in ASCII holds
_FIRST_PAIR = ord("A")


def flat(text: str) -> bytes | None:
    """Return a text folded, each letter or digit as one byte and all between them as spaces; None when it cannot be."""
    text = text.replace("\N{NARROW NO-BREAK SPACE}", " ")
    told = text
    for character, byte in _OFTEN:
        told = told.replace(character, byte)
    for spelled, codec in ((told, "latin-1"), (text, "cp1252")):  # the first is many times as fast
        try:
            written = spelled.encode(codec)
        except UnicodeEncodeError:
            continue
        return None if _HYPHEN in written else written.translate(_TABLE)
    return None


class Needle(NamedTuple):
    """A word as it stands between spaces in a text folded here, and its letters; 0 where it may go on."""

    between: bytes
    letters: int


@lru_cache(maxsize=256)
def needle(words: tuple[str, ...], *, beginning: bool) -> Needle | None:
    """Return what finds the only word of a term, many times as fast as a pattern; None for other terms."""
    if len(words) != 1 or not _is_western(words) or _PAIR.search(words[0]):
        return None
    return Needle(f" {words[0]}{'' if beginning else ' '}".encode(), 0 if beginning else len(words[0]))


def first_of(between: bytes, needles: Iterable[Needle], near: int) -> int:
    """Return where the first of words stands in a folded text between spaces, 0 where none does; later ones near it."""
    first, end = 0, len(between)
    found = False
    for each in needles:
        place = between.find(each.between, 0, end)
        if place >= 0 and not (found and place > first):
            found, first, end = True, place, place + near
    return first


def marked(between: bytes, needles: Iterable[Needle], start: int, end: int) -> list[tuple[int, int]]:
    """Return where words stand from one place of a folded text between spaces to another."""
    found = []
    for each in needles:
        place = between.find(each.between, start, end + 2)  # with the spaces around it
        while place >= 0:
            border = place + each.letters if each.letters else between.index(b" ", place + 1) - 1
            found.append((place, border))
            place = between.find(each.between, border, end + 2)
    return found


@lru_cache(maxsize=256)
def sought(words: tuple[str, ...]) -> re.Pattern[bytes] | None:
    """Return what finds folded words that stand together in a text folded here; None for words of other letters."""
    if not _is_western(words):
        return None
    spelled = (_PAIR.sub(lambda pair: f"(?:{pair[0]}|{_PAIRS[pair[0]]:c})", word) for word in words)
    return re.compile(" +".join(spelled).encode())


def _is_western(words: tuple[str, ...]) -> bool:
    return all(word.isascii() and word.isalnum() for word in words)


def places(
    folded: bytes, pattern: re.Pattern[bytes], start: int, end: int, *, beginning: bool
) -> Iterator[tuple[int, int]]:
    """Yield where words stand in a text folded here, between the borders of words; or the beginning of the last one."""
    for found in pattern.finditer(folded, start, end):
        first, last = found.span()
        if first and folded[first - 1] != _SPACE:
            continue
        border = folded.find(b" ", last)
        border = len(folded) if border < 0 else border
        if border == last or beginning:
            yield first, border


def _table() -> tuple[bytes, dict[str, int]]:
    """Return what each byte of cp1252 becomes, and the byte for each two letters that are written as one."""
    pairs: dict[str, int] = {}
    written = (bytes([code]).decode("cp1252", "replace") for code in range(256))
    return bytes(_byte(character, pairs) for character in written), pairs


def _byte(character: str, pairs: dict[str, int]) -> int:
    if character.isascii():
        return ord(character.lower()) if character.isalnum() else _SPACE
    folded = fold(character)
    if folded.isascii() and folded.isalnum():
        return ord(folded) if len(folded) == 1 else pairs.setdefault(folded, _FIRST_PAIR + len(pairs))
    return _OTHER if character.isalnum() else _SPACE


_TABLE, _PAIRS = _table()
_PAIR = re.compile("|".join(_PAIRS))
