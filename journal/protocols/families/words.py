"""The words of a text as follow-ups see them: folded, brought to their headword, sorted into kinds and sentences."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

_ACCENTS = str.maketrans("àâäáãéèêëíìîïóòôöõúùûüçñ", "aaaaaeeeeiiiiooooouuuucn", "'")
_ENDS_A_CLAUSE = re.compile(r"[.!?;\n\0:—()…]")
_ENDS_A_SENTENCE = re.compile(r"[.!?\n]")
NAME, NUMBER = "name", "num"
_PLAIN = frozenset(f"{NAME} {NUMBER} i me we you he she they one it det be have neg prep conj".split())
"""Kinds of words that tell of nothing by themselves."""


class Word(NamedTuple):
    """One word: where it stands, how it is written without accents, its headword, kind and clause, what it tells of."""

    start: int
    end: int
    form: str
    head: str
    kind: str
    clause: int
    sense: str = ""


class Clause(NamedTuple):
    """A run of words between two stops: its first word, the one after its last, and whether it ends as a question."""

    first: int
    after: int
    asked: bool


@dataclass(frozen=True)
class Lexicon:
    """What a language knows of words: how to part them, what is written short, headwords, kinds, what they tell of.

    `endings` are what a form may end with, and what stands there instead in the word that is known.
    """

    part: re.Pattern[str]
    contractions: Mapping[str, str]
    heads: Mapping[str, str]
    kinds: Mapping[str, str]
    senses: Mapping[str, str] = field(default_factory=dict)
    endings: Sequence[tuple[str, str]] = ()

    def sense(self, form: str, head: str) -> str:
        """Return what a word tells of (a feeling, a person; well or ill), without its ending if need be."""
        senses = self.senses
        if not senses:
            return ""
        if found := senses.get(form) or senses.get(head):
            return found
        for ending, instead in self.endings:
            if form.endswith(ending) and (found := senses.get(form[: -len(ending)] + instead)):
                return found
        return ""


@dataclass(frozen=True, repr=False)
class Reading:
    """A text that was read: its words in order, and the clauses that they number."""

    words: Sequence[Word]
    clauses: Sequence[Clause]


def fold(word: str) -> str:
    """Return a word in lower case without accents and apostrophes: hurried hands leave them out."""
    return word.translate(_ACCENTS).replace("œ", "oe").replace("æ", "ae")


def read_words(text: str, plain: str, lexicon: Lexicon) -> Reading:
    """Read the words of a text; `plain` is the text in lower case, as long, the words of others blanked out."""
    words: list[Word] = []
    heads, kinds = lexicon.heads, lexicon.kinds
    clause, end = 0, 0
    for match in lexicon.part.finditer(plain):
        start = match.start()
        stopped = start - end > 1 and _ENDS_A_CLAUSE.search(plain, end, start)
        if stopped and words:
            clause += 1
        opens = not words or words[-1].clause != clause
        end = match.end()
        for form in _spelled_out(match[0], lexicon).split():
            head = heads.get(form, form)
            kind = kinds.get(form) or kinds.get(head) or (NUMBER if form[0].isdigit() else "")
            if not kind and text[start].isupper() and not (opens and (form in heads or form in lexicon.senses)):
                kind = NAME
            sense = "" if kind in _PLAIN else lexicon.sense(form, head)
            words.append(Word(start, end, form, head, kind, clause, sense))
    return Reading(words, _clauses(words, plain))


def _clauses(words: Sequence[Word], plain: str) -> list[Clause]:
    """Return the clauses of the words; one is asked when the sentence that it belongs to ends as a question."""
    found, first = [], 0
    for _number, group in groupby(words, key=lambda word: word.clause):
        *_others, last = members = list(group)
        stop = _ENDS_A_SENTENCE.search(plain, last.end, last.end + 300)
        found.append(Clause(first, first + len(members), bool(stop and stop[0] == "?")))
        first += len(members)
    return found


def _spelled_out(word: str, lexicon: Lexicon) -> str:
    """Write a contraction out (“don't” is two words) and drop the possessive of a name."""
    form = word if word.isascii() and "'" not in word else fold(word)
    if form in lexicon.contractions:
        return lexicon.contractions[form]
    return fold(word.partition("'")[0]) if "'" in word[:-1] else form
