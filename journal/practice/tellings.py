"""Tellings of one scene: as it was written, questioned, told again; whoever reads them side by side compares."""

from dataclasses import dataclass

from journal.errors import EntryNotFound
from journal.errors.refusals import StillSealed
from journal.model.entry import Entry, Ref, Rel
from journal.model.kind import Kind, State
from journal.model.reflection import ReflectionDetails
from journal.model.then_and_now import AGAIN, CODE
from journal.practice import reading
from journal.practice.notebook import Notebook

_OUT = (State.SEALED, State.OPEN)  # what waits, and what is not finished


@dataclass(frozen=True, slots=True, repr=False)
class Telling:
    """The scene itself or a reflection about it, its text, and its last words in one line."""

    entry: Entry
    text: str
    last: str


def tellings(notebook: Notebook, scene: Ref) -> list[Telling]:
    """Return how a scene was told, oldest first; the scene as it was written comes before all that is about it."""
    about = [line for rel, line in reading.backlinks(notebook, scene) if rel is Rel.ABOUT]
    refs = [line.ref for line in about if line.kind is Kind.REFLECTION and line.state not in _OUT]
    later = sorted(
        filter(None, (_readable(notebook, ref) for ref in refs)), key=lambda each: (each.happened_at, each.ref)
    )
    itself = _readable(notebook, scene)
    found = [_telling(each) for each in (*([itself] if itself else []), *later)]
    return [each for each in found if each.text.strip()]


def told_twice(notebook: Notebook, scene: Ref) -> bool:
    """Whether a scene has more than its own text and one questioning: another one, or a retelling."""
    later = tellings(notebook, scene)[1:]
    return len(later) > 1 or any(_protocol(each.entry) == CODE for each in later)


def _readable(notebook: Notebook, ref: Ref) -> Entry | None:
    try:
        entry = reading.entry(notebook, ref)
    except (EntryNotFound, StillSealed):
        return None
    return None if entry.trashed_at else entry


def _protocol(entry: Entry) -> str:
    return entry.details.protocol if isinstance(entry.details, ReflectionDetails) else ""


def _telling(entry: Entry) -> Telling:
    if not isinstance(entry.details, ReflectionDetails):
        return Telling(entry, entry.body.strip() or entry.title, _line(entry.title or entry.body))
    asked = [each for each in entry.details.asked if each.words.strip()]
    if entry.details.protocol == CODE:
        again = next((each.words for each in asked if each.prompt == AGAIN), "")
        return Telling(entry, again, _line(again))
    return Telling(entry, entry.body, _line(asked[-1].words if asked else entry.title))


def _line(text: str) -> str:
    return next(iter(text.strip().splitlines()), "")
