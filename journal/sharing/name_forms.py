"""The ways in which people write a name: its parts alone and together, in one word, and with some as initials."""

import re
from collections.abc import Iterable

from journal.model.person import Person
from journal.sharing.folding import WORD, fold
from journal.sharing.words import folded as folded_list
from journal.sharing.words import ordinary

PARTICLES = folded_list("particles")
TITLES = folded_list("titles")

_FIRST_LETTERS = 2  # less than this is no name by itself
_INITIALS = 3
_GLUED_FAMILY = 5  # letters of a family name from which on "plenoir" can be meant
_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ"
_SPACE = " \u00a0\u202f"
_BEFORE = re.compile(rf"(?<![\w'’])(?:([{_UPPER}]{{1,3}})(?:\.[{_SPACE}‐‑-]?|[{_SPACE}‐‑-])|([^\W\d_])\.[{_SPACE}]?)$")
_AFTER = re.compile(rf"[{_SPACE}]([{_UPPER}])(?![\w'’])(\.(?=,|[{_SPACE}]+[^\W\d_{_UPPER}]))?")
_LONGEST_BEFORE = 6
_WORDS_THEMSELVES = frozenset("aioy")  # "A", "I", "Ô", "Y" before a name are words unless a full stop follows

Spelt = tuple[tuple[str, ...], str | None, frozenset[str]]
"""The folded words of a form, the very letters that count when not all do, the initials of the name's other parts."""


def with_initials(text: str, span: tuple[int, int], written: int, initials: frozenset[str]) -> tuple[int, int]:
    """Return from where to where a name stands together with the initials of its other parts: "P. Lenoir"."""
    start, end = span
    if not initials:
        return span
    while (before := _BEFORE.search(text[max(written, start - _LONGEST_BEFORE) : start])) and _told(
        before.group(), initials
    ):
        start -= len(before.group())
    if start < span[0]:
        return start, end
    after = _AFTER.match(text, end)
    dotted = after is not None and text[after.end(1) : after.end(1) + 1] == "."
    if after and _told(after.group(1) + "." * dotted, initials):
        return start, after.end()
    return span


def _told(written: str, initials: frozenset[str]) -> bool:
    letters = WORD.findall(fold(written))
    alone = "".join(letters) in _WORDS_THEMSELVES and "." not in written
    return not alone and set("".join(letters)) <= initials


def forms_of(person: Person) -> Iterable[Spelt]:
    """Yield each way to write a person's name, folded into words, with the exact letters where these decide."""
    yield from _derived(person.name)
    for form in person.forms:
        if is_initials(form):
            yield tuple(WORD.findall(fold(form))), form, frozenset()
        else:
            yield from _spelt(tuple(WORD.findall(fold(form))))


def _derived(name: str) -> Iterable[Spelt]:
    """Yield the whole name, its first names, its family name with and without particles, and both in one word."""
    parts = [part for part in name.split() if fold(part).strip(".") not in TITLES] or name.split()
    tokens = [tuple(WORD.findall(fold(part))) for part in parts]
    for first in range(len(tokens)):
        for last in range(first + 1, len(tokens) + 1):
            words = tuple(word for token in tokens[first:last] for word in token)
            alone = last - first == 1
            if not words or words[-1] in PARTICLES or (last < len(tokens) and first > 0 and not alone):
                continue
            if alone and _too_common_alone(parts, first, words):
                continue
            yield from _spelt(words, _initials(tokens[:first]) | _initials(tokens[last:]))
    yield from _glued(tokens)


def _initials(tokens: Iterable[tuple[str, ...]]) -> frozenset[str]:
    return frozenset(word[0] for token in tokens for word in token if word not in PARTICLES)


def _glued(tokens: list[tuple[str, ...]]) -> Iterable[Spelt]:
    """Yield first and family name in one word, as in a login or a tag: "pierrelenoir", "LenoirPierre", "plenoir"."""
    words = [word for token in tokens for word in token]
    if len(words) < 2:  # noqa: PLR2004 -- one word is not glued to another
        return
    first, family = words[0], "".join(words[1:])
    together = {first + family, family + first, "".join(word for word in words if word not in PARTICLES)}
    if len(words[-1]) >= _GLUED_FAMILY:
        together |= {first[0] + words[-1]} - ordinary()
    for each in sorted(together):
        yield from _spelt((each,))


def _too_common_alone(parts: list[str], position: int, words: tuple[str, ...]) -> bool:
    """Whether a part of a name says too little by itself: a small particle, a letter, "Tour" of "de La Tour"."""
    if len(words) > 1:
        return False
    after_particle = position > 0 and fold(parts[position - 1]) in PARTICLES
    return len(words[0]) < _FIRST_LETTERS or words[0] in PARTICLES or (after_particle and words[0] in ordinary())


def _spelt(words: tuple[str, ...], initials: frozenset[str] = frozenset()) -> Iterable[Spelt]:
    """Yield the words with their ligatures written as one letter and as two."""
    if not words:
        return
    yield words, None, initials
    for one, two in (("œ", "oe"), ("æ", "ae"), ("ß", "ss")):
        for old, new in ((one, two), (two, one)):
            other = tuple(word.replace(old, new) for word in words)
            if other != words:
                yield other, None, initials


def is_initials(form: str) -> bool:
    """Whether a form is made of so few capitals that only these very letters may count."""
    letters = [character for character in form if character.isalpha()]
    return 0 < len(letters) <= _INITIALS and all(letter.isupper() for letter in letters)
