"""Sessions that a case is told in: which are chosen, which can be, and the change from one to the other."""

from dataclasses import dataclass

from journal.model.engagement import EngagementDetails, Form
from journal.model.entry import Entry, Ref, Rel
from journal.model.kind import AHEAD
from journal.model.session import SessionDetails
from journal.practice import capturing, casework, framing, preparing, reading, scheduling
from journal.practice.bringing import brought
from journal.practice.notebook import Notebook


@dataclass(frozen=True, slots=True, repr=False)
class Offered:
    """The sessions of one engagement to which a case can be brought: those ahead, and those that were held."""

    engagement: Entry
    ahead: tuple[Entry, ...]
    held: tuple[Entry, ...]


def offered(notebook: Notebook, case: Entry) -> list[Offered]:
    """Return what can be chosen: groups first, unless the case is brought to individual sessions alone."""
    taken = {line.ref for line in casework.sessions_of(notebook, case)}
    rows = [_of(notebook, engagement, taken) for engagement in framing.engagements(notebook)]
    groups = [each for each in rows if _is_group(each.engagement)]
    others = [each for each in rows if not _is_group(each.engagement)]
    for_others = taken and not any(each.ref in taken for group in groups for each in (*group.ahead, *group.held))
    return [*others, *groups] if for_others else [*groups, *others]


def _of(notebook: Notebook, engagement: Entry, taken: set[Ref]) -> Offered:
    """Return what an engagement offers; of what was held the last one, and those the case was brought to."""
    row = scheduling.sessions(notebook, engagement.ref)
    held = [each for each in row if each.state not in AHEAD]
    shown = tuple(each for each in held if each.ref in taken or each is held[-1])
    return Offered(engagement, tuple(each for each in row if each.state in AHEAD), shown)


def _is_group(engagement: Entry) -> bool:
    return engagement.details_as(EngagementDetails).form is Form.GROUP


def bring_or_not(notebook: Notebook, case: Entry, session: Ref) -> Entry:
    """Bring a case to a session, or no longer."""
    taken = {line.ref for line in casework.sessions_of(notebook, case)}
    return take_from(notebook, case, session) if session in taken else casework.bring_to(notebook, case, session)


def take_from(notebook: Notebook, case: Entry, session: Ref) -> Entry:
    """Bring a case to a session no longer; what was offered to it there stays with the case."""
    opened = reading.entry(notebook, session)
    if case.ref in brought(opened):
        details = opened.details_as(SessionDetails)
        left = tuple(ref for ref in brought(opened) if ref != case.ref)
        preparing.prepare(notebook, opened, question=details.question, expectation=details.expectation, brings=left)
    links = tuple(link for link in case.links if (link.rel, link.ref) != (Rel.PART_OF, session))
    return case if links == case.links else capturing.rewrite(notebook, case.with_(links=links))
