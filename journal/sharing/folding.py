"""Text folded for comparison: without case, accents, look-alike forms and what nobody sees.

A folded text may be shorter or longer than the original; `Folded` knows which place in one is which in the other.
"""

import re
import unicodedata
from bisect import bisect_right
from functools import cache, lru_cache

from journal.sharing.western import CHARACTERS, Folding, flat, shape
from journal.unicode_ranges import DEFAULT_IGNORABLE, WITHOUT_WORD_BORDERS

_VOICED = "\u3099\u309a"  # marks of kana: half-width ones are signs of their own
_OWN_SCRIPTS = "".join((*WITHOUT_WORD_BORDERS.values(), _VOICED))
_SIGNS = ((0x900, 0xE00), (0xF00, 0x1000), (0x1700, 0x1780), (0x1900, 0x19E0), (0x1A00, 0x1C80), (0xA800, 0xAC00))
# Vowels and other signs that belong to the letters before them, in scripts that part words by spaces.
_MARKS = "".join(
    chr(code) for block in _SIGNS for code in range(*block) if unicodedata.category(chr(code)) in ("Mn", "Mc")
)
_LETTERS = rf"[^\W\d_{_OWN_SCRIPTS}]"
WORD = re.compile(rf"[{_OWN_SCRIPTS}]+|{_LETTERS}+(?:[{_MARKS}]+{_LETTERS}*)*")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")

_IGNORABLE = re.compile(f"[{DEFAULT_IGNORABLE}]+")
_OWN_SCRIPT = re.compile(f"[{_OWN_SCRIPTS}]")
_BREAKS = ("-\n", "\u00ad\n", "‐\n", "‑\n")
_BROKEN = re.compile(r"(?<=[^\W\d_])[-‐‑\u00ad]\n[ \t>]*(?=[^\W\d_])")  # a word parted over the end of a line
_TATWEEL = "\u0640"
_SAME = {
    "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i",
    "’": "'", "‘": "'", "ʼ": "'", "׳": "'", "‐": "-", "‑": "-", _TATWEEL: "",
    "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ",
}  # fmt: skip
_OVERLAY, _FIRST_POINT, _LAST_POINT, _FIRST_ACCENT = 1, 10, 36, 200  # classes of combining marks (UAX #44)


def _is_accent(character: str) -> bool:
    """Whether a mark tells how a letter sounds; the vowels and tones of Thai and the like are letters themselves."""
    kind = unicodedata.combining(character)
    return kind == _OVERLAY or _FIRST_POINT <= kind <= _LAST_POINT or kind >= _FIRST_ACCENT


class _Table(dict[int, str]):
    """What each character is folded to, worked out when it is met first."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
        bare = "".join(_SAME.get(each, each) for each in plain if not _is_accent(each))
        composed = bare if any(mark in bare for mark in _VOICED) else unicodedata.normalize("NFC", bare)
        self[code] = "" if _IGNORABLE.match(character) else composed
        return self[code]


_TABLE = _Table()
_LONG = 100  # characters from which on a text in Western letters is folded sooner as such
_HIDDEN_HYPHEN = "\u00ad"


def fold(text: str) -> str:
    """Return the text without case, accents and what nobody sees."""
    if text.isascii():
        return text.lower()
    written = flat(text) if len(text) >= _LONG else None
    return text.translate(_TABLE) if written is None else _western().fold(written)


@cache
def _western() -> Folding:
    return Folding(lambda character: _TABLE[ord(character)])


@cache
def _letters() -> bytes:
    """Return the table that leaves the letters of a folded text in Western letters, and blanks for all else."""
    return "".join(each if WORD.match(each) else " " for each in CHARACTERS).encode("cp1252", errors="replace")


@lru_cache(maxsize=8)
def words_in(folded: str) -> frozenset[str]:
    """Return the words of a folded text, once for all who look for some in it."""
    written = flat(folded)
    if written is None:
        return frozenset(WORD.findall(folded))
    return frozenset(written.translate(_letters()).decode("cp1252").split())


def visible(text: str) -> str:
    """Return the text without the characters that nobody sees."""
    return _IGNORABLE.sub("", text)


def borderless(text: str) -> bool:
    """Whether a text begins in a script whose words stand without spaces between them."""
    return _OWN_SCRIPT.match(text) is not None


def _breaks_in(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _BROKEN.finditer(text) if text[match.end()].islower()]


def _others_in(text: str) -> set[str]:
    """Return at least the characters of a text that are not folded to one."""
    written = flat(text)
    return set(text) if written is None else _western().others_in(written)


def run_before(text: str, end: int, least: int) -> int:
    """Return where the letters and digits begin that end at a place, `least` where they may begin before it."""
    while end > least and text[end - 1].isalnum():
        end -= 1
    return end


class Folded:
    """A text folded, with the places of the original."""

    __slots__ = ("_folded_at", "_original_at", "original", "shape", "text")

    def __init__(self, original: str) -> None:
        """Fold a text; what is parted by a hyphen over the end of a line is one word in it."""
        self.original = original
        breaks = _breaks_in(original) if any(each in original for each in _BREAKS) else []
        # What its characters are, where it is written in Western letters and each word is whole.
        self.shape = None if breaks or _HIDDEN_HYPHEN in original else shape(original)
        pieces: list[str] = []
        self._folded_at, self._original_at = [0], [0]
        at = length = 0
        for start, end in (*breaks, (len(original), len(original))):
            pieces.append(self._piece(original[at:start], at, length))
            at, length = end, length + len(pieces[-1])
        self.text = "".join(pieces)

    def _piece(self, piece: str, at: int, length: int) -> str:
        """Return a piece folded, and note where its places part from those of the original."""
        if at:
            self._note(length, at)
        folded = fold(piece)
        odd = "" if piece.isascii() else "".join(each for each in _others_in(piece) if len(_TABLE[ord(each)]) != 1)
        if odd:
            shift = length - at
            for match in re.finditer(f"[{re.escape(odd)}]", piece):
                place, wide = at + match.start(), len(_TABLE[ord(match.group())])
                self._note(place + shift, place)
                shift += wide - 1
                self._note(place + 1 + shift, place + 1)
        return folded

    @property
    def words(self) -> frozenset[str]:
        """The words of the text, each once."""
        return words_in(self.text)

    def _note(self, folded: int, original: int) -> None:
        self._folded_at.append(folded)
        self._original_at.append(original)

    def _start(self, place: int) -> int:
        at = bisect_right(self._folded_at, place) - 1
        start = self._original_at[at] + place - self._folded_at[at]
        following = self._original_at[at + 1] if at + 1 < len(self._original_at) else len(self.original)
        return min(start, following - 1) if start >= following > self._original_at[at] else start

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return from where to where in the original what stands between two places stood."""
        if len(self._folded_at) == 1 and start < end:  # each character is folded to one
            return start, end
        return self._start(start), max(self._start(end), self._start(end - 1) + 1) if end > start else self._start(
            start
        )
