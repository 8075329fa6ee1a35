"""Places: which of an entry's texts before the body hold the words that are looked for."""

from collections.abc import Iterable
from typing import NamedTuple

from journal.model.entry_line import Ref
from journal.store.folding import words
from journal.store.search_index import LabelsRow
from journal.store.store import Tx


class Term(NamedTuple):
    """Folded words that stand together; the last may be the beginning of one."""

    words: tuple[str, ...]
    beginning: bool


def best_first(tx: Tx, refs: list[Ref], terms: list[Term]) -> list[Ref]:
    """Return entries in the order of their best place: all words in the title, title and tags, or people as well."""
    if len(refs) <= 1:
        return refs
    holders = ", ".join("?" * len(refs))
    rows = {row.ref: row for row in tx.all(LabelsRow, f"FROM entry WHERE ref IN ({holders})", refs)}
    return sorted((ref for ref in refs if ref in rows), key=lambda ref: _place(rows[ref], terms))


def _place(row: LabelsRow, terms: list[Term]) -> int:
    title, tags = (f" {' '.join(words(text))} " if isinstance(text, str) else "" for text in (row.title, row.tags))
    return 0 if _hold([title], terms) else 1 if _hold([title, tags], terms) else 2


def _hold(texts: Iterable[str], terms: list[Term]) -> bool:
    """Return whether each term stands in one of the folded texts."""
    sought = (f" {' '.join(term.words)}{'' if term.beginning else ' '}" for term in terms)
    return all(any(each in text for text in texts) for each in sought)
