"""Sessions of several engagements in one document of one's own: “Session 1” says of which."""

from collections import Counter
from collections.abc import Sequence

from journal.model.entry import Entry
from journal.model.kind import Kind
from journal.sharing.document import Item


def told_apart(items: Sequence[Item], entries: Sequence[Entry], longest: int) -> list[Item]:
    """Return the items, sessions of one name with that of their engagement, or with their day where it is missing."""
    titles = Counter(item.title for item in items if item.kind is Kind.SESSION)
    engagements = {
        entry.ref: item.title for item, entry in zip(items, entries, strict=True) if entry.kind is Kind.ENGAGEMENT
    }
    return [
        item.model_copy(update={"title": _with(item, entry, engagements)[:longest]}) if titles[item.title] > 1 else item
        for item, entry in zip(items, entries, strict=True)
    ]


def _with(item: Item, entry: Entry, engagements: dict[int, str]) -> str:
    of = next((engagements[link.ref] for link in entry.links if link.ref in engagements), "") or item.dated
    return f"{item.title} · {of}" if item.kind is Kind.SESSION and of else item.title
