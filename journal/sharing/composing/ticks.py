"""The lines of a composed page that can be left at home or taken along; the choice belongs to the preparation."""

from dataclasses import dataclass, field

from journal.model.session import SessionDetails

# What leaves only when it is asked for; all else leaves unless it is left at home.
_ASKED_FOR = ("ratings:", "evidence:")


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line that can be ticked: its key, what it tells in the words of the journal, and whether it leaves."""

    key: str
    words: str = field(repr=False)
    ticked: bool


def is_ticked(details: SessionDetails, key: str) -> bool:
    """Return whether a line leaves."""
    return key in details.taken_along if key.startswith(_ASKED_FOR) else key not in details.left_at_home


def with_tick(details: SessionDetails, key: str, *, ticked: bool) -> SessionDetails:
    """Return a preparation in which a line leaves, or does not."""
    asked_for = key.startswith(_ASKED_FOR)
    name = "taken_along" if asked_for else "left_at_home"
    others = tuple(each for each in getattr(details, name) if each != key)
    return details.with_(**{name: (*others, key) if ticked == asked_for else others})
