"""Lines of lists, made of what a query reads of each entry."""

from contextlib import suppress
from functools import cache
from typing import Annotated

from journal.hygiene import one_line
from journal.language import _
from journal.model.audience import Audience
from journal.model.entry_line import EntryLine, Ref, first_words
from journal.model.kind import Kind, State
from journal.model.pattern import Pattern
from journal.store.times import to_datetime

_REFUSED = (KeyError, ValueError, TypeError, OverflowError, AttributeError)
_PARENT = (
    "(SELECT to_ref FROM entry_link WHERE from_ref = entry.ref AND rel IN ('about', 'part_of') "
    "ORDER BY position LIMIT 1)"
)
# Long lists read these by the thousand: a look in a table costs a tenth of asking the class.
_STATES: dict[str, State] = {state.value: state for state in State}
_AUDIENCES: dict[str, Audience] = {audience.value: audience for audience in Audience}


def line(  # noqa: PLR0913, PLR0917 -- a function and no class: a row of one's own in between would cost a tenth of a list
    ref: Annotated[Ref, "entry.ref"],
    kind: Annotated[str, "entry.kind"],
    title: Annotated[str, "entry.title"],
    happened_at: Annotated[int, "entry.happened_at"],
    happened_offset: Annotated[int, "entry.happened_offset"],
    state: Annotated[str, "entry.state"],
    audience: Annotated[str, "entry.audience"],
    patterns: Annotated[str, "entry.patterns"],
    parent: Annotated[Ref | None, _PARENT],
    opening: Annotated[str, "CASE entry.title WHEN '' THEN substr(entry.body, 1, 200) ELSE '' END"],
) -> EntryLine:
    """Return what a list shows: the first page of a row, what it is part of, how it begins when it has no title."""
    try:
        return EntryLine(
            ref, Kind(kind), title + "", to_datetime(happened_at, happened_offset), _STATES[state],
            _AUDIENCES[audience], _patterns(patterns) if patterns else (), parent,
            first_words(opening) if opening else "",
        )  # fmt: skip
    except _REFUSED:
        return _unreadable(ref, title, happened_at)


def _unreadable(ref: Ref, title: object, happened_at: object) -> EntryLine:
    """Return the line of an entry that cannot be read: which one it is, and what is there of its title."""
    at = to_datetime(0, 0)
    with suppress(*_REFUSED):
        at = to_datetime(happened_at, 0)  # type: ignore[arg-type]  # refused when it is no number
    words = " · ".join(filter(None, [_("cannot be read"), one_line(title) if isinstance(title, str) else ""]))
    return EntryLine(ref, Kind.SITUATION, words, at, State.KEPT, Audience.ME, (), unreadable=True)


@cache
def _patterns(stored_patterns: str) -> tuple[Pattern, ...]:
    return tuple(map(Pattern, stored_patterns.split()))
