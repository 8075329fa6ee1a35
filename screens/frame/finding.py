"""Commands found by words: those of their titles, of what they do, and others that mean about the same.

A word finds in any language what is told in any; which words are alike is told by the data file of each language.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from journal.language import _, data_file, languages, speaking

_ENDING = 3  # letters that a word typed may have more
_SURE = 3  # letters from which on the beginning of a word stands for it


def folded(text: str) -> str:
    """Return a text without case and accents, with plain apostrophes."""
    bare = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(sign for sign in bare if not unicodedata.combining(sign))


def in_all_languages(*texts: str) -> str:
    """Return texts of the program as every language tells them."""
    told = []
    for language in languages():
        with speaking(language):
            told += [_(text) for text in texts]
    return folded(" ".join(told))


def matching(known: Mapping[str, Sequence[str]], words: str) -> list[str]:
    """Return what fits all of some words: by its title first, then by what else is told of it, then by words alike.

    What is known has a title and further texts, each weighing less than the one before, all of them folded.
    """
    wanted = [(word, _any_of(alike(word))) for word in folded(words).split()]
    ranks = {each: [_rank(word, others, texts) for word, others in wanted] for each, texts in known.items()}
    found = [each for each, ranked in ranks.items() if None not in ranked]
    return sorted(found, key=lambda each: max((rank or 0 for rank in ranks[each]), default=0))


def _rank(word: str, others: re.Pattern[str] | None, texts: Sequence[str]) -> int | None:
    for rank, text in enumerate(texts):
        if word in text:
            return rank
    if others is None:
        return None
    return next((rank for rank, text in enumerate(texts, len(texts)) if others.search(text)), None)


def _any_of(words: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds any of some words at the beginning of one; a short one is whole there. None for no words."""
    told = [re.escape(word) + ("" if len(word) > _SURE else r"(?!\w)") for word in words]
    return re.compile(rf"(?<!\w)(?:{'|'.join(told)})") if told else None


def alike(word: str) -> frozenset[str]:
    """Return the words that mean about the same as one."""
    groups = [group for group in _groups() if any(_same(word, other) for other in group)]
    return frozenset(other for group in groups for other in group)


def _same(typed: str, word: str) -> bool:
    longer = len(word) > _SURE and typed.startswith(word) and len(typed) - len(word) <= _ENDING
    return typed == word or longer or (len(typed) >= _SURE and word.startswith(typed))


@cache
def _groups() -> tuple[Sequence[str], ...]:
    files = [data_file(f"synonyms/{language}.txt") for language in languages()]
    lines = (line for file in files if file.exists() for line in file.read_text("utf-8").splitlines())
    return tuple(_words(line) for line in lines if line and not line.startswith("#"))


def _words(line: str) -> Sequence[str]:
    return tuple(folded(word.strip()) for word in line.split(","))


def all_words() -> Iterable[str]:
    """Return every word that has others like it."""
    return (word for group in _groups() for word in group)
