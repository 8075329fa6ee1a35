"""Names that hide behind words, of people whom nobody listed: “Le told me”, “lunch with An”, “Bill and May”.

A month and a word as small as "Le" are nobody's name as a rule, so that no capital tells it: what stands around does.
"""

import re

from journal.sharing.at_beginning import is_like_a_month, is_somebody_like_a_month
from journal.sharing.folding import fold
from journal.sharing.reading import Reading, words
from journal.sharing.small_names import small_name_begins
from journal.sharing.told_together import IsName, begins_list, ends_list

_BLANK = "[ \u00a0\u202f]"
_LOOKED_BACK = 24  # characters
_SURNAMES = words("le")  # no capital within a sentence but as a name
_PRONOUNS = words("he you her ma ton son elle")  # with one now and then, so that somebody is told, asked or met
_AT_BEGINNING = words("an do le to va vu su")
_SMALL = _SURNAMES | _PRONOUNS | _AT_BEGINNING
_TO_SOMEBODY = re.compile(
    r"(?<![^\W_])(?:told|asked|thanked|met|called|emailed|with|from|by|warned|invited|hired|and|to|avec|chez|vu|par|selon"
    rf"|sans|pour|dit{_BLANK}à|parlé{_BLANK}à|rencontré|remercié|prévenu|appelé)[ \u00a0\u202f\n]\Z"
)
_WITHIN = re.compile(rf"[a-zß-öø-ÿ’'»”)](,?){_BLANK}[*_]{{0,3}}\Z|(?<![^\W_])[^\W\d_]+(){_BLANK}\Z")
_GOES_ON = re.compile(rf"[*_]{{0,3}}(?:{_BLANK}[^\W\d_a-zß-öø-ÿ]|[-‐‑@/]|['’](?!s\b))")
_PARTED = re.compile(rf"[*_]{{0,3}}(?:[.,;!?…:)»”\n]|\Z|{_BLANK}(?:[!?;:»]|(?:and|et|or|ou|&)\b))")
_NOTED = re.compile(rf"[*_]{{0,3}}{_BLANK}?:{_BLANK}|[*_]{{0,3}}{_BLANK}[-–—]{_BLANK}")  # "Le : en congé"
_AND = re.compile(rf"[*_]{{0,3}}{_BLANK}(?:and|et|or|ou|&){_BLANK}")
_AND_SOMEBODY = re.compile(
    rf"[*_]{{0,3}}{_BLANK}(?:and|et|or|ou|&){_BLANK}(?:I|me|my|moi|mon|ma|his|her|son|sa|[^\W\d_a-zß-öø-ÿ])"
)


def may_hide(word: str) -> int:
    """Return how many letters hold a name perhaps: those of a word that is a month or small, none of another."""
    told = fold(word)
    return len(word) if is_like_a_month(word) or told in _SMALL else 0


def is_somebody(text: str, start: int, end: int, is_name: IsName, *, begins: bool) -> bool:
    """Whether such a word, from `start` to `end`, is a name; `begins` tells that it may begin a sentence."""
    if is_like_a_month(text[start:end]):
        together = begins_list if begins else ends_list
        return is_somebody_like_a_month(text, start, end) or together(text, start, end, is_name)
    if text[start:end].isupper() or _GOES_ON.match(text, end):
        return False
    if begins and not _TO_SOMEBODY.search(text, max(0, start - _LOOKED_BACK), start):
        return _begins(text, start, end)
    return _stands_within(text, start, end)


def _begins(text: str, start: int, end: int) -> bool:
    led_on = _AND.match(text, end) and not _AND_SOMEBODY.match(text, end)  # "Do and redo"
    if led_on or fold(text[start:end]) not in _AT_BEGINNING:
        return False
    noted = fold(text[start:end]) in _SURNAMES and _NOTED.match(text, end) is not None
    return noted or small_name_begins(text, start, end) is Reading.NAME


def _stands_within(text: str, start: int, end: int) -> bool:
    word = fold(text[start:end])
    if word in _PRONOUNS:
        return _TO_SOMEBODY.search(text, max(0, start - _LOOKED_BACK), start) is not None
    before = _WITHIN.search(text, max(0, start - _LOOKED_BACK), start)
    if word not in _SURNAMES or before is None:
        return word in _SURNAMES and _TO_SOMEBODY.search(text, max(0, start - _LOOKED_BACK), start) is not None
    return before[1] != "," or _PARTED.match(text, end) is not None
