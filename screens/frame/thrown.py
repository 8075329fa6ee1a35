"""Gestures that put entries into the trash: the last one comes back first, as a whole and marked."""

from journal.language import _, ngettext
from screens.frame.selection import Selection


class Thrown:
    """Numbers of entries, and whether each was marked; nothing of what they hold."""

    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        self._gestures: list[dict[int, bool]] = []

    def add(self, *refs: int) -> None:
        """Note what goes to the trash together; it is marked no longer."""
        self._gestures.append({ref: ref in self._selection for ref in refs})
        for ref in refs:
            self._selection.discard(ref)

    def take_back(self) -> tuple[int, ...]:
        """Return what went there last, and mark again what was; nothing where nothing is left."""
        refs = self._gestures.pop() if self._gestures else {}
        self._selection.replace((*self._selection, *(ref for ref, marked in refs.items() if marked)))
        return tuple(refs)

    def came_back(self, ref: int) -> None:
        """Forget that an entry was thrown away: it is back, or destroyed."""
        for refs in self._gestures:
            refs.pop(ref, None)
        self._gestures = [refs for refs in self._gestures if refs]

    def clear(self) -> None:
        """Forget all of it; the trash keeps it."""
        self._gestures.clear()

    def words(self, key: str) -> str:
        """Return what was thrown away last and how it comes back, for the header's right; "" for nothing."""
        if not self._gestures:
            return ""
        refs = self._gestures[-1]
        if len(refs) == 1:
            return _("{ref} is in the trash · {key} brings it back").format(ref=next(iter(refs)), key=key)
        told = ngettext(
            "{count} entry in the trash · {key} brings it back",
            "{count} entries in the trash · {key} brings them back",
            len(refs),
        )
        return told.format(count=len(refs), key=key)

    def __bool__(self) -> bool:
        return bool(self._gestures)
