"""The rows of the red thread as one small row for the months it shows, so that nothing is summed while nothing changed.

The store drops it with whatever it was made of (journal/store/word_counts.py). It also carries what else it was made
with, as a digest: the people, what the person's hand decided, the way of counting. Where any of it differs
it is nothing.
"""

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from journal.practice import own_words
from journal.practice.thread_choices import Choices
from journal.store import people, word_counts
from journal.store.store import Tx

_VERSION = 2  # of the way of making rows out of counts


class Row(NamedTuple):
    """A thing that is followed, as it is kept: its key, how it is written, its counts, what it is found by."""

    key: str
    label: str
    counts: tuple[int, ...]
    finds: tuple[tuple[str, ...], ...]


def made_with(tx: Tx, chosen: Choices) -> str:
    """Return a digest of everything but the entries on which the rows depend."""
    named = [(each.id, each.name, each.alias, each.forms) for each in people.people(tx)]
    groups = sorted((head, list(others)) for head, others in chosen.groups.items())
    given = [_VERSION, own_words.version(), named, groups, sorted(chosen.places), sorted(chosen.left_out)]
    return sha256(json.dumps(given).encode()).hexdigest()


def kept(tx: Tx, firsts: Sequence[int], given: str) -> list[Row] | None:
    """Return the rows of these months; None when they were not kept, were made with something else or make no sense."""
    found = word_counts.window(tx, firsts[0], firsts[-1])
    try:
        return [_row(each, len(firsts)) for each in found["rows"]] if found["given"] == given else None
    except (TypeError, KeyError, ValueError):
        return None


def keep(tx: Tx, firsts: Sequence[int], given: str, rows: Iterable[Row]) -> None:
    """Keep the rows of these months with what they were made with."""
    word_counts.keep_window(tx, firsts[0], firsts[-1], {"given": given, "rows": list(rows)})


def _row(told: Any, months: int) -> Row:
    key, label, counts, finds = told
    counted = tuple(map(int, counts))
    if len(counted) != months:
        raise ValueError
    return Row(str(key), str(label), counted, tuple(tuple(map(str, words)) for words in finds))
