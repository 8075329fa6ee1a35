"""A listed name that is a word as well, or part of a place's name: whether it is the person, by what stands around it.

“Will he come?”, “Will Tunde come?” and “Mark my words” name neither Will nor Mark; “St Mark’s” and “Grace Church Road”
are places, which are pointed out whole.
"""

import re
from collections.abc import Callable, Iterator

from journal.sharing.at_beginning import has_done, is_word_too
from journal.sharing.folding import fold
from journal.sharing.reading import Reading, words
from journal.sharing.sentences import may_begin
from journal.sharing.words import folded, spelt

_BLANK = "[ \u00a0\u202f]"
_LOOKED_AHEAD, _LOOKED_BACK = 120, 12  # characters
_MODALS = frozenset({"will", "may"})
_ASKED = re.compile(
    rf"{_BLANK}(?:he|she|it|we|you|I|they|this|these|those|there|any\w*|some\w*|every\w+|nobody|people|my|your|our|his"
    r"|her|their|its)\b(?!['’]s)"
)
_PERHAPS_ASKED = re.compile(rf"{_BLANK}(?:the|that|a|an|all|both|one|not)\b")
_ORDERS = words("bill chase grant hope mark nick page pat peg rob skip sue lance")
_THING = rf"{_BLANK}(?!you\b)[a-z]{{3,}}"  # which the order is about
_ORDERED = re.compile(
    rf"{_BLANK}(?:(?:my|your|our|his|her|their){_THING}|(?:this|these|those|it|them|him|me|us)\b(?!['’]))"
)
_PERHAPS_ORDERED = re.compile(rf"{_BLANK}(?:the|that|a|an|all){_THING}")
_HOPED = re.compile(rf"{_BLANK}(?:you|we|he|she|they|I|so|that|the|all|there|to{_BLANK}(?:see|hear|be|have|get))\b")
_THANKS_TO = re.compile(rf"{_BLANK}(?:à|au|aux)\b")
_NEXT = re.compile(rf"{_BLANK}(?:([a-z]+)\b)?")
_NOT_DOING = words("and or but nor at in on of to with from for who whose as is if when not then than")
_ENDS = re.compile(r"[.!?…\n]|\Z")
_SAINT = re.compile(rf"(?<![\w-])(?:St|Ste|Saint|Sainte)(?:\.?{_BLANK}|[-‐‑])\Z")
_WORD_BEFORE = re.compile(rf"([^\W\d_]+){_BLANK}\Z")
_AFTER_COLON = re.compile(rf"[:;]{_BLANK}\Z")
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][^\W\d_]+"
_NAME_BEHIND = re.compile(
    rf"{_BLANK}((?i:{'|'.join(sorted(folded('titles')))})\.?{_BLANK})?({_CAPITAL})(?:(?:{_BLANK}|[-‐‑]){_CAPITAL})*"
)
_OF_A_PLACE = (
    "Road|Street|Avenue|Boulevard|Square|Crescent|Terrace|School|College|University|Hospital|Clinic|Station|Centre"
    "|Center|Cathedral|Stadium|Airport"
)
_PLACE_BEHIND = re.compile(rf"(?:{_BLANK}{_CAPITAL})?{_BLANK}(?:{_OF_A_PLACE})\b")
_PLACES = (
    re.compile(
        rf"(?<![\w-])(?:St|Ste|Saint|Sainte)(?:\.?{_BLANK}|[-‐‑]){_CAPITAL}(?:[-‐‑]{_CAPITAL})*(?:['’]s?(?!\w))?"
    ),
    re.compile(rf"(?<![\w-]){_CAPITAL}(?:{_BLANK}{_CAPITAL})?{_BLANK}(?:{_OF_A_PLACE})\b"),
)


def places_named_after(text: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where places stand that are named after a saint, or with a first name: each whole."""
    for match in _PLACES[0].finditer(text):
        before = _WORD_BEFORE.search(text, max(0, match.start() - _LOOKED_AHEAD), match.start())
        if before is None or not _is_first_name(fold(before[1])):  # and not "Luc Saint-Pierre"
            yield match.span()
    for match in _PLACES[1].finditer(text):
        first = fold(match.group().split()[0])
        if _is_first_name(first):
            yield match.span()


def _is_first_name(word: str) -> bool:
    return is_word_too(word) or word in folded("first-names")


def reading(text: str, start: int, end: int, knows: Callable[[str], bool]) -> Reading:
    """Return what a single word that is somebody's name is, from `start` to `end`.

    `knows` tells whether a folded word begins the name of somebody known.
    """
    word = fold(text[start:end])
    before = text[max(0, start - _LOOKED_BACK) : start]
    if _is_first_name(word) and (_SAINT.search(before) or _PLACE_BEHIND.match(text, end)):
        return Reading.WORD
    if not is_word_too(word) or not (may_begin(text, start) or _AFTER_COLON.search(before)):
        return Reading.NAME
    signs = len(text[end : end + 3]) - len(text[end : end + 3].lstrip("*_"))
    rest = text[end + signs : end + _LOOKED_AHEAD]
    if word in _MODALS:
        return _asking(text, end + signs, rest, knows)
    if word in _ORDERS:
        return _ordering(word, rest)
    return Reading.WORD if text[start:end] == "Grâce" and _THANKS_TO.match(rest) else Reading.NAME


def _asking(text: str, end: int, rest: str, knows: Callable[[str], bool]) -> Reading:
    """Return what "Will" and "May" are: words before a pronoun, and before somebody who is asked to do something."""
    if _ASKED.match(rest):
        return Reading.WORD
    ended = _ENDS.search(text, end)
    asks = ended is not None and ended.group() == "?"
    if _PERHAPS_ASKED.match(rest):
        return Reading.WORD if asks else Reading.UNSURE
    other = _NAME_BEHIND.match(text, end)
    if other is None or not (other[1] or knows(fold(other[2])) or _is_first_name(fold(other[2]))):
        return Reading.NAME
    following = _NEXT.match(text, other.end())
    done = following[1] if following else None
    return Reading.WORD if asks or (done is not None and _is_bare(done)) else Reading.NAME


def _is_bare(verb: str) -> bool:
    """Whether a word may be what somebody is asked to do: “take”, and neither “took” nor “takes”."""
    finite = verb in spelt("persons-verbs") or verb in spelt("finite-verbs") or verb.endswith(("s", "ed", "ly"))
    return not finite and verb not in _NOT_DOING


def _ordering(word: str, rest: str) -> Reading:
    """Return what a name is that is a verb as well: “Mark my words”."""
    if _ORDERED.match(rest) or (word == "hope" and _HOPED.match(rest)):
        return Reading.WORD
    return Reading.UNSURE if _PERHAPS_ORDERED.match(rest) and not has_done(rest) else Reading.NAME
