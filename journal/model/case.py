"""A case: what is brought to a session, on one page, and what others offered to it."""

from enum import StrEnum

from journal.model.details import Details
from journal.model.frozen import Frozen, Line, Text


class OfferKind(StrEnum):
    """What peers and practitioners give: never advice."""

    QUESTION = "question"
    ANGLE = "angle"
    HYPOTHESIS = "hypothesis"
    ECHO = "echo"  # an experience of theirs
    TRY = "try"  # something to try
    LISTENING = "listening"


class Offer(Frozen):
    """One line that somebody offered during a session; `session` is the session's ref, `who` the name of a member."""

    kind: OfferKind
    text: Line
    session: int | None = None
    who: Line = ""


CASE_FIELDS = ("facts", "actors", "did_and_felt", "attempts", "stake", "question", "help_wanted")
AROUND = ("offers", "confirms", "keeps", "unsettles", "will_try")
"""What an evening adds to the sheet; it leaves only when it is ticked."""


class CaseDetails(Details):
    """The case sheet (codevelopment, GAPP, GEASE) and its history; the title is the entry's own."""

    facts: Text = ""
    actors: Text = ""
    did_and_felt: Text = ""
    attempts: Text = ""
    stake: Text = ""
    question: Text = ""
    help_wanted: Text = ""
    unwanted: Text = ""  # said with the help one wants
    recognised: Text = ""  # who might be; for oneself, it never leaves
    ready_for: Text = ""  # "If …, then I …" during the session; for oneself as well
    offers: tuple[Offer, ...] = ()
    confirms: tuple[Line, ...] = ()
    keeps: tuple[Line, ...] = ()
    unsettles: tuple[Line, ...] = ()
    will_try: tuple[Line, ...] = ()
    leaving: tuple[Line, ...] = CASE_FIELDS  # what of the sheet others read
    weighed: bool = False  # whether the three questions on its readers were asked

    @property
    def named(self) -> tuple[str, ...]:
        """Those who offered something."""
        return tuple(dict.fromkeys(offer.who for offer in self.offers if offer.who))

    @property
    def asks(self) -> bool:
        """Whether others read a question in it."""
        return "question" in self.leaving and bool(self.question.strip())

    @property
    def filled(self) -> int:
        """How many of the seven fields of the sheet hold something."""
        return sum(bool(getattr(self, name).strip()) for name in CASE_FIELDS)
