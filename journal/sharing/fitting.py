"""An alias in its sentence, as if it had been written there.

The words before it change with it, the English possessive after it as well; a role that stands beside the name already
is not said twice; a sentence begins with a capital. What changes around the name is part of what the alias replaces, so
that the sentence can be put back as it was.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from journal.sharing.beside import ASKING, apposed, noted, owning
from journal.sharing.calling import called
from journal.sharing.folding import run_before
from journal.sharing.grammar import Alias, Led, after, contraction, described, determines, known, once, read, words_told
from journal.sharing.roles import without_role
from journal.sharing.sentences import begins

_BLANK = " \u00a0\u202f"
_WORD_BEFORE = re.compile(rf"(?<![\w‐‑-])([^\W\d_]+)(?:([{_BLANK}\n])|(['’]))([*_~]*)\Z")
_EMPHASIS, _PARTING = "*_~", f"{_BLANK}\n'’"
_TIED_BEFORE = re.compile(r"(?:[^\W_]|[@/\\.‐‑-]|\w_)\Z")
_TIED_AFTER = re.compile(r"[^\W_]|_\w|[/\\@]|\.[^\W\d_]|[-‐‑](?!là\b|ci\b)[^\W\d_]")
_IN_FILE_BEFORE = re.compile(r"\w_\Z")
_IN_FILE_AFTER = re.compile(r"_\w")
_HYPHENED_AFTER = re.compile(r"[-‐‑][^\W\d_]")
_SUBJECT_GOES_ON = re.compile(rf"[{_BLANK}][^\W\d_]")
_WORD_FURTHER = re.compile(rf"([^\W\d_]+)(['’][sS]?)?[{_BLANK}]?\Z")
_WORD_IN_CAPITALS = re.compile(r"[^\W\d_]{2}")
_POINTING_OUT = words_told("pointing_out")
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
    indefinite: bool = False  # whether an indefinite alias stays so, since the definite one is somebody else's


def fitted(place: Place, words: str, means_same: Callable[[str], bool]) -> tuple[int, int, str]:
    """Return from where to where an alias stands in its sentence, and how it reads there.

    `means_same` tells whether other words name the same person: "Karim Benali (KB)".
    """
    tied = _tied(place, words)
    if tied is not None:
        return place.start, place.end, tied
    start, end, told = _in_sentence(place, words, means_same)
    if "'" in place.text and "’" not in place.text:
        told = told.replace("’", "'")
    return start, end, told.upper() if _is_shouted(place) else told


def _tied(place: Place, words: str) -> str | None:
    """Return an alias that hangs on other letters, as in the name of a file; None where it is a word of its own."""
    before, alias = place.text[max(0, place.start - 2) : place.start], read(words)
    if _IN_FILE_BEFORE.search(before) or _IN_FILE_AFTER.match(place.text, place.end):
        return alias.head.replace(" ", "_")
    if before.endswith("@"):
        return alias.head.replace(" ", "-")
    if _TIED_BEFORE.search(before):
        return alias.head if _PREFIXED.search(before) else words
    if _TIED_AFTER.match(place.text, place.end):
        return _begun(place, alias.head if _HYPHENED_AFTER.match(place.text, place.end) else words)
    return None


def _in_sentence(place: Place, words: str, means_same: Callable[[str], bool]) -> tuple[int, int, str]:
    named = read(words, place.feminine)
    alone = place.end - place.start == len(place.text)  # as in a list of those who were there
    alias = named if place.indefinite or alone else known(named)
    if found := called(place.text, place.start, place.end, place.written, alias):
        return found.start, found.end, found.words
    start, end = without_role(place.text, (place.start, place.end), place.written, alias.head, means_same)
    role_told = start < place.start
    if (start, end) != (place.start, place.end):
        place = replace(place, start=start, end=end)
    before = _word_before(place)
    if before is None:
        return _owning(place, alias)
    word = before.group(1).lower()
    if role_told and not alias.article and determines(word):
        return _with_possessive(replace(place, start=before.start()), _as_capital(before.group(1), alias.words))
    led = _described(place, before, alias) or after(
        word, alias, elided=before.group(3) is not None, titled=place.titled
    )
    if led is None:
        return _behind_noun(place, word, alias, named) or _owning(place, alias)
    return _contracted(place, before, led) or _led(place, before, led, alias)


def _word_before(place: Place) -> re.Match[str] | None:
    """Return the word right before a name; looking at where it must begin spares a look at every letter before it."""
    least = max(place.written, place.start - _LONGEST_BEFORE)
    parting = place.start
    while parting > least and place.text[parting - 1] in _EMPHASIS:
        parting -= 1
    if parting <= least or place.text[parting - 1] not in _PARTING:
        return None
    return _WORD_BEFORE.search(place.text, run_before(place.text, parting - 1, least), place.start)


def _led(place: Place, before: re.Match[str], led: Led, alias: Alias) -> tuple[int, int, str]:
    """Return an alias with the word before it in its new form."""
    word = before.group(1).lower()
    until, once_told = once(word, alias, place.text, place.end)
    if until != place.end:
        place = replace(place, end=until)
    told, was = _told(led, before, place.text) + once_told, place.text[before.start() : place.start]
    if told.startswith(was):
        return _with_possessive(place, told[len(was) :])
    return _with_possessive(replace(place, start=before.start()), told)


def _contracted(place: Place, before: re.Match[str], led: Led) -> tuple[int, int, str] | None:
    """Return a preposition, the article that the text had and the alias in one: “à la Poste” is “au transporteur”."""
    further = _WORD_FURTHER.search(place.text, max(place.written, before.start() - _LONGEST_BEFORE), before.start())
    if further is None or further[2] or further.end(1) == before.start():
        return None
    alias = read(f"{led.lead}{led.words}")
    both = contraction(further[1].lower(), alias)
    if not both:
        return None
    words = f"{both}{place.text[further.end(1) : before.start()]}{before.group(4)}{alias.head}"
    return _with_possessive(replace(place, start=further.start(1)), _as_capital(further[1], words))


def _described(place: Place, before: re.Match[str], alias: Alias) -> Led | None:
    """Return what an adjective becomes that no article stands before: “Poor Mark laughed” is “My poor boss laughed”."""
    led = described(before.group(1).lower(), alias)
    if led is None or before.group(3) or not _SUBJECT_GOES_ON.match(place.text, place.end):
        return None
    further = _WORD_FURTHER.search(place.text, max(place.written, before.start() - _LONGEST_BEFORE), before.start())
    if further and (determines(further[1].lower()) or further[2] or further[1].lower() in _POINTING_OUT):
        return None
    return led


def _behind_noun(place: Place, noun: str, alias: Alias, named: Alias) -> tuple[int, int, str] | None:
    if noun not in ASKING:
        return None
    where = (place.text, place.start, place.end, place.written)
    if (note := noted(*where, alias)) is not None:
        return place.start, place.end, note
    apposition = apposed(*where, named)
    return (apposition[0], place.end, apposition[1]) if apposition else None


def _owning(place: Place, alias: Alias) -> tuple[int, int, str]:
    """Return an alias where nothing before it changes, with the possessive that a noun behind it asks for."""
    owned = owning(place.text, place.end) if alias.article else ""
    return _with_possessive(place, f"{_begun(place, alias.words)}{owned}")


def _is_shouted(place: Place) -> bool:
    """Whether a name stands in capitals in a line of capitals."""
    if not place.text[place.start : place.end].isupper():
        return False
    line_end = place.text.find("\n", place.end)
    before = place.text[place.text.rfind("\n", 0, place.start) + 1 : place.start]
    others = before + place.text[place.end : line_end if line_end >= 0 else None]
    return others.isupper() and _WORD_IN_CAPITALS.search(others) is not None


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


def _as_capital(was: str, words: str) -> str:
    return _capital(words) if was[0].isupper() else words


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
