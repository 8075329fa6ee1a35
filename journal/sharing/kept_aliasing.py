"""Aliases for previews: what became of a text is kept as long as the names and the words to replace stay as they are.

A preview is made again at each decision, and once more when it is written. Locking replaces the process, so that
nothing of it stays then.
"""

from collections.abc import Iterable
from functools import lru_cache

from journal.model.person import Person
from journal.sharing.aliasing import Aliased, Aliasing
from journal.sharing.kept_texts import KeptTexts


class _KeptAliasing(Aliasing):
    """The names of a journal, which replaces them once in each text."""

    def __init__(self, people: Iterable[Person], replaced: Iterable[tuple[str, str]], kept: Iterable[str]) -> None:
        super().__init__(people, replaced, kept)
        self._fitted, self._tied = KeptTexts[Aliased](), KeptTexts[Aliased]()

    def apply(self, text: str, *, fitting: bool = True) -> Aliased:
        texts = self._fitted if fitting else self._tied
        return texts.of(text, lambda text: super(_KeptAliasing, self).apply(text, fitting=fitting))


@lru_cache(maxsize=2)
def aliasing_for(
    people: tuple[Person, ...], replaced: tuple[tuple[str, str], ...] = (), kept: tuple[str, ...] = ()
) -> Aliasing:
    """Return the names of a journal, once for all the previews for which they stay as they are."""
    return _KeptAliasing(people, replaced, kept)
