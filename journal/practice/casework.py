"""Service of cases: filled from what was already written, told, offered to, and turned into learnings and steps."""

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from datetime import timedelta

from journal.language import ngettext
from journal.model.case import AROUND, CASE_FIELDS, CaseDetails, Offer, OfferKind
from journal.model.case_sheet import leaving_body
from journal.model.entry import Entry, EntryLine, Link, NewEntry, Ref, Rel
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.learning import LearningSort
from journal.model.session import SessionDetails
from journal.practice import bringing, capturing, learning, planning, reading
from journal.practice.bringing import keep_session, prepared_or_not
from journal.practice.notebook import Notebook
from journal.practice.pages import case_page

_EARLY = timedelta(hours=3)  # one notes what others offer from shortly before a session on


def open_case(notebook: Notebook, title: str, about: tuple[Ref, ...] = (), session: Ref | None = None) -> Entry:
    """Start a case from chosen situations and reflections, for a session when there is one."""
    links = tuple(Link(rel=Rel.ABOUT, ref=ref) for ref in about)
    case = capturing.write(
        notebook,
        NewEntry(
            kind=Kind.CASE, title=title, happened_at=notebook.clock(), links=links, details=CaseDetails(), body=""
        ),
    )
    return bring_to(notebook, case, session, instead_of=about) if session is not None else case


def fill(notebook: Notebook, case: Entry, **fields: str) -> Entry:
    """Keep fields of the sheet, by their names in `CASE_FIELDS`."""
    return _keep(notebook, case, case.details_as(CaseDetails).with_(**fields))


def keep_sheet(
    notebook: Notebook, case: Entry, title: str, sources: Collection[Ref], sheet: Mapping[str, str]
) -> Entry:
    """Keep a whole sheet and where its words came from; it is ready once nothing of it is empty."""
    known = {link.ref for link in case.links if link.rel is Rel.ABOUT}
    links = (*case.links, *(Link(rel=Rel.ABOUT, ref=ref) for ref in sorted(set(sources) - known)))
    kept = fill(notebook, case.with_(title=title, links=links), **sheet)
    whole = all(sheet[name].strip() for name in CASE_FIELDS)
    return ready(notebook, kept) if kept.state is State.DRAFT and whole else kept


def words_to_bring(entry: Entry, title: str = "") -> str:
    """Return an entry as it is told in a case: its first sentence once, and not at all where it is the case's title."""
    body = entry.body.strip()
    begins_alike = body.casefold().startswith(entry.title.rstrip("…").casefold())
    said = not entry.title or begins_alike or _same(entry.title, title)
    return body if body and said else "\n\n".join(filter(None, [entry.title, body]))


def _same(one: str, other: str) -> bool:
    return one.strip(" .…").casefold() == other.strip(" .…").casefold()


def added(before: str, words: str) -> str:
    """Return a field of the sheet with more words in it; what stands there already is not said twice."""
    before, words = before.strip(), words.strip()
    return before if words in before else "\n\n".join(filter(None, [before, words]))


def fill_from(notebook: Notebook, case: Entry, field: str, source: Ref) -> Entry:
    """Add what an entry says to one field of the sheet, and remember where it came from."""
    entry = reading.entry(notebook, source)
    words = words_to_bring(entry, case.title)
    before = getattr(case.details_as(CaseDetails), field)
    link = Link(rel=Rel.ABOUT, ref=source)
    linked = case if link in case.links else case.with_(links=(*case.links, link))
    return fill(notebook, linked, **{field: added(before, words)})


def offered(
    notebook: Notebook, case: Entry, kind: OfferKind, text: str, session: Ref | None = None, who: str = ""
) -> Entry:
    """Capture one line that somebody offered."""
    details = case.details_as(CaseDetails)
    offer = Offer(kind=kind, text=text, session=session, who=who)
    return _keep(notebook, case, details.with_(offers=(*details.offers, offer)))


def change_offer(notebook: Notebook, case: Entry, was: Offer, becomes: Offer | None) -> Entry:
    """Correct a line that was captured, or throw it away with None."""
    offers = list(case.details_as(CaseDetails).offers)
    if was not in offers:
        return case
    at = offers.index(was)
    offers[at : at + 1] = [becomes] if becomes is not None and becomes.text.strip() else []
    return _keep(notebook, case, case.details_as(CaseDetails).with_(offers=tuple(offers)))


def move_offer(notebook: Notebook, case: Entry, offer: Offer, by: int) -> Entry:
    """Tell a captured line earlier or later among those of its session."""
    offers = list(case.details_as(CaseDetails).offers)
    if offer not in offers:
        return case
    at = offers.index(offer)
    alike = [place for place, each in enumerate(offers) if each.session == offer.session]
    to = alike[max(0, min(len(alike) - 1, alike.index(at) + by))]
    offers.insert(to, offers.pop(at))
    return _keep(notebook, case, case.details_as(CaseDetails).with_(offers=tuple(offers)))


def keep_offers(notebook: Notebook, case: Entry, offers: tuple[Offer, ...]) -> Entry:
    """Keep what was offered in another wording, or from others."""
    return _keep(notebook, case, case.details_as(CaseDetails).with_(offers=offers))


def take_away(
    notebook: Notebook,
    case: Entry,
    *,
    confirms: Sequence[str] = (),
    keeps: Sequence[str] = (),
    unsettles: Sequence[str] = (),
    will_try: Sequence[str] = (),
) -> Entry:
    """Keep what one leaves with, each line once: learnings, and open steps to try; all of them know their case."""
    details = case.details_as(CaseDetails)
    confirms, keeps = _new(confirms, details.confirms), _new(keeps, details.keeps)
    unsettles, will_try = _new(unsettles, details.unsettles), _new(will_try, details.will_try)
    changed = details.with_(
        confirms=(*details.confirms, *confirms),
        keeps=(*details.keeps, *keeps),
        unsettles=(*details.unsettles, *unsettles),
        will_try=(*details.will_try, *will_try),
    )
    kept = _keep(notebook, case.with_(state=State.HELD), changed)
    sorts = (
        (confirms, LearningSort.RESOURCE),
        (keeps, LearningSort.INSIGHT),
        (unsettles, LearningSort.CERTAINTY),
    )
    told_in = session_of(notebook, case)
    on = bringing.lived_at(notebook, told_in) if told_in is not None else None
    for lines, sort in sorts:
        for line in lines:
            learning.keep_learning(notebook, line, sort, case.ref, on)
    for line in will_try:
        planning.set_out(notebook, line, source=case.ref)
    return kept


def _new(lines: Iterable[str], known: Container[str]) -> tuple[str, ...]:
    return tuple(line for line in dict.fromkeys(lines) if line not in known)


def ready(notebook: Notebook, case: Entry) -> Entry:
    """Mark a case as prepared."""
    return capturing.rewrite(notebook, case.with_(state=State.PREPARED))


def cases(notebook: Notebook) -> list[Entry]:
    """Return the cases, newest first."""
    return reading.whole(notebook, Filter(kinds=(Kind.CASE,)), limit=500)


def bring_to(notebook: Notebook, case: Entry, session: Ref, instead_of: tuple[Ref, ...] = ()) -> Entry:
    """Bring a case to a session, the same case to several if one wishes; what is offered there is kept with it.

    It takes the place of the scenes that it was made of.
    """
    opened = reading.entry(notebook, session)
    link = Link(rel=Rel.BRINGS, ref=case.ref)
    if link not in opened.links:
        made_of = {Link(rel=Rel.BRINGS, ref=ref) for ref in instead_of}
        at = next((place for place, each in enumerate(opened.links) if each in made_of), len(opened.links))
        links = [*opened.links[:at], link, *opened.links[at:]]
        carrying = opened.with_(links=tuple(each for each in links if each not in made_of))
        keep_session(notebook, prepared_or_not(carrying), carrying.details_as(SessionDetails))
    part = Link(rel=Rel.PART_OF, ref=session)
    return case if part in case.links else capturing.rewrite(notebook, case.with_(links=(*case.links, part)))


def sessions_of(notebook: Notebook, case: Entry) -> list[EntryLine]:
    """Return the sessions that a case is brought to, earliest first."""
    refs = [link.ref for link in case.links if link.rel is Rel.PART_OF]
    lines = [line for ref in refs if (line := reading.line(notebook, ref)) is not None]
    lines += [line for rel, line in reading.backlinks(notebook, case.ref) if rel is Rel.BRINGS]
    found = {line.ref: line for line in lines if line.kind is Kind.SESSION}
    return sorted(found.values(), key=lambda line: line.happened_at)


def session_of(notebook: Notebook, case: Entry) -> EntryLine | None:
    """Return the session in which a case is being told: the last one that has begun, else the next; None for none."""
    sessions = sessions_of(notebook, case)
    begun = [line for line in sessions if line.happened_at <= notebook.clock() + _EARLY]
    return begun[-1] if begun else next(iter(sessions), None)


def completeness(case: Entry) -> str:
    """Return how much of the sheet holds something, as a plain count."""
    return counted(case.details_as(CaseDetails).filled)


def counted(filled: int) -> str:
    """Return a number of fields of the sheet in words."""
    return ngettext("{count} of 7 fields", "{count} of 7 fields", filled).format(count=filled)


def let_leave(notebook: Notebook, case: Entry, part: str) -> Entry:
    """Let a part of a case be read by others, or no longer; the sessions it is brought to follow."""
    details = case.details_as(CaseDetails)
    leaving = {*details.leaving} ^ {part}
    order = tuple(name for name in (*CASE_FIELDS, *AROUND) if name in leaving)
    return _keep(notebook, case, details.with_(leaving=order))


def weighed(notebook: Notebook, case: Entry) -> Entry:
    """Note that one looked at who will read a case: it is asked once."""
    details = case.details_as(CaseDetails)
    return case if details.weighed else _keep(notebook, case, details.with_(weighed=True))


def refresh_sessions(notebook: Notebook, case: Entry) -> None:
    """Compile the pages of the sessions anew to which a case is brought: what of it leaves was changed."""
    for ref in dict.fromkeys(link.ref for link in case.links if link.rel is Rel.PART_OF):
        session = reading.entry(notebook, ref)
        if session.kind is Kind.SESSION:
            keep_session(notebook, session, session.details_as(SessionDetails))


def _keep(notebook: Notebook, case: Entry, details: CaseDetails) -> Entry:
    kept = capturing.rewrite(notebook, case.with_(details=details, body=case_page(details)))
    if leaving_body(kept) != leaving_body(case):
        refresh_sessions(notebook, kept)
    return kept
