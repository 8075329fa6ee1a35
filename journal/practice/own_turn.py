"""One's own turn in a group's evening: which of one's cases is told, one that is prepared or a new one."""

from journal.model.case import CaseDetails
from journal.model.entry import Entry, Link, Ref, Rel
from journal.model.kind import State
from journal.model.session import SessionDetails
from journal.practice import bringing, case_sessions, casework, evenings, reading
from journal.practice.bringing import brought
from journal.practice.notebook import Notebook

_MOST = 20


def cases_to_tell(notebook: Notebook, session: Entry) -> list[Entry]:
    """Return the cases of one's own that can be told: those brought here first, then those told nowhere yet."""
    cases = casework.cases(notebook)
    told = evenings.case_told(notebook, session)
    here = [each for each in cases if _is_here(session, each)]
    here.sort(key=lambda case: told is None or case.ref != told.ref)
    waiting = [each for each in cases if each not in here and each.state is not State.HELD]
    return [*here, *waiting][:_MOST]


def _is_here(session: Entry, case: Entry) -> bool:
    return case.ref in brought(session) or Link(rel=Rel.PART_OF, ref=session.ref) in case.links


def tell_own(notebook: Notebook, session: Entry, case: Ref) -> Entry:
    """Tell a case of one's own: brought here, before others; one begun here in vain goes in the trash."""
    before = evenings.case_told(notebook, session)
    casework.bring_to(notebook, reading.entry(notebook, case), session.ref)
    if before is not None and before.ref != case and _is_empty(before):
        case_sessions.take_from(notebook, before, session.ref)
        reading.trash(notebook, before.ref)
    meeting = evenings.tell_turn(notebook, reading.entry(notebook, session.ref), "")
    link = Link(rel=Rel.BRINGS, ref=case)
    links = (link, *(each for each in meeting.links if each != link))
    return bringing.keep_session(notebook, meeting.with_(links=links), meeting.details_as(SessionDetails))


def tell_new(notebook: Notebook, session: Entry, title: str) -> Entry:
    """Tell a case that is begun now, under a title."""
    return tell_own(notebook, session, casework.open_case(notebook, title, session=session.ref).ref)


def _is_empty(case: Entry) -> bool:
    """Whether nothing was written or offered, and nothing of the journal led to it."""
    return case.details_as(CaseDetails) == CaseDetails() and not any(link.rel is Rel.ABOUT for link in case.links)
