"""An alias in its sentence, as if it had been written there.

The words before it change with it, the English possessive after it as well; a role that stands beside the name already
is not said twice; a sentence begins with a capital. What changes around the name is part of what the alias replaces, so
that the sentence can be put back as it was.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from journal.sharing.grammar import Alias, Led, after
from journal.sharing.roles import without_role
from journal.sharing.sentences import begins

_BLANK = " \u00a0\u202f"
_WORD_BEFORE = re.compile(rf"(?<![\w‐‑-])([^\W\d_]+)(?:([{_BLANK}\n])|(['’]))([*_~]*)\Z")
_TIED_BEFORE = re.compile(r"(?:[^\W_]|[@/\\.‐‑-]|\w_)\Z")
_TIED_AFTER = re.compile(r"[^\W_]|_\w|[/\\@]|\.[^\W\d_]|[-‐‑](?!là\b|ci\b)[^\W\d_]")
_PREFIXED = re.compile(r"[^\W\d_][‐‑-]\Z")
_POSSESSIVE = re.compile(r"(['’])([sS])(?![^\W\d_])")
_BARE_POSSESSIVE = re.compile(rf"(['’])(?=[{_BLANK}\n][^\W\d_])")
_LONGEST_BEFORE = 60


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands, after what is written already; whether a title stood before it, the gender if known."""

    text: str
    start: int
    end: int
    written: int
    titled: bool = False
    feminine: bool | None = None


def fitted(place: Place, words: str, means_same: Callable[[str], bool]) -> tuple[int, int, str]:
    """Return from where to where an alias stands in its sentence, and how it reads there.

    `means_same` tells whether other words name the same person: "Karim Benali (KB)".
    """
    tied = place.text[max(0, place.start - 2) : place.start]
    if _TIED_BEFORE.search(tied):
        return place.start, place.end, Alias.of(words).head if _PREFIXED.search(tied) else words
    if _TIED_AFTER.match(place.text, place.end):
        return place.start, place.end, _begun(place, words)
    alias = Alias.of(words, place.feminine)
    start, end = without_role(place.text, (place.start, place.end), place.written, alias.head, means_same)
    place = replace(place, start=start, end=end)
    before = _WORD_BEFORE.search(place.text, max(place.written, place.start - _LONGEST_BEFORE), place.start)
    led = (
        after(before.group(1).lower(), alias, elided=before.group(3) is not None, titled=place.titled)
        if before
        else None
    )
    if before is None or led is None:
        return _with_possessive(place, _begun(place, alias.words))
    told, was = _told(led, before, place.text), place.text[before.start() : place.start]
    if told.startswith(was):
        return _with_possessive(place, told[len(was) :])
    return _with_possessive(replace(place, start=before.start()), told)


def _begun(place: Place, words: str) -> str:
    """Return the words with a capital where they begin a sentence, unless the name itself was written small."""
    name = place.text[place.start : place.end]
    small = name.islower() and name.replace(" ", "").isalpha()
    return words if small or not begins(place.text, place.start) else _capital(words)


def _told(led: Led, before: re.Match[str], text: str) -> str:
    """Return the word before and the alias with the blank, apostrophe, signs and capital that the text has."""
    word, blank, apostrophe, signs = before.groups()
    lead = led.lead.replace("’", apostrophe or ("'" if "'" in text and "’" not in text else "’"))
    told = (lead[:-1] + blank if blank and lead.endswith(" ") else lead) + signs + led.words
    first = len(signs) if not lead else 0
    return told[:first] + _capital(told[first:]) if word[0].isupper() else told


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
