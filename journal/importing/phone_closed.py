"""Files from the phone whose notes stay closed: remembered, so that one is told once, and why."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from journal.errors import ReculError
from journal.errors.imports import CutNote, EndedPage, ForeignNote
from journal.importing.phone_notes import Why
from journal.store import preferences
from journal.store.store import Store

REFUSED: Mapping[Why, type[ReculError]] = {Why.DAMAGED: CutNote, Why.FOREIGN: ForeignNote, Why.ENDED: EndedPage}
_KEY = "phone.closed"
_MOST = 100


@dataclass(frozen=True, slots=True)
class Closed:
    """A file whose note stays closed, and why; `digest` tells it from others, `told` whether one was told of it."""

    name: str
    why: Why
    digest: str = field(repr=False)
    told: bool = False

    @property
    def reason(self) -> str:
        """Why it stays closed, in words."""
        return REFUSED[self.why]().message()


def closed(store: Store) -> list[Closed]:
    """Return the files whose notes stay closed, the newest first."""
    with store.reading() as tx:
        kept = preferences.get(tx, _KEY)
    return [each for told in (kept if isinstance(kept, list) else []) for each in _read(told)]


def note_told(store: Store) -> None:
    """Remember that one was told of every file that stays closed."""
    kept = closed(store)
    if any(not each.told for each in kept):
        keep(store, [Closed(each.name, each.why, each.digest, told=True) for each in kept])


def keep(store: Store, kept: list[Closed]) -> None:
    """Keep which files stay closed: the newest of them."""
    told = [[each.name, each.why.value, each.digest, each.told] for each in kept[:_MOST]]
    with store.writing() as tx:
        preferences.put(tx, _KEY, told)


def _read(told: Any) -> Iterator[Closed]:
    with suppress(ValueError, TypeError):
        name, why, digest, seen = told
        yield Closed(str(name), Why(why), str(digest), told=seen is True)
