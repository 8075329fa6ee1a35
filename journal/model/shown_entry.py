"""Entry as the shell shows it: what stands on its page, without what makes a whole one."""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from journal.model.entry_line import Ref
from journal.model.kind import Kind, State
from journal.model.pattern import Pattern

if TYPE_CHECKING:
    from journal.model.entry import Entry


class ShownEntry(NamedTuple):
    """The fields of an entry that its page tells, checked as those of a whole one; silent when printed."""

    ref: Ref
    kind: Kind
    state: State
    title: str
    body: str
    happened_at: datetime
    people: tuple[str, ...]
    tags: tuple[str, ...]
    patterns: tuple[Pattern, ...]
    links: tuple[Ref, ...]
    intensity: int | None

    def __repr__(self) -> str:
        return f"<ShownEntry #{self.ref}>"


def shown_of(entry: "Entry") -> ShownEntry:
    """Return what is shown of a whole entry."""
    from journal.model.situation import SituationDetails

    return ShownEntry(
        ref=entry.ref,
        kind=entry.kind,
        state=entry.state,
        title=entry.title,
        body=entry.body,
        happened_at=entry.happened_at,
        people=entry.people,
        tags=entry.tags,
        patterns=entry.patterns,
        links=tuple(link.ref for link in entry.links),
        intensity=entry.details.intensity if isinstance(entry.details, SituationDetails) else None,
    )
