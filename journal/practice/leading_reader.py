"""Reader to whom what is shared leads by itself: whoever sits in the session that it is prepared for."""

from dataclasses import dataclass, field

from journal.model.audience import Audience
from journal.model.engagement import EngagementDetails, Role
from journal.model.entry import Entry, Ref
from journal.model.kind import Kind
from journal.model.session import SessionDetails, SessionKind
from journal.practice import casework, framing, reading, scheduling
from journal.practice.notebook import Notebook


@dataclass(frozen=True, slots=True)
class LeadingReader:
    """For whom it is, by the session of this number; the name of its practitioner when there is one alone."""

    audience: Audience
    number: int
    name: str = field(default="", repr=False)


def leading_reader(notebook: Notebook, refs: tuple[Ref, ...]) -> LeadingReader | None:
    """Return to whom a session leads that stands first, or a case alone; None for anything else: nobody is chosen."""
    session = _session(notebook, refs)
    if session is None:
        return None
    details = session.details_as(SessionDetails)
    if details.meeting is SessionKind.GROUP:
        return LeadingReader(Audience.GROUP, details.number)
    return LeadingReader(Audience.PRACTITIONER, details.number, _practitioner(notebook, session))


def _session(notebook: Notebook, refs: tuple[Ref, ...]) -> Entry | None:
    line = reading.line(notebook, refs[0]) if refs else None
    if line is None or line.kind not in (Kind.SESSION, Kind.CASE):
        return None
    if line.kind is Kind.CASE:
        told_in = casework.session_of(notebook, reading.entry(notebook, line.ref)) if len(refs) == 1 else None
        return reading.entry(notebook, told_in.ref) if told_in is not None else None
    return reading.entry(notebook, line.ref)


def _practitioner(notebook: Notebook, session: Entry) -> str:
    """Return the name of the only practitioner of the session's engagement who has not left it."""
    of = scheduling.engagement_of(session)
    if of is None:
        return ""
    names = _in_role(reading.entry(notebook, of), Role.PRACTITIONER)
    return names[0] if len(names) == 1 else ""


def taking_part(notebook: Notebook, role: Role) -> dict[str, str]:
    """Return those who have a role in engagements that go on, each with the title of one."""
    return {name: each.title for each in framing.engagements(notebook) for name in _in_role(each, role)}


def _in_role(engagement: Entry, role: Role) -> list[str]:
    parties = engagement.details_as(EngagementDetails).parties
    return [each.name for each in parties if each.role is role and each.left_on is None]
