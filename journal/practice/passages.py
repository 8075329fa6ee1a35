"""Passages in which something of the red thread stands: each with the words around it, and the entry it opens."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

from journal.errors import EntryNotFound
from journal.errors.refusals import StillSealed
from journal.model.entry import Entry, Ref
from journal.model.kind import Kind
from journal.model.pattern import Pattern
from journal.practice import own_words
from journal.practice.notebook import Notebook
from journal.practice.own_words import OWN_KINDS, Token
from journal.practice.threads import HOURS, Sort, Thread
from journal.store import entries, word_counts
from journal.store.times import to_datetime

_AROUND = 34  # characters on each side


@dataclass(frozen=True, slots=True, repr=False)
class Passage:
    """Words around one place of a text, and where in them it stands."""

    ref: Ref
    kind: str
    at: datetime
    words: str
    start: int = 0
    end: int = 0


def holding(notebook: Notebook, thread: Thread, months: Sequence[date]) -> list[Ref]:
    """Return the entries of these months in which a thread stands, oldest first; no text of them is read."""
    first, last = (each.year * 100 + each.month for each in (months[0], months[-1]))
    which = thread.key.partition(":")[2]
    with notebook.store.reading() as tx:
        if thread.sort is Sort.PATTERN:
            return [
                row.ref for row in word_counts.of_months(tx, (Kind.SITUATION,), first, last, pattern=Pattern(which))
            ]
        rows = word_counts.of_months(tx, OWN_KINDS, first, last, finds=thread.finds)
        if thread.sort is Sort.HOUR:
            hours = HOURS[int(which)][0]
            return [row.ref for row in rows if to_datetime(row.happened_at, row.happened_offset).hour in hours]
    return [row.ref for row in rows]


def passages(notebook: Notebook, thread: Thread, refs: Sequence[Ref]) -> list[Passage]:
    """Return the passages of a thread in some entries; what is gone meanwhile, or cannot be read, holds none."""
    found: list[Passage] = []
    with notebook.store.reading() as tx:
        for ref in refs:
            with suppress(EntryNotFound, StillSealed):
                found += (each for entry in entries.readable(tx, [ref]) for each in _of(entry, thread))
    return found


def _of(entry: Entry, thread: Thread) -> Iterator[Passage]:
    if thread.sort in {Sort.HOUR, Sort.PATTERN}:
        yield Passage(entry.ref, entry.kind.value, entry.happened_at, _beginning(entry))
    else:
        for text in own_words.own_texts(entry):
            for start, end in _places(text, thread.finds):
                yield _around(entry, text, start, end)


def _beginning(entry: Entry) -> str:
    return " ".join(" ".join(own_words.own_texts(entry)).split())[: 3 * _AROUND]


def _places(text: str, finds: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Yield where any of the words stand, next to each other in one sentence, as they were counted."""
    for tokens in own_words.sentences(text):
        for number, token in enumerate(tokens):
            length = next((len(words) for words in finds if _stand(tokens, number, words)), 0)
            if length:
                yield token.start, tokens[number + length - 1].end


def _stand(tokens: Sequence[Token], at: int, words: tuple[str, ...]) -> bool:
    return tuple(each.folded for each in tokens[at : at + len(words)]) == words


def _around(entry: Entry, text: str, start: int, end: int) -> Passage:
    """Return the words around a place on one line, cut between words."""
    before = " ".join(text[max(0, start - 2 * _AROUND) : start].split(" ")).replace("\n", " ")
    after = text[end : end + 2 * _AROUND].replace("\n", " ")
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + "…"
    word = text[start:end].replace("\n", " ")
    return Passage(
        entry.ref, entry.kind.value, entry.happened_at, f"{before}{word}{after}", len(before), len(before) + len(word)
    )
