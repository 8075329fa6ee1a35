"""A session: one meeting of an engagement. `happened_at` of its entry is the moment it is planned for."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field

from journal.model.details import Details
from journal.model.entry import Ref
from journal.model.evening import Evening
from journal.model.frozen import Frozen, Line, Name, Text
from journal.model.record_line import RecordLine

# Lines of the page that were gathered around what is brought leave only when they are asked for: what was kept of the
# session before, steps that moved since, shared objectives. All others leave unless they are left at home.
ASKED_FOR = ("took:", "moved:", "plan:", "objective:", "ratings:", "evidence:")


class SessionKind(StrEnum):
    """What a session is for."""

    FRAMING = "framing"
    INDIVIDUAL = "individual"
    GROUP = "group"
    INTERIM = "interim"
    CLOSING = "closing"


OF_THREE = (SessionKind.FRAMING, SessionKind.INTERIM, SessionKind.CLOSING)
"""The meetings of manager, sponsor and practitioner."""


class View(Frozen):
    """What somebody who takes part expects, or saw, as the manager heard it."""

    party: Name
    words: Text = ""


class SessionDetails(Details):
    """Number within the engagement, length in minutes, place, and what was prepared and noted.

    `page` is the preparation in one's own wording; while it is empty, the page is compiled from what is brought.
    A meeting of three has beside that what each party saw, what the manager wants said and what stays unsaid, which
    is on no page that is compiled, and the record of what was decided; `untold` are validated statements left out.
    The entries brought are links of the session (`Rel.BRINGS`), in the order in which they will be told.
    `left_at_home` and `taken_along` are lines of the page that leaves: those unticked, and those ticked though they
    leave only when asked for.
    """

    number: Annotated[int, Field(ge=1)] = 1
    meeting: SessionKind = SessionKind.INDIVIDUAL
    minutes: Annotated[int, Field(ge=5, le=1440)] = 120
    place: Line = ""
    video: bool = False
    question: Text = ""
    expectation: Text = ""
    page: Text = ""
    notes: Text = ""
    left_at_home: tuple[Line, ...] = ()
    taken_along: tuple[Line, ...] = ()
    views: tuple[View, ...] = ()
    said: Text = ""
    unsaid: Text = ""
    record: tuple[RecordLine, ...] = ()
    untold: tuple[Ref, ...] = ()
    evening: Evening = Evening()

    @property
    def named(self) -> tuple[str, ...]:
        """Those whose views are noted, and those around the table of a group's evening."""
        return tuple(dict.fromkeys((*(view.party for view in self.views), *self.evening.named)))

    def leaves(self, line: str) -> bool:
        """Return whether a line of the page leaves, by its key."""
        return line in self.taken_along if line.startswith(ASKED_FOR) else line not in self.left_at_home

    def ticked(self, line: str, *, leaves: bool) -> Self:
        """Return the preparation with a line that leaves, or does not."""
        asked_for = line.startswith(ASKED_FOR)
        name = "taken_along" if asked_for else "left_at_home"
        others = tuple(each for each in getattr(self, name) if each != line)
        return self.with_(**{name: (*others, line) if leaves == asked_for else others})
