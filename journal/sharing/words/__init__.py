"""Word lists: short common words per language, and what tells names from other words."""

from functools import cache
from importlib.resources import files
from typing import Literal

from journal.language import Language, languages
from journal.sharing.folding import fold

List = Literal["endings", "first-names", "never-names", "particles", "titles"]
_SHORTEST = 3  # letters


@cache
def common(language: Language) -> tuple[str, ...]:
    """Return the short common words of a language from which passphrases are drawn: 2048 or more, all different."""
    return tuple(word for word in _read(language) if len(word) >= _SHORTEST)


@cache
def ordinary() -> frozenset[str]:
    """Return, folded, the words that a small initial keeps from being a name: the stone is not Pierre."""
    return frozenset(fold(word) for name in (*languages(), "names-that-are-words") for word in _read(name))


@cache
def folded(name: List) -> frozenset[str]:
    """Return the words of a list, folded."""
    return frozenset(fold(word) for word in _read(name))


def _read(name: str) -> tuple[str, ...]:
    lines = files("journal.sharing.words").joinpath(f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(word for line in lines if not line.startswith("#") for word in line.split())
