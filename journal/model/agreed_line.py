"""An agreed line: what all said yes to at a meeting of three; beside validated statements, all that a sponsor reads."""

from dataclasses import InitVar, dataclass
from typing import Self, TypeVar

from journal.errors.refusals import AgreementLost
from journal.model.entry import Entry, NewEntry, Ref
from journal.model.kind import Kind
from journal.model.record_line import AgreedMark
from journal.model.session import OF_THREE, SessionDetails

E = TypeVar("E", bound=NewEntry)


@dataclass(frozen=True)
class AgreedLine:
    """A line that may leave. There is no other way to make one than from a text with its own mark."""

    ref: Ref
    text: str
    mark: AgreedMark
    secret: InitVar[bytes]

    def __post_init__(self, secret: bytes) -> None:
        if not self.mark.holds(self.text, secret):
            raise AgreementLost(ref=self.ref)

    @classmethod
    def all_of(cls, session: Entry, secret: bytes) -> tuple[Self, ...]:
        """Return the lines of a meeting of three whose marks hold; of anything else, none."""
        if not claims_agreement(session) or session.trashed_at is not None:
            return ()
        return tuple(
            cls(session.ref, line.text, line.agreed, secret)
            for line in session.details_as(SessionDetails).record
            if line.agreed is not None and line.agreed.holds(line.text, secret)
        )

    def __repr__(self) -> str:
        return f"<AgreedLine #{self.ref}>"


def claims_agreement(new: NewEntry) -> bool:
    """Whether an entry says of a line of a meeting of three that all agreed on it."""
    details = new.details
    return (
        new.kind is Kind.SESSION
        and isinstance(details, SessionDetails)
        and details.meeting in OF_THREE
        and any(line.agreed for line in details.record)
    )


def unmarked(new: E) -> E:
    """Return an entry from elsewhere without the marks that it claims: none holds but one set here."""
    details = new.details
    if not isinstance(details, SessionDetails) or not any(line.agreed for line in details.record):
        return new
    return new.with_(details=details.with_(record=tuple(line.with_(agreed=None) for line in details.record)))
