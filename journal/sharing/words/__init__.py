"""Word lists: short common words per language, and what tells names from other words."""

from functools import cache
from typing import Literal

from journal.language import SOURCE, Language, data_file, languages
from journal.sharing.folding import fold

List = Literal[
    "endings", "endings-finnish", "endings-finnish-weak", "endings-hungarian", "finite-verbs", "first-names",
    "first-names-that-are-words", "never-names", "particles", "persons-verbs", "roles", "small-words", "talk",
    "titles", "trained-names",
]  # fmt: skip
_SHORTEST = 3  # letters


@cache
def common(language: Language) -> tuple[str, ...]:
    """Return the short common words of a language from which passphrases are drawn: 2048 or more, all different.

    They are those of the program’s own language where a language brings none; small words that vanish when they are
    spoken are none of them.
    """
    unheard = frozenset(_read(f"unheard.{language}"))
    words = (word for word in _read(language) or _read(SOURCE) if len(word) >= _SHORTEST)
    return tuple(word for word in words if word not in unheard)


@cache
def ordinary() -> frozenset[str]:
    """Return, folded, the words that a small initial keeps from being a name: the stone is not Pierre."""
    return frozenset(fold(word) for name in (*languages(), "names-that-are-words") for word in _read(name))


@cache
def folded(name: List) -> frozenset[str]:
    """Return the words of a list, folded, with those that languages add to it: “titles.es.txt”."""
    return frozenset(
        fold(word) for each in (name, *(f"{name}.{language}" for language in languages())) for word in _read(each)
    )


@cache
def spelt(name: List) -> frozenset[str]:
    """Return the words of a list in small letters, with and without their accents."""
    names = (name, *(f"{name}.{language}" for language in languages()))
    words = [word.replace("’", "'").lower() for each in names for word in _read(each)]
    return frozenset(words).union(map(fold, words))


def _read(name: str) -> tuple[str, ...]:
    file = data_file(f"sharing/words/{name}.txt")
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else ()
    return tuple(word for line in lines if not line.startswith("#") for word in line.split())
