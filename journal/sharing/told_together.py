"""Names told together: “Grace, Hope and Faith”, “Le, Li et An”, “Bill and May”.

Each of them is somebody, also one that is a word as well and begins the sentence: a list of words has small letters.
"""

import re
from collections.abc import Callable

from journal.sharing.at_beginning import is_like_a_month, is_word_too
from journal.sharing.folding import fold
from journal.sharing.reading import words

_BLANK = "[ \u00a0\u202f]"
_AND = rf"(?:,?{_BLANK}(?:and|et|or|ou|nor|ni|then|puis|&|\+){_BLANK}|/)"
_COMMA = rf",{_BLANK}"
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][^\W\d_]+"
_NAME = rf"{_CAPITAL}(?:[-‐‑ \u00a0]{_CAPITAL})*"
_ENDS = rf"(?=[*_]{{0,3}}{_BLANK}?(?:[:.(]|\n|\Z))"
_BEHIND = re.compile(
    rf"(?:{_COMMA}{_NAME})*{_AND}{_NAME}|{_COMMA}{_NAME}(?:{_COMMA}{_NAME}|{_ENDS})(?:{_COMMA}{_NAME})*"
)
_GOES_ON = re.compile(rf"(?:{_COMMA}{_NAME})*{_AND}{_NAME}")
_GOES_ON_BEHIND = re.compile(rf"{_AND}|{_COMMA}{_NAME}|{_ENDS}")
_BEFORE = re.compile(rf"(?<![^\W_])({_CAPITAL})({_AND}|{_COMMA})\Z")
_WORD = re.compile(_CAPITAL)
_IN_A_MONTH = re.compile(
    r"(?<![^\W_])(?:in|by|since|until|till|from|early|late|last|next|mid|this|en|depuis|fin|début|mi|dès|avant|\d+)"
    r"[ \u00a0-]\Z",
    re.IGNORECASE,
)
_LOOKED_AHEAD, _LOOKED_BACK = 160, 40  # characters
_EXCLAIMED = words("parfait bienvenu bienvenue chance patience courage")  # "Parfait, Karim et Lise arrivent."

IsName = Callable[[str], bool]
"""Whether a word with a capital is somebody’s name wherever it stands."""


def begins_list(text: str, start: int, end: int, is_name: IsName) -> bool:
    """Whether a word that begins a sentence, from `start` to `end`, is the first of names told together."""
    behind = text[end : end + _LOOKED_AHEAD].lstrip("*_")
    found = _BEHIND.match(behind)
    if found is None or (fold(text[start:end]) in _EXCLAIMED and behind[0] == ","):
        return False
    return any(map(is_name, _WORD.findall(found.group())))


def ends_list(text: str, start: int, end: int, is_name: IsName) -> bool:
    """Whether a word within a sentence, from `start` to `end`, is told together with a name before it."""
    before = _BEFORE.search(text, max(0, start - _LOOKED_BACK), start)
    if before is None or not is_name(before[1]):
        return False
    return before[2].strip(", \u00a0\u202f") != "" or _GOES_ON.match(text, end) is not None


def before_alias(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return from where to where a first name that is a word too stands, told with somebody whose alias stands there.

    The month of “In May, Anna left” is none.
    """
    before = _BEFORE.search(text, max(0, start - _LOOKED_BACK), start)
    if before is None or not is_word_too(fold(before[1])):
        return None
    if is_like_a_month(before[1]) and _IN_A_MONTH.search(text, max(0, before.start(1) - _LOOKED_BACK), before.start(1)):
        return None
    listed = before[2].strip(", \u00a0\u202f") != "" or _GOES_ON_BEHIND.match(text, end)
    return before.span(1) if listed and fold(before[1]) not in _EXCLAIMED | {"juste", "franc"} else None
