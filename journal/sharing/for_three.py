"""The page for a meeting of three: which validated statements and agreed lines it holds; it can hold nothing else."""

from journal.language import Language
from journal.model.agreed_line import claims_agreement
from journal.model.audience import Audience
from journal.model.entry import Entry, Ref, Rel
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.session import SessionDetails, SessionKind
from journal.sharing.repository import Keeper
from journal.sharing.selecting import Selection
from journal.store import entries
from journal.store.store import Tx

_MOST = 1000


def statements_for(keeper: Keeper, session: Entry) -> list[Entry]:
    """Return the validated statements of the session's engagement, oldest first, told at this meeting or not."""
    with keeper.store.reading() as tx:
        validated = entries.newest(tx, Filter(kinds=(Kind.STATEMENT,), states=(State.VALIDATED,)), _MOST)
        found = entries.readable(tx, [line.ref for line in reversed(validated)])
        of = _first(session, Rel.PART_OF)
        return [each for each in found if each.state is State.VALIDATED and _engagement(tx, each) in (of, None)]


def selection_for(keeper: Keeper, session: Entry, language: Language) -> Selection:
    """Return what the page for three holds: statements that are not left out that day, and this meeting's lines."""
    details = session.details_as(SessionDetails)
    told = [each.ref for each in statements_for(keeper, session) if each.ref not in details.untold]
    agreed = [session.ref] if claims_agreement(session) else []
    return Selection(refs=(*told, *agreed), audience=Audience.SPONSOR, language=language, meeting=details.meeting)


def closing_selection(keeper: Keeper, engagement: Ref, language: Language) -> Selection:
    """Return what the three keep at the close: every validated statement, and what was agreed at their meetings."""
    with keeper.store.reading() as tx:
        parts = [line.ref for rel, line in entries.backlinks(tx, engagement) if rel is Rel.PART_OF]
        met = sorted(
            (each for each in entries.readable(tx, parts) if claims_agreement(each)), key=lambda each: each.happened_at
        )
        validated = entries.newest(tx, Filter(kinds=(Kind.STATEMENT,), states=(State.VALIDATED,)), _MOST)
        found = entries.readable(tx, [line.ref for line in reversed(validated)])
        told = [each.ref for each in found if _engagement(tx, each) in (engagement, None)]
    refs = (*told, *(each.ref for each in met))
    return Selection(refs=refs, audience=Audience.SPONSOR, language=language, meeting=SessionKind.CLOSING)


def _engagement(tx: Tx, statement: Entry) -> Ref | None:
    """Return the engagement a statement belongs to, by itself or by its objective; None for none."""
    own = _first(statement, Rel.PART_OF)
    towards = _first(statement, Rel.TOWARDS)
    if own is not None or towards is None:
        return own
    return next((_first(each, Rel.PART_OF) for each in entries.readable(tx, [towards])), None)


def _first(entry: Entry, rel: Rel) -> Ref | None:
    return next((link.ref for link in entry.links if link.rel is rel), None)
