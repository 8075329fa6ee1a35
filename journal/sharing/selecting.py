"""Selection: what was chosen to leave, and how; nothing leaves that is not named here one by one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.errors.refusals import NotForSponsor, NothingSelected, StillSealed, ValidationLost
from journal.model.agreed_line import claims_agreement
from journal.model.audience import Audience
from journal.model.entry import Entry, Ref, Title
from journal.model.frozen import Frozen, KnownLanguage, Line, Moment, Text
from journal.model.kind import State
from journal.model.kind_spec import spec_of
from journal.model.session import SessionKind
from journal.model.statement import lost_validation, may_leave


class Names(StrEnum):
    """Whether people leave under their alias or under their name."""

    ALIAS = "alias"
    REAL = "real"


class Dates(StrEnum):
    """How precisely the reader learns when something happened."""

    EXACT = "exact"
    WEEK = "week"
    NONE = "none"


class Selection(Frozen):
    """The entries that were chosen, in the order in which they are told, for whom and in whose language.

    Private kinds and sealed entries leave only when their ref is in `include_private` as well. `opening` is Markdown
    told before the entries, such as the question of a prepared session. `since` narrows the sponsor's report; `meeting`
    makes it the page for a meeting of three, which holds the same and nothing else.
    With `since_session` it is told what came of that session, before the entries. `on` is the day of sending, and
    `signature` what the manager agreed with the recipient to sign with. `asides` are the sessions of a group whose
    aide-mémoire on others' cases goes along: a yes of its own, and to oneself alone.
    In the sponsor's report stand with `every_objective` those without a line too, and with `validation_days` the day of
    each validation; neither but when asked for.
    """

    refs: tuple[Ref, ...]
    audience: Audience = Audience.ME
    language: KnownLanguage = "en"
    names: Names | None = None
    dates: Dates = Dates.EXACT
    include_private: tuple[Ref, ...] = ()
    asides: tuple[Ref, ...] = ()
    title: Title = ""
    opening: Text = ""
    since: Moment | None = None
    since_session: Ref | None = None
    on: date | None = None
    signature: Line = ""
    every_objective: bool = False
    validation_days: bool = False
    meeting: SessionKind | None = None

    @property
    def aliased(self) -> bool:
        """Whether names are replaced: always outside, unless real names were asked for; never asked, never for me."""
        if self.names is None or self.audience is Audience.SPONSOR:
            return self.audience.outside
        return self.names is Names.ALIAS


@dataclass(frozen=True, slots=True)
class Chosen:
    """The entries of a selection that leave, and the refs of those that stay: private, or not to be read."""

    entries: tuple[Entry, ...]
    left_out: tuple[Ref, ...]


def choose(selection: Selection, entries: Iterable[Entry]) -> Chosen:
    """Return what of the entries leaves, in the order of the selection.

    Raise NotForSponsor when anything but validated statements and agreed lines is to go to the sponsor, ValidationLost
    when a validation does not hold, StillSealed when an entry was expressly included whose date has not come,
    NothingSelected when nothing remains.
    """
    known = {entry.ref: entry for entry in entries}
    wanted = [known[ref] for ref in dict.fromkeys(selection.refs) if ref in known]
    if selection.audience is Audience.SPONSOR:
        _refuse_unvalidated(wanted)
    leaving, left_out = [], [ref for ref in dict.fromkeys(selection.refs) if ref not in known]
    for entry in wanted:
        if not _private(entry):
            leaving.append(entry)
        elif entry.ref not in selection.include_private:
            left_out.append(entry.ref)
        elif entry.state is State.SEALED and not entry.body:
            raise StillSealed(ref=entry.ref)
        else:
            leaving.append(entry)
    if not leaving:
        raise NothingSelected
    return Chosen(tuple(leaving), tuple(left_out))


def _refuse_unvalidated(wanted: Iterable[Entry]) -> None:
    for entry in wanted:
        if not may_leave(entry) and not (claims_agreement(entry) and entry.trashed_at is None):
            raise ValidationLost(ref=entry.ref) if lost_validation(entry) else NotForSponsor


def _private(entry: Entry) -> bool:
    return spec_of(entry.kind).private or entry.state is State.SEALED or entry.trashed_at is not None
