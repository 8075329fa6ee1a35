"""Entries of one name in one document of one's own: “Session 1” says of which engagement, a run of what it is about."""

from collections import Counter
from collections.abc import Mapping, Sequence

from journal.model.entry import Entry, Ref, Rel
from journal.model.kind import Kind
from journal.sharing.document import Item

_NAMED_ALIKE = frozenset({Kind.SESSION, Kind.REFLECTION, Kind.REVIEW})  # by their number, or by their protocol
_BELONGS = frozenset({Rel.PART_OF, Rel.ABOUT})


def told_apart(items: Sequence[Item], entries: Sequence[Entry], longest: int) -> list[Item]:
    """Return the items, those of one name with what they belong to; sessions with their day where it is missing."""
    titles = Counter(item.title for item in items if item.kind in _NAMED_ALIKE)
    named = {entry.ref: item.title for item, entry in zip(items, entries, strict=True)}
    return [
        item.model_copy(update={"title": _with(item, entry, named)[:longest]}) if titles[item.title] > 1 else item
        for item, entry in zip(items, entries, strict=True)
    ]


def _with(item: Item, entry: Entry, named: Mapping[Ref, str]) -> str:
    if item.kind not in _NAMED_ALIKE:
        return item.title
    of = next((named[link.ref] for link in entry.links if link.rel in _BELONGS and link.ref in named), "")
    of = of or (item.dated if item.kind is Kind.SESSION else "")
    return f"{item.title} · {of}" if of else item.title
