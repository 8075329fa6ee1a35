"""Record of an entry, as the README tells its JSON: with every name replaced where aliases are asked for."""

from collections.abc import Sequence
from typing import Any

from journal.model.entry import Entry
from journal.model.person import Person
from journal.sharing.as_decided import AsDecided
from journal.sharing.dating import when_and_dated
from journal.sharing.selecting import Dates, Selection
from journal.sharing.staying import record_as_it_leaves

# The public fields of an entry (as the README tells them).
_FIELDS = (
    "ref", "kind", "title", "happened_at", "created_at", "updated_at", "tags", "people", "patterns", "audience",
    "state", "links", "body", "details",
)  # fmt: skip
# Fields of details whose strings are codes of the program, never words of a person.
_CODES = frozenset({
    "protocol", "prompt", "kind", "family", "language", "became", "role", "code", "form", "format", "duty", "leaving",
    "distance",
})  # fmt: skip


def record_of(entry: Entry, people: Sequence[Person], selection: Selection, aliasing: AsDecided) -> dict[str, Any]:
    """Return an entry as the README tells it, in the order of its fields there."""
    data = record_as_it_leaves(entry.model_dump(mode="json"), asides=entry.ref in selection.asides)
    if selection.aliased:
        for name in ("title", "body", "details"):
            data[name] = _reworded(data[name], aliasing)
        data["tags"] = [aliasing.whole(tag) for tag in entry.tags]
        data["people"] = [aliasing.whole(name) for name in entry.people]
    if selection.dates is not Dates.EXACT:
        left_out = {"happened_at", "created_at", "updated_at"}
        when, _words = when_and_dated(entry, selection.dates, selection.audience)
        return {name: data[name] for name in _FIELDS if name not in left_out} | ({"week": when} if when else {})
    record = {name: data[name] for name in _FIELDS}
    known = [] if selection.aliased else [each for each in people if each.name in entry.people]
    return record | ({"aliases": [each.model_dump(mode="json", exclude={"id"}) for each in known]} if known else {})


def _reworded(value: Any, aliasing: AsDecided) -> Any:
    """Return JSON with every name in its texts replaced; keys and codes of the program stay."""
    if isinstance(value, str):
        return aliasing.apply(value).text
    if isinstance(value, dict):
        return {key: each if key in _CODES else _reworded(each, aliasing) for key, each in value.items()}
    return [_reworded(each, aliasing) for each in value] if isinstance(value, list) else value
