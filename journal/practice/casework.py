"""Working with a case: filled from what was already written, told, offered to, and turned into learnings and steps."""

from datetime import timedelta

from journal.language import ngettext
from journal.model.case import CaseDetails, Offer, OfferKind
from journal.model.entry import Entry, EntryLine, Link, NewEntry, Ref, Rel
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.learning import LearningSort
from journal.model.session import SessionDetails
from journal.practice import capturing, learning, planning, reading, scheduling
from journal.practice.bringing import keep_session
from journal.practice.notebook import Notebook
from journal.practice.pages import case_page

_EARLY = timedelta(hours=3)  # one notes what others offer from shortly before a session on


def open_case(notebook: Notebook, title: str, about: tuple[Ref, ...] = (), session: Ref | None = None) -> Entry:
    """Start a case from chosen situations and reflections, for a session when there is one."""
    links = tuple(Link(rel=Rel.ABOUT, ref=ref) for ref in about)
    if session is not None:
        links = (*links, Link(rel=Rel.PART_OF, ref=session))
    return capturing.write(
        notebook,
        NewEntry(
            kind=Kind.CASE, title=title, happened_at=notebook.clock(), links=links, details=CaseDetails(), body=""
        ),
    )


def fill(notebook: Notebook, case: Entry, **fields: str) -> Entry:
    """Keep fields of the sheet, by their names in `CASE_FIELDS`."""
    return _keep(notebook, case, case.details_as(CaseDetails).with_(**fields))


def fill_from(notebook: Notebook, case: Entry, field: str, source: Ref) -> Entry:
    """Add what an entry says to one field of the sheet, and remember where it came from."""
    entry = reading.entry(notebook, source)
    words = "\n\n".join(filter(None, [entry.title, entry.body]))
    before = getattr(case.details_as(CaseDetails), field)
    link = Link(rel=Rel.ABOUT, ref=source)
    linked = case if link in case.links else case.with_(links=(*case.links, link))
    return fill(notebook, linked, **{field: "\n\n".join(filter(None, [before, words]))})


def offered(notebook: Notebook, case: Entry, kind: OfferKind, text: str, session: Ref | None = None) -> Entry:
    """Capture one line that somebody offered."""
    details = case.details_as(CaseDetails)
    return _keep(notebook, case, details.with_(offers=(*details.offers, Offer(kind=kind, text=text, session=session))))


def take_away(
    notebook: Notebook,
    case: Entry,
    *,
    keeps: tuple[str, ...] = (),
    unsettles: tuple[str, ...] = (),
    will_try: tuple[str, ...] = (),
) -> Entry:
    """Keep what one leaves with: learnings, and for what will be tried open steps; all of them know their case."""
    details = case.details_as(CaseDetails)
    changed = details.with_(
        keeps=(*details.keeps, *keeps),
        unsettles=(*details.unsettles, *unsettles),
        will_try=(*details.will_try, *will_try),
    )
    kept = _keep(notebook, case.with_(state=State.HELD), changed)
    for lines, sort in ((keeps, LearningSort.INSIGHT), (unsettles, LearningSort.CERTAINTY)):
        for line in lines:
            learning.keep_learning(notebook, line, sort, case.ref)
    for line in will_try:
        planning.set_out(notebook, line, source=case.ref)
    return kept


def ready(notebook: Notebook, case: Entry) -> Entry:
    """Mark a case as prepared."""
    return capturing.rewrite(notebook, case.with_(state=State.PREPARED))


def cases(notebook: Notebook) -> list[Entry]:
    """Return the cases, newest first."""
    return reading.whole(notebook, Filter(kinds=(Kind.CASE,)), limit=500)


def bring_to(notebook: Notebook, case: Entry, session: Ref) -> Entry:
    """Bring a case to a session, the same case to several if one wishes; what is offered there is kept with it."""
    opened = reading.entry(notebook, session)
    link = Link(rel=Rel.BRINGS, ref=case.ref)
    if link not in opened.links:
        carrying = opened.with_(links=(*opened.links, link))
        state = State.PREPARED if opened.state in scheduling.AHEAD else opened.state
        keep_session(notebook, carrying.with_(state=state), carrying.details_as(SessionDetails))
    part = Link(rel=Rel.PART_OF, ref=session)
    return case if part in case.links else capturing.rewrite(notebook, case.with_(links=(*case.links, part)))


def session_of(notebook: Notebook, case: Entry) -> EntryLine | None:
    """Return the session in which a case is being told: the last one that has begun, else the next; None for none."""
    refs = [link.ref for link in case.links if link.rel is Rel.PART_OF]
    lines = [line for ref in refs if (line := reading.line(notebook, ref)) is not None]
    lines += [line for rel, line in reading.backlinks(notebook, case.ref) if rel is Rel.BRINGS]
    sessions = sorted((line for line in lines if line.kind is Kind.SESSION), key=lambda line: line.happened_at)
    begun = [line for line in sessions if line.happened_at <= notebook.clock() + _EARLY]
    return begun[-1] if begun else next(iter(sessions), None)


def completeness(case: Entry) -> str:
    """Return how much of the sheet holds something, as a plain count."""
    return counted(case.details_as(CaseDetails).filled)


def counted(filled: int) -> str:
    """Return a number of fields of the sheet in words."""
    return ngettext("{count} of 7 fields", "{count} of 7 fields", filled).format(count=filled)


def _keep(notebook: Notebook, case: Entry, details: CaseDetails) -> Entry:
    return capturing.rewrite(notebook, case.with_(details=details, body=case_page(details)))
