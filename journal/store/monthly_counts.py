"""Counts of what the months hold: how many, of which pattern, how strong. Nothing here compares or sums up."""

from dataclasses import dataclass
from typing import Annotated, NamedTuple

from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.model.pattern import Pattern
from journal.store.filtering import conditions
from journal.store.store import Tx

_INTENSITY = (
    "CASE WHEN json_valid(details) AND json_type(details, '$.intensity') = 'integer' "
    "THEN json_extract(details, '$.intensity') END"
)
_PATTERNS: dict[str, Pattern] = {pattern.value: pattern for pattern in Pattern}


class HeldRow(NamedTuple):
    """What entries of a month, a kind and the same patterns are counted as."""

    month: int
    kind: str
    patterns: str
    many: Annotated[int, "count(*)"]
    weakest: Annotated[int | None, f"min({_INTENSITY})"]
    strongest: Annotated[int | None, f"max({_INTENSITY})"]


class TaggedRow(NamedTuple):
    """In how many entries of a month a tag stands."""

    name: Annotated[str, "tag.name"]
    month: int
    many: Annotated[int, "count(*)"]


@dataclass(frozen=True, slots=True)
class Held:
    """How many entries of a kind, marked with the same patterns, a month holds, and between which intensities."""

    month: int  # 202611
    kind: Kind
    patterns: tuple[Pattern, ...]
    count: int
    weakest: int | None
    strongest: int | None


def held(tx: Tx, kinds: tuple[Kind, ...], since: int) -> list[Held]:
    """Return what the months from one (202611) on hold, in one pass over them."""
    text, values = conditions(Filter(kinds=kinds))
    rows = tx.all(
        HeldRow,
        f"FROM entry WHERE month >= ? AND {text} GROUP BY month, kind, patterns",
        (since, *values),
    )
    return [
        Held(
            month=row.month,
            kind=Kind(row.kind),
            patterns=tuple(_PATTERNS[each] for each in str(row.patterns).split() if each in _PATTERNS),
            count=row.many,
            weakest=row.weakest,
            strongest=row.strongest,
        )
        for row in rows
    ]


def tags(tx: Tx, since: int) -> list[TaggedRow]:
    """Return each tag of the months from one (202611) on: its name, the month, in how many situations it stands."""
    text, values = conditions(Filter(kinds=(Kind.SITUATION,)))
    return tx.all(
        TaggedRow,
        "FROM entry JOIN entry_tag ON entry_tag.ref = entry.ref JOIN tag ON tag.id = entry_tag.tag_id "
        f"WHERE month >= ? AND {text} GROUP BY tag.id, month",
        (since, *values),
    )
