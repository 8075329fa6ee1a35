"""A progress statement: one line that the sponsor may read once the manager has validated it in writing."""

import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self

from journal.errors.refusals import NotForSponsor
from journal.model.details import Details, describes
from journal.model.entry import Entry, Ref, Rel
from journal.model.frozen import Frozen, Moment, Name
from journal.model.kind import Kind, State


class Validation(Frozen):
    """The manager's name as they typed it, when, and the digest of exactly what they validated."""

    by: Name
    at: Moment
    digest: str

    def covers(self, text: str) -> bool:
        """Whether this is the validation of exactly this text, by this name, at this moment."""
        return hmac.compare_digest(self.digest, digest(text, self.by, self.at))


def digest(text: str, by: str, at: datetime) -> str:
    """Return the SHA-256, in hexadecimal, of a statement's text together with who validated it and when."""
    told = json.dumps([text, by, at.astimezone(UTC).isoformat()], ensure_ascii=True)
    return hashlib.sha256(told.encode()).hexdigest()


@describes(Kind.STATEMENT)
class StatementDetails(Details):
    """The validation in writing, when there is one; the objective it serves is a link (`Rel.TOWARDS`)."""

    validation: Validation | None = None


def statement_text(entry: Entry) -> str:
    """Return all that a statement says: what a validation covers to the character."""
    return "\n".join(part for part in (entry.title, entry.body) if part.strip())


def may_leave(entry: Entry) -> bool:
    """Whether the entry is a statement whose text is still the one that was validated."""
    if entry.kind is not Kind.STATEMENT or entry.state is not State.VALIDATED or entry.trashed_at is not None:
        return False
    validation = entry.details_as(StatementDetails).validation
    return validation is not None and validation.covers(statement_text(entry))


@dataclass(frozen=True)
class ValidatedStatement:
    """A statement that may leave. There is no other way to make one than from a text with its own validation."""

    ref: Ref
    text: str
    validation: Validation
    objective: Ref | None = None

    def __post_init__(self) -> None:
        if not self.validation.covers(self.text):
            raise NotForSponsor

    @classmethod
    def of(cls, entry: Entry) -> Self:
        """Return the statement that an entry holds; raise NotForSponsor when anything else is in it."""
        if not may_leave(entry):
            raise NotForSponsor
        validation = entry.details_as(StatementDetails).validation
        if validation is None:  # may_leave has looked; the type needs to be told
            raise NotForSponsor
        towards = next((link.ref for link in entry.links if link.rel is Rel.TOWARDS), None)
        return cls(ref=entry.ref, text=statement_text(entry), validation=validation, objective=towards)

    def __repr__(self) -> str:
        return f"<ValidatedStatement #{self.ref}>"
