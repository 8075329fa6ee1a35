"""Vocabulary: the words that follow-ups know, by which an ordinary word is told from one that may be a name."""

from functools import cache

from journal.language import languages
from journal.protocols.families.decision import forms, told_of, trained


@cache
def ordinary_words() -> frozenset[str]:
    """Return all words that training met, in every language that was trained; its weights are not unpacked for it."""
    known: set[str] = set()
    for data in map(trained, languages()):
        for form in forms(data.get("heads", {})):
            known.update(form)
        known.update(told_of(data.get("senses", {})))
    return frozenset(word.lower() for word in known)
