"""The entries marked to be shared, kept while one moves between places, in the order in which they were marked."""

from collections.abc import Iterator

from journal.language import _, ngettext


class Selection:
    """Numbers of entries; nothing of what they hold."""

    def __init__(self) -> None:
        self._refs: dict[int, None] = {}

    def toggle(self, ref: int) -> bool:
        """Mark an entry, or take its mark away; return whether it is marked now."""
        if ref in self._refs:
            del self._refs[ref]
            return False
        self._refs[ref] = None
        return True

    def discard(self, ref: int) -> None:
        """Take away the mark of an entry that is no longer in the journal."""
        self._refs.pop(ref, None)

    def clear(self) -> None:
        """Take all marks away."""
        self._refs.clear()

    def replace(self, refs: tuple[int, ...]) -> None:
        """Mark these entries and no others."""
        self._refs = dict.fromkeys(refs)

    def told(self, key: str = "") -> str:
        """Return how many entries are marked, and the key that takes all marks away; nothing where none is."""
        if not self._refs:
            return ""
        marked = ngettext("{count} marked", "{count} marked", len(self)).format(count=len(self))
        return _("{marked} · {key} unmarks").format(marked=marked, key=key) if key else marked

    def __contains__(self, ref: object) -> bool:
        return ref in self._refs

    def __iter__(self) -> Iterator[int]:
        return iter(self._refs)

    def __len__(self) -> int:
        return len(self._refs)
