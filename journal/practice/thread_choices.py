"""Choices of the person's hand about the red thread: which words are one, places, or left out; which rows go on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from journal.practice.notebook import Notebook
from journal.store import folding, preferences, word_counts
from journal.store.store import Tx

_GROUPS, _PLACES, _TICKED = "red-thread-groups", "red-thread-places", "red-thread-ticked"
_LEFT_OUT = "red-thread-left-out"


@dataclass(frozen=True, slots=True, repr=False)
class Choices:
    """What the person's hand decided: which words are one, places or left out, what may go into the synthesis."""

    groups: Mapping[str, tuple[str, ...]]
    places: frozenset[str]
    ticked: frozenset[str]
    left_out: frozenset[str] = frozenset()


def choices(tx: Tx) -> Choices:
    """Return what was decided so far."""
    groups = preferences.get(tx, _GROUPS)
    groups = groups if isinstance(groups, dict) else {}
    told = {str(head): _names(others) for head, others in groups.items()}
    places, ticked, out = (frozenset(_names(preferences.get(tx, key))) for key in (_PLACES, _TICKED, _LEFT_OUT))
    return Choices(told, places, ticked, out)


def _names(kept: Any) -> tuple[str, ...]:
    return tuple(map(str, kept)) if isinstance(kept, list) else ()


def group(notebook: Notebook, word: str, others: str) -> None:
    """Let other spellings, as they were typed, count as this word; without any it stands by itself again."""
    head = "".join(folding.words(word))
    told = [each for each in folding.words(others) if each != head]
    with notebook.store.writing() as tx:
        groups = {
            name: [each for each in several if each not in told]
            for name, several in choices(tx).groups.items()
            if name not in {head, *told}
        }
        if told:
            groups[head] = list(dict.fromkeys(told))
        word_counts.forget_windows(tx)
        preferences.put(tx, _GROUPS, {name: several for name, several in groups.items() if several})


def grouped(notebook: Notebook, word: str) -> tuple[str, ...]:
    """Return which other spellings count as this word."""
    with notebook.store.reading() as tx:
        return choices(tx).groups.get(word, ())


def mark_place(notebook: Notebook, word: str) -> None:
    """Let a word be a place, or no longer."""
    with notebook.store.writing() as tx:
        word_counts.forget_windows(tx)
        preferences.put(tx, _PLACES, sorted(choices(tx).places ^ {word}))


def tick(notebook: Notebook, key: str) -> None:
    """Let a thread be a line of the closing synthesis, or no longer."""
    with notebook.store.writing() as tx:
        preferences.put(tx, _TICKED, sorted(choices(tx).ticked ^ {key}))


def leave_out(notebook: Notebook, word: str) -> None:
    """Leave a word or an expression, in its folded form, out of what is followed."""
    with notebook.store.writing() as tx:
        word_counts.forget_windows(tx)
        preferences.put(tx, _LEFT_OUT, sorted(choices(tx).left_out | {word}))


def left_out(notebook: Notebook) -> tuple[str, ...]:
    """Return what was left out by hand."""
    with notebook.store.reading() as tx:
        return tuple(sorted(choices(tx).left_out))


def leave_out_only(notebook: Notebook, words: str) -> None:
    """Leave out what is named here, parted by commas, and nothing else: the rest is followed again."""
    told = {" ".join(folding.words(each)) for each in words.split(",")}
    with notebook.store.writing() as tx:
        word_counts.forget_windows(tx)
        preferences.put(tx, _LEFT_OUT, sorted(told - {""}))
