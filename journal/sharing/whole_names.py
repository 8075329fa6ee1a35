"""A name whole where only a part of it is known: with the apostrophe and the small words that its surname begins with.

Who is listed as "Brien", "Goff" or "Berg" is meant by "O’Brien", "Le Goff" and "van den Berg", and no letter of these
stays beside the alias.
"""

import re

from journal.sharing.folding import fold
from journal.sharing.reading import Reading
from journal.sharing.sentences import may_begin
from journal.sharing.small_names import small_name_begins
from journal.sharing.words import folded, ordinary

_BLANK = "[ \u00a0\u202f]"
_CUT_OFF = re.compile(r"(?<![\w'’])([DKLMNO])['’]\Z")
_ALWAYS = frozenset("KNO")  # "N’Diaye"; "D’" and "L’" may only begin a sentence
_SMALL = re.compile(rf"(?<![\w'’-])(?:(?i:van|von|der|den|ter|zu|zur|el|al|bin|ibn|di|del|della){_BLANK})+\Z")
_BETWEEN = re.compile(
    r"(?:[dklmno]'|(?:le|la|de|du|van|von|der|den|ter|zu|zur|el|al|bin|ibn|di|da|del|della|mc|mac|saint|st) )*"
)
_CAPITAL = re.compile(rf"(?<![\w'’-])(?:(?:Le|La|De|Du|De{_BLANK}La|Mc|Mac|Da|Saint|St){_BLANK})\Z")
_TITLE = re.compile(rf"(?<![^\W\d_])(?i:{'|'.join(sorted(folded('titles')))})\.?{_BLANK}\Z")
_TITLE_BEFORE = re.compile(r"(?<![^\W\d_])([a-z]+)(?:\.[ \u00a0\u202f]?|[ \u00a0\u202f])\Z", re.IGNORECASE)
_LONGEST_TITLE = 16
_BEHIND_TITLE = ". \u00a0\u202f"
_LOOKED_BACK = 20  # characters
_CAPITAL_BEHIND = re.compile(rf"{_BLANK}[^\W\d_]")


def beginning(text: str, start: int, end: int, written: int) -> int:
    """Return where the whole name begins of which a part stands from `start` to `end`."""
    name = text[start:end]
    if not name[0].isupper() or name.isupper() or fold(name) in folded("first-names"):
        return start
    before = text[max(written, start - _LOOKED_BACK) : start]
    if cut := _CUT_OFF.search(before):
        at = start - len(cut.group())
        return at if cut.group(1) in _ALWAYS or not may_begin(text, at) else start
    if small := _SMALL.search(before):
        return start - len(small.group())
    leading = _CAPITAL.search(before)
    if leading is None:
        return start
    at = start - len(leading.group())
    return start if may_begin(text, at) and fold(name) in ordinary() else at


def small_name(text: str, start: int, end: int, *, chosen: bool = False) -> Reading:
    """Return what words are that end with one as small as "Le" or "An": a name by its capital, and by what follows.

    `chosen` tells that the manager gave this very form: nothing that follows is asked then.
    """
    words = text[start:end].split()
    last, before = words[-1], text[max(0, start - _LOOKED_BACK) : start]
    if not last[0].isupper() or goes_on(text, end):
        return Reading.WORD
    if len(words) > 1:  # after a title, or a first name; with a point after another word a sentence begins
        return Reading.NAME if words[0][-1] != "." or fold(words[0][:-1]) in folded("titles") else Reading.WORD
    if _TITLE.search(before):  # with its own title alone: Mr Le is not Mme Le
        return Reading.WORD
    if fold(last) not in folded("small-words") or (chosen and not last.isupper()):
        return Reading.NAME
    begins = may_begin(text, start) or before.rstrip()[-1:] in (":", ";")
    return _beginning_small(text, start, end) if begins or last.isupper() else Reading.NAME


def _beginning_small(text: str, start: int, end: int) -> Reading:
    return Reading.WORD if text[start:end].isupper() else small_name_begins(text, start, end)


def goes_on(text: str, end: int) -> bool:
    """Whether another word with a capital stands behind, as in "la Tour Eiffel"."""
    behind = _CAPITAL_BEHIND.match(text, end)
    return behind is not None and behind.group()[-1].isupper()


def surname_at(folded: str, place: int) -> int:
    """Return where in a folded text the surname begins that stands behind a first name, without its small words."""
    between = _BETWEEN.match(folded, place)
    return between.end() if between else place


def with_title(text: str, start: int, written: int) -> int:
    """Return where the replacement starts: at the title before the name when there is one, as "Mme Lenoir"."""
    if start <= written or text[start - 1] not in _BEHIND_TITLE:
        return start
    before = _TITLE_BEFORE.search(text, max(written, start - _LONGEST_TITLE), start)
    return before.start() if before is not None and fold(before.group(1)) in folded("titles") else start
