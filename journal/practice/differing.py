"""Difference: what changed between two wordings, word by word, so that a person can read it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORDS = re.compile(r"\s+|\w+|[^\w\s]+")
# Comparing words is quadratic at worst; longer texts are compared line by line.
_MOST_WORDS = 20_000


class Sort(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """A piece of text and what became of it."""

    sort: Sort
    text: str


def difference(old: str, new: str) -> list[Change]:
    """Return the pieces of both wordings in reading order; what was removed comes before what replaced it."""
    before, after = _pieces(old), _pieces(new)
    if len(before) + len(after) > _MOST_WORDS:
        before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    return list(_joined(_changes(before, after)))


def _pieces(text: str) -> list[str]:
    return _WORDS.findall(text)


def _changes(before: list[str], after: list[str]) -> Iterator[Change]:
    for tag, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Change(Sort.SAME, "".join(before[start:end]))
            continue
        if end > start:
            yield Change(Sort.REMOVED, "".join(before[start:end]))
        if new_end > new_start:
            yield Change(Sort.ADDED, "".join(after[new_start:new_end]))


def _joined(changes: Iterator[Change]) -> Iterator[Change]:
    """Join changes across lone spaces: "deux mots" replaced by "trois autres" reads as one change, not as two."""
    removed = added = ""
    for change in changes:
        if change.sort is Sort.SAME and not (change.text.isspace() and "\n" not in change.text and (removed or added)):
            yield from _told(removed, added)
            removed = added = ""
            yield change
            continue
        removed += change.text if change.sort is not Sort.ADDED else ""
        added += change.text if change.sort is not Sort.REMOVED else ""
    yield from _told(removed, added)


def _told(removed: str, added: str) -> Iterator[Change]:
    """Yield a removal and an addition, what they share at their ends told as the same."""
    if removed == added:
        if removed:
            yield Change(Sort.SAME, removed)
        return
    tail = ""
    while removed and added and removed[-1] == added[-1] and removed[-1].isspace():
        tail = removed[-1] + tail
        removed, added = removed[:-1], added[:-1]
    if removed:
        yield Change(Sort.REMOVED, removed)
    if added:
        yield Change(Sort.ADDED, added)
    if tail:
        yield Change(Sort.SAME, tail)
