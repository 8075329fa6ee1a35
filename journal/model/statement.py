"""A progress statement: one line that the sponsor may read once the manager has validated it in writing."""

import hmac
import json
from dataclasses import InitVar, dataclass
from datetime import UTC, datetime
from typing import Self, TypeVar

from journal.errors.refusals import NotForSponsor, ValidationLost
from journal.model.details import Details
from journal.model.entry import Entry, NewEntry, Ref, Rel
from journal.model.frozen import Frozen, Moment
from journal.model.kind import Kind, State
from journal.model.person import Called


class Validation(Frozen):
    """The manager's name as they typed it, when, and the MAC of exactly what they validated."""

    by: Called
    at: Moment
    mac: str = ""

    @classmethod
    def of(cls, text: str, by: str, at: datetime, secret: bytes) -> Self:
        """Return the validation of a text by a name at a moment."""
        return cls(by=by, at=at, mac=_mac(text, by, at, secret))

    def holds(self, text: str, secret: bytes) -> bool:
        """Whether this is the validation of exactly this text, by this name, at this moment, made in this journal."""
        return hmac.compare_digest(self.mac.encode(), _mac(text, self.by, self.at, secret).encode())


def _mac(text: str, by: str, at: datetime, secret: bytes) -> str:
    """Return an HMAC-SHA256, in hexadecimal, of a statement's text together with who validated it and when."""
    told = json.dumps([text, by, at.astimezone(UTC).isoformat()], ensure_ascii=True)
    return hmac.digest(secret, told.encode(), "sha256").hex()


E = TypeVar("E", bound=NewEntry)


class StatementDetails(Details):
    """The validation in writing, when there is one; the objective it serves is a link (`Rel.TOWARDS`)."""

    validation: Validation | None = None


def statement_text(entry: Entry) -> str:
    """Return all that a statement says: what a validation covers to the character."""
    return "\n".join(part for part in (entry.title, entry.body) if part.strip())


def validation_of(entry: Entry) -> Validation | None:
    """Return the validation that an entry carries, whether it holds or not."""
    return entry.details.validation if isinstance(entry.details, StatementDetails) else None


def as_it_stands(entry: Entry, secret: bytes) -> Entry:
    """Return an entry as it is; a statement whose validation does not hold is a draft that carries a dead one."""
    if entry.kind is not Kind.STATEMENT or entry.state is not State.VALIDATED:
        return entry
    validation = validation_of(entry)
    holds = validation is not None and validation.holds(statement_text(entry), secret)
    return entry if holds else entry.with_(state=State.DRAFT)


def as_draft(new: E) -> E:
    """Return an entry from elsewhere without the validation that it claims: none holds but one made here."""
    if not claims_validation(new):
        return new
    return new.with_(state=State.DRAFT, details=StatementDetails())


def claims_validation(new: NewEntry) -> bool:
    """Whether an entry says of itself that it was validated."""
    return isinstance(new.details, StatementDetails) and (
        new.state is State.VALIDATED or new.details.validation is not None
    )


def may_leave(entry: Entry) -> bool:
    """Whether the entry, as the journal gave it, is a statement that stands validated."""
    return entry.kind is Kind.STATEMENT and entry.state is State.VALIDATED and entry.trashed_at is None


def lost_validation(entry: Entry) -> bool:
    """Whether the entry is a statement that was validated once, and whose validation does not hold any more."""
    return entry.state is State.DRAFT and validation_of(entry) is not None


@dataclass(frozen=True)
class ValidatedStatement:
    """A statement that may leave. There is no other way to make one than from a text with its own validation."""

    ref: Ref
    text: str
    validation: Validation
    secret: InitVar[bytes]
    objective: Ref | None = None

    def __post_init__(self, secret: bytes) -> None:
        if not self.validation.holds(self.text, secret):
            raise ValidationLost(ref=self.ref)

    @classmethod
    def of(cls, entry: Entry, secret: bytes) -> Self:
        """Return the statement that an entry holds; raise NotForSponsor when anything else is in it."""
        validation = validation_of(entry)
        if not may_leave(entry) or validation is None:
            raise NotForSponsor
        towards = next((link.ref for link in entry.links if link.rel is Rel.TOWARDS), None)
        return cls(ref=entry.ref, text=statement_text(entry), validation=validation, secret=secret, objective=towards)

    def __repr__(self) -> str:
        return f"<ValidatedStatement #{self.ref}>"
