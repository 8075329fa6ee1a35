"""What the months hold in plain numbers: how many, of which pattern, how strong. Nothing here compares or sums up."""

from dataclasses import dataclass

from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.model.pattern import Pattern
from journal.store.filtering import conditions
from journal.store.store import Tx

_INTENSITY = "json_extract(details, '$.intensity')"


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
    rows = tx.rows(
        f"SELECT month, kind, patterns, count(*), min({_INTENSITY}), max({_INTENSITY}) FROM entry "  # noqa: S608 -- constants
        f"WHERE month >= ? AND {text} GROUP BY month, kind, patterns",
        (since, *values),
    )
    return [
        Held(month, Kind(kind), tuple(map(Pattern, patterns.split())), count, weakest, strongest)
        for month, kind, patterns, count, weakest, strongest in rows
    ]


def tags(tx: Tx, since: int) -> list[tuple[str, int, int]]:
    """Return each tag of the months from one (202611) on: its name, the month, in how many situations it stands."""
    text, values = conditions(Filter(kinds=(Kind.SITUATION,)))
    return tx.rows(
        "SELECT tag.name, month, count(*) FROM entry JOIN entry_tag ON entry_tag.ref = entry.ref "  # noqa: S608 -- as above
        f"JOIN tag ON tag.id = entry_tag.tag_id WHERE month >= ? AND {text} GROUP BY tag.id, month",
        (since, *values),
    )
