"""Store of what was made of texts, for when it is asked for again: no more than so many characters of them."""

from collections.abc import Callable
from typing import Generic, TypeVar

V = TypeVar("V")
_MOST = 4_000_000  # characters


class KeptTexts(Generic[V]):
    """Values by the text that they were made of; all of them go when they would be too many."""

    def __init__(self, most: int = _MOST) -> None:
        """Begin without any, to keep those of so many characters."""
        self._most = most
        self._kept: dict[str, V] = {}
        self._characters = 0

    def of(self, text: str, make: Callable[[str], V]) -> V:
        """Return the value of a text, made where it is not kept."""
        kept = self._kept.get(text)
        if kept is not None:
            return kept
        if self._characters + len(text) > self._most:
            self._kept.clear()
            self._characters = 0
        made = self._kept[text] = make(text)
        self._characters += len(text)
        return made
