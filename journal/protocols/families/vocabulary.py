"""Vocabulary: the words that follow-ups know, by which an ordinary word is told from one that may be a name."""

import json
from functools import cache
from importlib import resources

from journal.language import languages


@cache
def ordinary_words() -> frozenset[str]:
    """Return all words of the trained lists, in every language that has some, in small letters."""
    found: set[str] = set()
    for language in languages():
        file = resources.files(__package__).joinpath(f"{language}.json")
        if not file.is_file():
            continue
        told = json.loads(file.read_text("utf-8"))
        found.update(told.get("heads", ()))
        for words in (*told.get("heads", {}).values(), *told.get("senses", {}).values()):
            found.update(words if isinstance(words, list) else str(words).split())
    return frozenset(word.lower() for word in found)
