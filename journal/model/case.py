"""A case: what is brought to a session, on one page, and what others offered to it."""

from enum import StrEnum

from journal.language import N_
from journal.model.details import Details
from journal.model.frozen import Frozen, Line, Text
from journal.model.kind import Kind, State
from journal.model.kind_spec import describes


class OfferKind(StrEnum):
    """What peers and practitioners offer: never advice."""

    ANGLE = "angle"
    HYPOTHESIS = "hypothesis"
    QUESTION = "question"


class Offer(Frozen):
    """One line that somebody offered during a session; `session` is the session's ref."""

    kind: OfferKind
    text: Line
    session: int | None = None


CASE_FIELDS = ("facts", "actors", "did_and_felt", "attempts", "stake", "question", "help_wanted")


@describes(Kind.CASE, N_("case"), N_("Case"), State.DRAFT, State.PREPARED, State.HELD, reflectable=True)
class CaseDetails(Details):
    """The case sheet (codevelopment, GAPP, GEASE) and its history; the title is the entry's own."""

    facts: Text = ""
    actors: Text = ""
    did_and_felt: Text = ""
    attempts: Text = ""
    stake: Text = ""
    question: Text = ""
    help_wanted: Text = ""
    offers: tuple[Offer, ...] = ()
    keeps: tuple[Line, ...] = ()
    unsettles: tuple[Line, ...] = ()
    will_try: tuple[Line, ...] = ()

    @property
    def filled(self) -> int:
        """How many of the seven fields of the sheet hold something."""
        return sum(bool(getattr(self, name).strip()) for name in CASE_FIELDS)
