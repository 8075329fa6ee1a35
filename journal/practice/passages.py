"""Passages in which something of the red thread stands: each with the words around it, and the entry it opens."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from journal.model.entry import Entry, Ref
from journal.model.situation import SituationDetails
from journal.practice import own_words
from journal.practice.notebook import Notebook
from journal.practice.own_words import OWN_KINDS, Token
from journal.practice.threads import HOURS, Sort, Thread
from journal.store import entries, word_counts

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


def passages(notebook: Notebook, thread: Thread, months: Sequence[date]) -> list[Passage]:
    """Return every passage of a thread in these months, oldest first."""
    first, last = months[0], months[-1]
    with notebook.store.reading() as tx:
        rows = word_counts.of_months(tx, OWN_KINDS, first.year * 100 + first.month, last.year * 100 + last.month)
        refs = [row.ref for row in rows]
        if thread.finds:
            holding = set().union(*(word_counts.holding(tx, words) for words in thread.finds))
            refs = [ref for ref in refs if ref in holding]
        found = entries.readable(tx, refs)
    found.sort(key=lambda entry: (entry.happened_at, entry.ref))
    return [passage for entry in found for passage in _of(entry, thread)]


def _of(entry: Entry, thread: Thread) -> Iterator[Passage]:
    _sort, _colon, which = thread.key.partition(":")
    kind = entry.kind.value
    if thread.sort is Sort.HOUR:
        if entry.happened_at.hour in HOURS[int(which)][0]:
            yield Passage(entry.ref, kind, entry.happened_at, _beginning(entry))
    elif thread.sort is Sort.PATTERN:
        if isinstance(entry.details, SituationDetails) and which in entry.patterns:
            yield Passage(entry.ref, kind, entry.happened_at, _beginning(entry))
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
