"""An alias in its sentence, as if it had been written there.

The words before it change with it (see `grammar`), the English possessive after it as well; a role that stands beside
the name already is not said twice; a sentence begins with a capital. What changes around the name is part of what the
alias replaces, so that the sentence can be put back as it was.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from journal.sharing.folding import fold
from journal.sharing.grammar import Alias, Led, after
from journal.sharing.sentences import begins

_BLANK = " \u00a0\u202f"
_WORD_BEFORE = re.compile(rf"(?<![\w'’‐‑-])([^\W\d_]+)(?:([{_BLANK}\n])|(['’]))([*_~]*)$")
_TIED_BEFORE = re.compile(r"[\w@/\\.‐‑-]$")
_TIED_AFTER = re.compile(r"[\w/\\@]|[-‐‑.][^\W\d_]")
_PREFIXED = re.compile(r"[^\W\d_][‐‑-]$")
_POSSESSIVE = re.compile(r"(['’])([sS])(?![^\W\d_])")
_BARE_POSSESSIVE = re.compile(rf"(['’])(?=[{_BLANK}\n][^\W\d_])")
_PARENTHESIS = re.compile(rf"[{_BLANK}]\(([^()\n]{{1,60}})\)")
_APPOSITION = re.compile(r", (?:[^\W\d_]+ |l['’])?([^,.;:!?()\n]{1,60})(,| ?[.;:!?)\n]|$)", re.IGNORECASE)
_LONGEST_BEFORE = 60
_GENDERED = (
    (re.compile("(?:rice|euse|eur)$"), "eur"),
    (re.compile("(?:ienne|ien)$"), "ien"),
    (re.compile("e?s?$"), ""),
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands, after what is written already; whether a title stood before it."""

    text: str
    start: int
    end: int
    written: int
    titled: bool = False


def fitted(place: Place, words: str, means_same: Callable[[str], bool]) -> tuple[int, int, str]:
    """Return from where to where an alias stands in its sentence, and how it reads there.

    `means_same` tells whether other words name the same person: "Karim Benali (KB)".
    """
    if _TIED_BEFORE.search(place.text[max(0, place.start - 1) : place.start]) or _TIED_AFTER.match(
        place.text, place.end
    ):
        return (
            place.start,
            place.end,
            Alias.of(words).head if _PREFIXED.search(place.text[max(0, place.start - 2) : place.start]) else words,
        )
    alias = Alias.of(words)
    place = _without_role(place, alias.head, means_same)
    before = _WORD_BEFORE.search(place.text, max(place.written, place.start - _LONGEST_BEFORE), place.start)
    led = (
        after(before.group(1).lower(), alias, elided=before.group(3) is not None, titled=place.titled)
        if before
        else None
    )
    if before is None or led is None:
        told = _capital(alias.words) if begins(place.text, place.start) else alias.words
        return _with_possessive(place, told)
    told, was = _told(led, before, place.text), place.text[before.start() : place.start]
    if told.startswith(was):
        return _with_possessive(place, told[len(was) :])
    return _with_possessive(replace(place, start=before.start()), told)


def _told(led: Led, before: re.Match[str], text: str) -> str:
    """Return the word before and the alias with the blank, apostrophe, signs and capital that the text has."""
    word, blank, apostrophe, signs = before.groups()
    lead = led.lead.replace("’", apostrophe or ("'" if "'" in text and "’" not in text else "’"))
    told = (lead[:-1] + blank if blank and lead.endswith(" ") else lead) + signs + led.words
    first = len(signs) if not lead else 0
    return told[:first] + _capital(told[first:]) if word[0].isupper() else told


def _without_role(place: Place, head: str, means_same: Callable[[str], bool]) -> Place:
    """Return the place with what tells the same role beside the name: "la praticienne Claire (praticien)"."""
    text, start, end = place.text, place.start, place.end
    beside = _role_before(len(head.split())).search(text, max(place.written, start - _LONGEST_BEFORE), start)
    if beside and _alike(beside.group(1), head):
        start = beside.start()
        end += beside.group().endswith(", ") and text.startswith(",", end)
    if (beside := _APPOSITION.match(text, end)) and _alike(beside.group(1), head):
        end = beside.end() if beside.group(2) == "," else beside.start(2)
    if (beside := _PARENTHESIS.match(text, end)) and (_alike(beside.group(1), head) or means_same(beside.group(1))):
        end = beside.end()
    return replace(place, start=start, end=end)


@cache
def _role_before(words: int) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’‐‑-])((?:[^\s,;:.!?()]+[{_BLANK}]){{{words - 1}}}[^\s,;:.!?()]+),?[{_BLANK}]$")


def _alike(words: str, head: str) -> bool:
    """Whether words tell the same role, in either gender, with or without an article."""
    told, known = [[_stem(word) for word in each.split()] for each in (words, head)]
    return told == known or (len(told) == len(known) + 1 and told[1:] == known and Alias.of(words).article != "")


def _stem(word: str) -> str:
    folded = fold(word)
    for pattern, plain in _GENDERED:
        folded = pattern.sub(plain, folded, count=1)
    return folded


def _with_possessive(place: Place, told: str) -> tuple[int, int, str]:
    """Return the place and words with the English possessive as the alias needs it: "my boss’s"."""
    text, end = place.text, place.end
    name = text[place.start : end]
    if (possessive := _POSSESSIVE.match(text, end)) and possessive.group(2) == "S":
        return place.start, possessive.end(), f"{told}{possessive.group(1)}s"
    quoted = text[place.start - 1 : place.start] in ("'", "‘", "’") and place.start > 0
    if name.endswith(("s", "S", "x", "z")) and not quoted and (bare := _BARE_POSSESSIVE.match(text, end)):
        return place.start, bare.end(), f"{told}{bare.group(1)}s"
    return place.start, end, told


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
