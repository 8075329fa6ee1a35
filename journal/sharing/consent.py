"""Entries that leave for more readers than they were meant for: named, so that it is asked about before."""

from dataclasses import dataclass, field

from journal.model.audience import Audience
from journal.model.case import CaseDetails
from journal.model.entry import Entry, Ref, Rel
from journal.model.kind import Kind
from journal.model.session import SessionDetails
from journal.sharing.composing.road import AHEAD, Road, linked
from journal.sharing.selecting import Selection

# Agreed by those around the table, or come from one of them: nobody reads there what they do not know of.
_SHARED_BY_NATURE = frozenset({Kind.OBJECTIVE, Kind.STATEMENT, Kind.QUESTION})


@dataclass(frozen=True, slots=True)
class MeantForFewer:
    """An entry that leaves, by its title in the journal, and for whom it was meant until then."""

    ref: Ref
    audience: Audience
    title: str = field(repr=False)


def meant_for_fewer(
    selection: Selection, told: tuple[Ref, ...], entries: tuple[Entry, ...], road: Road
) -> tuple[MeantForFewer, ...]:
    """Return what of the entries told in a document was meant for fewer than those who will read it.

    What the sponsor reads was validated in writing, and what is private was said yes to twice.
    """
    if selection.audience is Audience.SPONSOR:
        return ()
    known = {entry.ref: entry for entry in (*road.entries, *entries)}
    refs = dict.fromkeys((*told, *_reworded(road)))
    return tuple(
        MeantForFewer(ref, known[ref].audience, _called(known[ref]))
        for ref in refs
        if ref in known and ref not in selection.include_private and _is_widened(known[ref], selection.audience)
    )


def _reworded(road: Road) -> tuple[Ref, ...]:
    """Return what a preparation in one's own wording was made of: it is told there, and not a second time."""
    if road.session is None or not road.session.details_as(SessionDetails).page.strip():
        return ()
    return linked(road.session, Rel.BRINGS)


def _is_widened(entry: Entry, audience: Audience) -> bool:
    """Whether an entry goes to more than it was meant for; what is prepared for them, or was looked over, does not."""
    if entry.kind in _SHARED_BY_NATURE or (entry.kind is Kind.SESSION and entry.state in AHEAD):
        return False
    if isinstance(entry.details, CaseDetails) and entry.details.weighed:
        return False
    return entry.audience.is_narrower_than(audience)


def _called(entry: Entry) -> str:
    return entry.title or " ".join(entry.body.split())[:60]


__all__ = ["MeantForFewer", "meant_for_fewer"]
