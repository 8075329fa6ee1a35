"""Search of the texts: what a person types becomes a query that always means something."""

import re
from typing import Annotated, NamedTuple

from journal.hygiene import clean
from journal.model.entry_line import Found, Ref
from journal.model.filter import Filter
from journal.store import folding
from journal.store.entries import as_they_stand
from journal.store.excerpts import excerpts
from journal.store.filtering import conditions
from journal.store.lines import line
from journal.store.places import Term, best_first
from journal.store.search_index import SIGNS
from journal.store.store import Tx

_PARTS = re.compile(r'"([^"]*)"?|«\s*([^»]*)»?|“([^”]*)”?|(\S+)')
_MOST_TERMS = 24
_MOST_WORDS = 100  # of one term, for whoever pastes a page


class HitRow(NamedTuple):
    """What a search reads beside a line."""

    body: Annotated[str, "entry.body"]


def search(tx: Tx, query: str, where: Filter, limit: int) -> list[Found]:
    """Return entries that hold all words of a query; an empty query finds nothing.

    First come those that hold them in their title, then in tags as well, then in people, then anywhere; of each, those
    written last. Accents and case are ignored, quoted words are a phrase, the last word may be the beginning of one.
    """
    terms = terms_of(query)
    refs = _ranked(tx, terms, where, limit) if terms else []
    holders = ", ".join("?" * len(refs))
    rows = {each.ref: (each, hit) for each, hit in tx.pairs(line, HitRow, f"FROM entry WHERE ref IN ({holders})", refs)}
    lines = as_they_stand(tx, [rows[ref][0] for ref in refs if ref in rows])
    texts = [_text(rows[each.ref][1].body) or each.title for each in lines]
    return [Found(each, *told) for each, told in zip(lines, excerpts(texts, terms), strict=True)]


def newest_of(tx: Tx, query: str, limit: int) -> list[Ref]:
    """Return the numbers of the entries that a search would find first; nothing of them is read."""
    terms = terms_of(query)
    return _ranked(tx, terms, Filter(), limit) if terms else []


def _text(body: object) -> str:
    return body if isinstance(body, str) else ""


def _ranked(tx: Tx, terms: list[Term], where: Filter, limit: int) -> list[Ref]:
    """Return the entries that match, the ones that match in a better place first.

    SQLite's own ranking weighs every entry that matches before it gives the first: 13 to 44 ms at 100,000 entries. One
    walk of the index for each place stops at the limit; and where fewer than the limit have the words before the body,
    two walks are all: those few are told apart by their titles and tags themselves.
    """
    *narrow, labelled, anywhere = matches_of(terms)
    placed = _newest(tx, labelled, where, limit)
    if len(placed) < limit:
        return list(dict.fromkeys([*best_first(tx, placed, terms), *_newest(tx, anywhere, where, limit)]))[:limit]
    found: dict[Ref, None] = {}
    for match in narrow:
        if len(found) < limit:
            found |= dict.fromkeys(_newest(tx, match, where, limit))
    return list(found | dict.fromkeys(placed))[:limit]


def _newest(tx: Tx, match: str, where: Filter, limit: int) -> list[Ref]:
    narrowed, values = "", ()
    if where != Filter():  # which entries fit is read once, beforehand: asking each one found would read its whole row
        text, values = conditions(where)
        narrowed = f"AND +rowid IN (SELECT ref FROM entry WHERE {text})"  # noqa: S608 -- constants and placeholders
    return tx.column(
        f"SELECT rowid FROM entry_text WHERE entry_text MATCH ? {narrowed} "  # noqa: S608 -- as above
        f"ORDER BY rowid DESC LIMIT {limit:d}",  # written out: SQLite plans better for a known number
        (match, *values),
    )


def terms_of(query: str) -> list[Term]:
    """Return what is looked for in what was typed; nothing when there is nothing to look for."""
    terms = []
    for found in list(_PARTS.finditer(clean(query)))[:_MOST_TERMS]:
        phrase = next((group for group in found.groups()[:3] if group is not None), None)
        words = folding.words(found.group(4) if phrase is None else phrase)[:_MOST_WORDS]
        if words:
            terms.append(Term(tuple(words), beginning=phrase is None and found.end() == len(found.string)))
    return terms


def matches_of(terms: list[Term]) -> list[str]:
    """Return terms as FTS5 expressions, of the best place first; folded words hold no sign that it would obey."""
    return [" AND ".join(_phrase(term, sign) for term in terms) for sign in (*SIGNS, "")]


def _phrase(term: Term, sign: str) -> str:
    words = " ".join(sign + word for word in term.words)
    return f'"{words}"{"*" if term.beginning else ""}'
