"""Short names among whole ones: “Claire” is Claire Dubois where nobody else around is called so."""

from collections.abc import Iterable, Sequence

from journal.store.folding import words


def who_is(name: str, around: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Return whom a name means among those around, the nearest circle first; several where it could be either.

    Who is called exactly so is meant before anybody whose first or last name it is; nobody leaves the name as it is.
    """
    said = words(name)
    for circle in around:
        exact = next((each for each in circle if words(each) == said), "")
        if exact:
            return (exact,)
        if found := tuple(dict.fromkeys(each for each in circle if _is_short_for(said, each))):
            return found
    return (name,)


def _is_short_for(said: list[str], whole: str) -> bool:
    """Whether one word is the first or the last name of somebody; the words of a role are nobody’s."""
    parts = whole.split()
    named = len(parts) > 1 and all(part[0].isupper() and not part.isupper() for part in (parts[0], parts[-1]))
    return named and said in (words(parts[0]), words(parts[-1]))
