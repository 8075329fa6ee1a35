"""Searching the texts: what a person types becomes a query that always means something."""

import re
from itertools import product
from typing import Annotated, NamedTuple

from journal.model.entry import Found
from journal.model.filter import Filter
from journal.store.filtering import conditions
from journal.store.lines import line
from journal.store.store import Tx

_SPAN = re.compile("\x02([^\x03]*)\x03")  # cleaned texts hold neither mark
_PARTS = re.compile(r'"([^"]*)"?|«\s*([^»]*)»?|“([^”]*)”?|(\S+)')
_LIGATURES = (("œ", "oe"), ("Œ", "oe"), ("æ", "ae"), ("Æ", "ae"))
_MOST_TERMS = 24
_MOST_VARIANTS = 8


class HitRow(NamedTuple):
    """What a search reads beside a line: an excerpt of sixteen words, what matched between marks."""

    excerpt: Annotated[str, "snippet(entry_text, -1, char(2), char(3), '…', 16)"]


def search(tx: Tx, query: str, where: Filter, limit: int) -> list[Found]:
    """Return entries that hold all words of a query, those written last first; an empty query finds nothing.

    Accents and case are ignored, quoted words are a phrase, the last word may be the beginning of one.
    """
    match = match_of(query)
    if not match:
        return []
    text, values = conditions(where)
    if where != Filter():  # which entries fit is read once, beforehand: asking each one found would read its whole text
        text = f"+entry_text.rowid IN (SELECT ref FROM entry WHERE {text})"  # noqa: S608 -- constants and placeholders
    rows = tx.pairs(
        line,
        HitRow,
        f"FROM entry_text JOIN entry ON entry.ref = entry_text.rowid WHERE entry_text MATCH ? AND {text} "
        f"ORDER BY entry_text.rowid DESC LIMIT {limit:d}",  # written out: SQLite plans better for a known number
        (match, *values),
    )
    return [Found(each, *_marked(hit.excerpt)) for each, hit in rows]


def match_of(query: str) -> str:
    """Return an FTS5 expression for what was typed; "" when there is nothing to look for."""
    terms: list[str] = []
    for found in list(_PARTS.finditer(query))[:_MOST_TERMS]:
        phrase = next((group for group in found.groups()[:3] if group is not None), None)
        words = found.group(4) if phrase is None else phrase
        if not any(letter.isalnum() for letter in words):
            continue
        beginning = phrase is None and found.end() == len(query)
        terms.append(" OR ".join(_quoted(variant) + ("*" if beginning else "") for variant in _variants(words)))
    return " AND ".join(f"({term})" for term in terms)


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""').replace("\0", " ") + '"'


def _variants(words: str) -> list[str]:
    """Return the spellings with and without ligatures: the index folds accents, not œ."""
    for ligature, letters in _LIGATURES:
        words = words.replace(ligature, letters)
    parts = re.split(r"(?i)(oe|ae)", words)
    choices = [
        (part, "œ" if part.lower() == "oe" else "æ") if index % 2 else (part,) for index, part in enumerate(parts)
    ]
    return ["".join(each) for each in product(*choices)][:_MOST_VARIANTS]


def _marked(excerpt: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return an excerpt without its marks, on one line, and the spans that were marked."""
    plain = ""
    spans = []
    last = 0
    flat = excerpt.replace("\n", " ")
    for found in _SPAN.finditer(flat):
        plain += flat[last : found.start()]
        spans.append((len(plain), len(plain) + len(found.group(1))))
        plain += found.group(1)
        last = found.end()
    return plain + flat[last:], tuple(spans)
