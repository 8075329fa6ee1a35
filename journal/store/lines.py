"""Lines of lists, made of what a query reads of each entry."""

from functools import cache

from journal.model.audience import Audience
from journal.model.entry import EntryLine, first_words
from journal.model.kind import Kind, State
from journal.model.pattern import Pattern
from journal.store.columns import LineRow
from journal.store.times import to_datetime

# Long lists read these by the thousand: a look in a table costs a tenth of asking the class.
_KINDS: dict[str, Kind] = {kind.value: kind for kind in Kind}
_STATES: dict[str, State] = {state.value: state for state in State}
_AUDIENCES: dict[str, Audience] = {audience.value: audience for audience in Audience}


def line(row: LineRow) -> EntryLine:
    """Return what a list shows of an entry."""
    return EntryLine(
        ref=row.ref,
        kind=_KINDS[row.kind],
        title=row.title,
        happened_at=to_datetime(row.happened_at, row.happened_offset),
        state=_STATES[row.state],
        audience=_AUDIENCES[row.audience],
        patterns=_patterns(row.patterns) if row.patterns else (),
        parent=row.parent,
        opening=first_words(row.opening) if row.opening else "",
    )


@cache
def _patterns(stored_patterns: str) -> tuple[Pattern, ...]:
    return tuple(map(Pattern, stored_patterns.split()))
