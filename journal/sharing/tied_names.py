"""Names that a hyphen ties to another first name: “jo-anne” is somebody else than Jo, and stays whole or goes whole."""

from journal.sharing.folding import fold
from journal.sharing.words import folded, ordinary


def is_first_name(word: str) -> bool:
    """Whether a word is a first name, be it a word as well."""
    told = fold(word)
    return any(told in folded(each) for each in ("first-names", "first-names-that-are-words", "trained-names"))


def makes_other_name(tied: str, *, known: bool) -> bool:
    """Whether a word makes another name of what it is tied to; a `known` one does where it stays while that goes."""
    if not known:
        return tied[0].isupper() or is_first_name(tied)
    return tied[0].islower() and fold(tied) in ordinary() and is_first_name(tied)
