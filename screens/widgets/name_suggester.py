"""Suggester of names that the journal knows, whatever capitals, accents and apostrophes are typed."""

from collections.abc import Sequence

from textual.suggester import Suggester

from journal.same_name import name_key


class LastNameSuggester(Suggester):
    """Completes the last of several names, parted by commas."""

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = known

    async def get_suggestion(self, value: str) -> str | None:
        """Return the value with its last name completed."""
        begun = value.rpartition(",")[2].lstrip()
        key = name_key(begun)
        if not key:
            return None
        found = next((name for name in self._known if name_key(name[: len(begun)]) == key), None)
        return value + found[len(begun) :] if found else None
