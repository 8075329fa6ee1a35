"""A case for the group, as a page of its own: the question on top, the times and roles, what was offered by kind."""

from collections.abc import Iterator
from dataclasses import replace

from journal.language import _
from journal.model.case import AROUND, CASE_FIELDS, CaseDetails
from journal.model.case_sheet import CASE_HEADINGS, OFFERS, bullets
from journal.model.entry import Entry
from journal.model.evening import Evening
from journal.model.kind import Kind
from journal.model.session import SessionDetails
from journal.sharing.composing.method import method
from journal.sharing.composing.page import Page, Sections
from journal.sharing.composing.road import Road
from journal.sharing.composing.session_page import head_of
from journal.sharing.composing.telling import Teller, capital
from journal.sharing.document import Prose, Room, Row, Rows
from journal.sharing.selecting import Selection

_LINES_TO_WRITE = 8
_FIRST = ("question", "help_wanted")


def is_sheet(entry: Entry) -> bool:
    """Whether an entry is a case with a sheet."""
    return isinstance(entry.details, CaseDetails) and any(getattr(entry.details, name) for name in CASE_FIELDS)


def group_page(road: Road, case: Entry, selection: Selection, teller: Teller) -> Page:
    """Return the page of a case: of its sheet what is ticked, and the method of the evening in which it is told."""
    details = case.details_as(CaseDetails)
    sections = Sections(teller)
    title = teller.say(case.title, case.ref)
    sections.tell(case.ref, title)
    for name in _FIRST:
        _field(sections, case, details, name)
    evening = road.told_in.details_as(SessionDetails).evening if road.told_in else Evening()
    told = method(evening, teller, case.ref, roles=not evening.turn)  # who did what for another's case stays
    if told is not None:
        sections.add(_("How we go about it"), [told])
    for name in (*(each for each in CASE_FIELDS if each not in _FIRST), *AROUND):
        _field(sections, case, details, name)
    sections.add(_("Notes"), [Room(lines=_LINES_TO_WRITE)])
    page = sections.page(title or _("Case"), head_of(teller, selection))
    return replace(page, without_question=not details.asks)


def _field(sections: Sections, case: Entry, details: CaseDetails, name: str) -> None:
    """Add a part of the sheet that is ticked; what one would rather not have is said with the help one wants."""
    if name not in details.leaving:
        return
    say = sections.teller.say
    part: Prose | Rows
    if name == "offers":
        part = Rows(rows=tuple(_offers(details, sections.teller, case)))
    else:
        value: str | tuple[str, ...] = getattr(details, name)
        text = value if isinstance(value, str) else bullets(value)
        part = Prose(text=say(text, case.ref))
    if (isinstance(part, Rows) and part.rows) or (isinstance(part, Prose) and part.text.strip()):
        sections.add(_(CASE_HEADINGS[name]), [part], case.ref, kind=Kind.CASE)
    if name == "help_wanted" and details.unwanted.strip():
        unwanted = Prose(text=say(details.unwanted, case.ref))
        sections.add(_(CASE_HEADINGS["unwanted"]), [unwanted], case.ref, kind=Kind.CASE)


def _offers(details: CaseDetails, teller: Teller, case: Entry) -> Iterator[Row]:
    """Yield what was offered, one kind after the other, with who offered it."""
    for kind, words in OFFERS.items():
        label = capital(_(words))
        for offer in (each for each in details.offers if each.kind is kind):
            yield Row(label=label, text=teller.line(offer.text, case.ref), note=teller.say(offer.who, case.ref))
            label = ""
