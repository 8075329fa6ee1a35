"""Words that inline Markdown parts in two: `**Pa**ul` reads as "Paul" on paper, so it is a name there."""

import html
import re
from collections.abc import Callable

from journal.sharing.folding import WORD, fold
from journal.unicode_ranges import DEFAULT_IGNORABLE

_LETTER = rf"(?:[^\W\d_]|[{DEFAULT_IGNORABLE}])"
_ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});"
_PARTING = r"(?:[*~`]+|</?[a-zA-Z]{1,9}/?>|\[|\](?:\([^()\s]*\))?)"
_AFTER_LETTER = rf"(?:(?<=[^\W\d_])|(?<=[{DEFAULT_IGNORABLE}]))"
_SIGN = re.compile(rf"{_AFTER_LETTER}{_PARTING}+(?:{_LETTER}|&)|{_ENTITY}")
# Each piece has a letter that is seen: a sign beside what nobody sees parts no word.
_PIECE = rf"(?:[^\W\d_]|{_ENTITY})(?:{_LETTER}|{_ENTITY})*"
_WORD = re.compile(rf"([*~`\[]*)({_PIECE}(?:{_PARTING}+[{DEFAULT_IGNORABLE}]*{_PIECE})*)([*~`]*)")
_MARK = re.compile(_PARTING)
_BEGUN = re.compile(r"[*~`<\[\]&]")  # with one of these it begins: much faster to look for


def joined(text: str, is_name: Callable[[str], bool]) -> str:
    """Return the text with the names (folded words) in one piece; emphasis within them is around them then."""
    parted = any(_may_part(text, begun.start()) for begun in _BEGUN.finditer(text))
    return _WORD.sub(lambda match: _whole(match, is_name), text) if parted else text


def _may_part(text: str, place: int) -> bool:
    """Whether a sign may part a word: behind nothing of a word there is none to part, unless it is a letter itself."""
    before = text[place - 1 : place]
    parts = text[place] == "&" or before.isalnum() or not before.isascii()
    return parts and _SIGN.match(text, place) is not None


def _whole(match: re.Match[str], is_name: Callable[[str], bool]) -> str:
    before, word, after = map(str, match.groups())
    plain = html.unescape(_MARK.sub("", word))
    if plain == word or not any(is_name(each) for each in WORD.findall(fold(plain))):
        return match.group()
    marks = [mark for mark in _MARK.findall(word) if mark[0] in "*~`"]
    before = before.removesuffix("[") if "](" in word else before
    if len(marks) % 2 == 0:  # whole emphases, or a link: nothing is left open
        return before + plain + after
    line = match.string[match.string.rfind("\n", 0, match.start()) + 1 : match.start()] + before
    begun = line.count(marks[-1]) % 2
    return f"{before}{plain}{marks[-1]}{after}" if begun else f"{before}{marks[-1]}{plain}{after}"


__all__ = ["joined"]
