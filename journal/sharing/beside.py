"""A noun beside a name: what it asks of the alias that comes in its place.

A note says “Point Rose” and “Mail Paul”; with aliases one writes “Point avec ma cheffe” and “Mail du DRH”. “My friend
Mark” is “my friend and boss”, “my friend James” is “my friend, a deputy,”; “Mark meetings” are “my boss’s meetings”.
"""

import re

from journal.sharing.grammar import AND, Alias, any_of, of, word_told, words_told
from journal.sharing.sentences import begins

_BLANK = " \u00a0\u202f"
_MEETINGS, _PAPERS, _PERSONS = words_told("meetings"), words_told("papers"), words_told("persons")
ASKING = _MEETINGS | _PAPERS | _PERSONS
"""Nouns that ask something of an alias right behind them."""
_POSSESSIVES = words_told("possessives") | words_told("own")
_NOTE_ENDS = re.compile(rf"[{_BLANK}]?(?:[,.;:!?…)\n]|\Z)|[{_BLANK}](?:{any_of('goes_on')})", re.IGNORECASE)
_NOUN = re.compile(rf"(?<![\w‐‑'’-])(?:([^\W\d_]+)[{_BLANK}])?([^\W\d_]+)[{_BLANK}]\Z")
_OWNED = re.compile(rf"[{_BLANK}](?:{any_of('owned_after')})")
_NO_COMMA = re.compile(rf"[{_BLANK}]?(?:[,.;:!?…)»”\n]|\Z)")
_LONGEST_BEFORE = 40


def noted(text: str, start: int, end: int, written: int, alias: Alias) -> str | None:
    """Return an alias behind the noun of a short note: “avec ma cheffe”, “du DRH”; None elsewhere."""
    before = _NOUN.search(text, max(written, start - _LONGEST_BEFORE), start)
    if before is None or before[1] or not alias.article or not _NOTE_ENDS.match(text, end):
        return None
    if not begins(text, before.start(2)):
        return None
    if before[2].lower() in _MEETINGS:
        return f"{word_told('with')} {alias.words}"
    return of(alias) if before[2].lower() in _PAPERS else None


def apposed(text: str, start: int, end: int, written: int, alias: Alias) -> tuple[int, str] | None:
    """Return from where an alias stands between commas behind “my friend”, and how; None elsewhere."""
    before = _NOUN.search(text, max(written, start - _LONGEST_BEFORE), start)
    if before is None or (before[1] or "").lower() not in _POSSESSIVES or before[2].lower() not in _PERSONS:
        return None
    if not alias.article and " " not in alias.head:
        return None
    whose = before[1].lower()
    if alias.article in _POSSESSIVES and alias.article[0] == whose[0]:  # “mon amie” and “ma cheffe” are both mine
        return start, f"{AND[whose]} {alias.head}"
    return start - 1, f", {alias.words}{'' if _NO_COMMA.match(text, end) else ','}"


def owning(text: str, end: int) -> str:
    """Return the possessive that an alias takes before the noun it only stood beside; "" elsewhere."""
    return word_told("possessive") if _OWNED.match(text, end) else ""
