"""Noticing: a situation set aside as perhaps one for the group; nothing is counted, and nothing asks for it."""

from datetime import timedelta

from journal.model.entry import Entry, Ref, Rel
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.model.situation import SituationDetails
from journal.practice import capturing, reading
from journal.practice.notebook import Notebook

_LOOKED_BACK = timedelta(days=240)
_MOST = 400


def is_aside(entry: Entry) -> bool:
    """Whether an entry was set aside for the group."""
    return isinstance(entry.details, SituationDetails) and entry.details.for_group


def aside_or_not(notebook: Notebook, ref: Ref) -> Entry:
    """Set a situation aside for the group, or take that back."""
    situation = reading.entry(notebook, ref)
    return put_aside(notebook, situation, aside=not is_aside(situation))


def put_aside(notebook: Notebook, situation: Entry, *, aside: bool) -> Entry:
    """Keep whether a situation is one for the group, perhaps."""
    if not isinstance(situation.details, SituationDetails) or situation.details.for_group is aside:
        return situation
    return capturing.rewrite(notebook, situation.with_(details=situation.details.with_(for_group=aside)))


def set_aside(notebook: Notebook) -> list[Entry]:
    """Return the situations that are set aside, newest first; one that became a case is none any more."""
    since = notebook.clock() - _LOOKED_BACK
    recent = reading.whole(notebook, Filter(kinds=(Kind.SITUATION,), since=since), _MOST)
    return [each for each in recent if is_aside(each) and not _became_a_case(notebook, each.ref)]


def _became_a_case(notebook: Notebook, ref: Ref) -> bool:
    return any(rel is Rel.ABOUT and line.kind is Kind.CASE for rel, line in reading.backlinks(notebook, ref))
