"""An engagement: one individual accompaniment or one peer group, from framing to closing."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from journal.model.details import Details
from journal.model.entry import Ref
from journal.model.frozen import Frozen, Line, Name, Text
from journal.model.kind import State
from journal.model.reason import Reason


class Form(StrEnum):
    """Alone with a practitioner, or among peers."""

    INDIVIDUAL = "individual"
    GROUP = "group"


class Format(StrEnum):
    """How one meets."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    MIXED = "mixed"


class Role(StrEnum):
    """Who takes part."""

    MANAGER = "manager"
    SPONSOR = "sponsor"
    PRACTITIONER = "practitioner"
    PEER = "peer"
    FACILITATOR = "facilitator"  # of a group; one of its members, or not


class Party(Frozen):
    """Somebody who takes part in an engagement, and what they expect of it.

    Of a member of a group also where they work and for whom, what one may call them for, the day on which they left,
    and what becomes then of what was said.
    """

    role: Role
    name: Name
    expectations: tuple[Line, ...] = ()
    service: Line = ""
    company: Line = ""
    reports_to: Line = ""
    call_for: Line = ""
    left_on: date | None = None
    stays: Text = ""


class ClauseCode(StrEnum):
    """What an agreement is about."""

    CONSENT = "consent"
    NEUTRALITY = "neutrality"
    CONFIDENTIALITY = "confidentiality"
    SPONSOR = "sponsor"
    STOP = "stop"
    ENDING = "ending"  # what is owed when somebody else ends it
    WORKING_TIME = "working-time"
    CANCELLING = "cancelling"
    NOTES = "notes"  # those that the practitioner keeps
    ETHICS = "ethics"
    MEETINGS = "meetings"  # the three of three
    RECIPROCITY = "reciprocity"
    ADVICE = "advice"
    ABSENT = "absent"
    TIME = "time"
    KNOWN = "known"  # what is said of a colleague whom everybody knows
    OUTSIDE = "outside"  # no talk of a case afterwards
    HOME = "home"  # what one may write at home
    PRESENCE = "presence"
    HIERARCHY = "hierarchy"  # two members, one of whom comes to lead the other
    OWN = "own"  # added by those concerned, under a title of theirs


class Consent(Frozen):
    """Who agreed, and when."""

    by: Name
    on: date


class Clause(Frozen):
    """One clause of the agreement, in the words of those who agreed to it."""

    code: ClauseCode
    text: Text = ""
    consents: tuple[Consent, ...] = ()
    title: Line = ""  # of one that was added


class Voice(Frozen):
    """What one member said, in their words."""

    by: Name
    text: Text


class LetGo(Frozen):
    """A session that was let go with a stage, and how it stood before."""

    ref: Ref
    was: State


class Move(Frozen):
    """The last move from one stage to another: from where, on which day, and what was let go with it."""

    was: State
    on: date
    let_go: tuple[LetGo, ...] = ()


class EngagementDetails(Details):
    """The frame: how much, how often, how long, with whom, under which clauses.

    The defaults are those of an individual accompaniment: ten sessions, twenty hours, one every three weeks.
    """

    form: Form = Form.INDIVIDUAL
    reasons: tuple[Reason, ...] = ()
    starts_on: date | None = None
    ends_on: date | None = None
    ended_on: date | None = None  # the day on which it was closed, or left
    planned_sessions: Annotated[int, Field(ge=0, le=500)] = 10
    planned_minutes: Annotated[int, Field(ge=0, le=60_000)] = 1200
    rhythm_days: Annotated[int, Field(ge=1, le=366)] = 21
    format: Format = Format.MIXED
    parties: tuple[Party, ...] = ()
    clauses: tuple[Clause, ...] = ()
    move: Move | None = None
    learnt_together: Text = ""  # of a group at its end, as all accept it
    voices: tuple[Voice, ...] = ()  # what each member says at the end; theirs, it stays here

    @property
    def members(self) -> tuple[Party, ...]:
        """Those who sit around the table of a group now."""
        return tuple(party for party in self.parties if party.role is not Role.SPONSOR and party.left_on is None)

    @property
    def sponsors(self) -> tuple[Party, ...]:
        """Those who asked for it and whom a meeting of three brings to the table, unless they left."""
        return tuple(party for party in self.parties if party.role is Role.SPONSOR and party.left_on is None)

    @property
    def agreeing(self) -> tuple[Party, ...]:
        """Those whose agreement the clauses need: who sits around the table of a group; else the sponsor as well."""
        return self.members if self.form is Form.GROUP else tuple(each for each in self.parties if not each.left_on)

    @property
    def unagreed(self) -> tuple[Clause, ...]:
        """The clauses to which nobody agreed yet."""
        return tuple(clause for clause in self.clauses if not clause.consents)

    @property
    def others(self) -> tuple[Party, ...]:
        """The members beside oneself."""
        return tuple(party for party in self.members if party.role is not Role.MANAGER)

    @property
    def named(self) -> tuple[str, ...]:
        """The parties, and all who agreed to a clause."""
        agreed = (consent.by for clause in self.clauses for consent in clause.consents)
        return tuple(dict.fromkeys((*(party.name for party in self.parties), *agreed)))
