"""A case for the group, as a page of its own: the question on top, the times and roles, what was offered by kind."""

from collections.abc import Iterator
from dataclasses import replace

from journal.language import N_, _
from journal.model.case import CASE_FIELDS, CaseDetails, Offer, OfferKind
from journal.model.entry import Entry
from journal.model.kind import Kind
from journal.sharing.composing.page import Page, Sections
from journal.sharing.composing.session_page import head_of
from journal.sharing.composing.telling import Teller
from journal.sharing.document import Prose, Room, Row, Rows, Table
from journal.sharing.selecting import Selection

_LINES_TO_WRITE = 8
_FIRST = ("question", "help_wanted")
_HEADINGS = {
    "facts": N_("The facts"),
    "actors": N_("The people"),
    "did_and_felt": N_("What I did and felt"),
    "attempts": N_("What I have tried, and what happened"),
    "stake": N_("What is at stake for me"),
    "question": N_("My question"),
    "help_wanted": N_("The help I want"),
}
_AFTER = {"keeps": N_("What I keep"), "unsettles": N_("What unsettled me"), "will_try": N_("What I will try")}
_OFFERED = {
    OfferKind.ANGLE: N_("angles"),
    OfferKind.HYPOTHESIS: N_("hypotheses"),
    OfferKind.QUESTION: N_("questions"),
}
_TIMES = (
    (N_("I tell"), 10),
    (N_("questions of clarification"), 15),
    (N_("angles and hypotheses"), 30),
    (N_("what I keep"), 10),
    (N_("a last word each"), 10),
)


def is_sheet(entry: Entry) -> bool:
    """Whether an entry is a case with a sheet."""
    return isinstance(entry.details, CaseDetails) and any(getattr(entry.details, name) for name in CASE_FIELDS)


def group_page(case: Entry, selection: Selection, teller: Teller) -> Page:
    """Return the page of a case; nothing of what its sheet keeps at home."""
    details = case.details_as(CaseDetails)
    told: tuple[str, ...] = getattr(details, "leaving", (*CASE_FIELDS, "offers", *_AFTER))
    sections = Sections(teller)
    title = teller.say(case.title, case.ref)
    sections.tell(case.ref, title)
    for name in (*_FIRST, *(each for each in CASE_FIELDS if each not in _FIRST)):
        text = getattr(details, name)
        if name in told and text.strip():
            sections.add(_(_HEADINGS[name]), [Prose(text=teller.say(text, case.ref))], case.ref, kind=Kind.CASE)
        if name == _FIRST[-1]:
            sections.add(_("How we go about it"), [_times(), Rows(rows=tuple(_roles()))])
    offers = tuple(_offers(details, teller, case)) if "offers" in told else ()
    if offers:
        sections.add(_("What others offered"), [Rows(rows=offers)], case.ref, kind=Kind.CASE)
    for name, heading in _AFTER.items():
        lines = [teller.line(line, case.ref) for line in getattr(details, name)] if name in told else []
        if lines:
            text = "\n".join(f"- {line}" for line in lines)
            sections.add(_(heading), [Prose(text=text)], case.ref, kind=Kind.CASE)
    sections.add(_("Notes"), [Room(lines=_LINES_TO_WRITE)])
    page = sections.page(title or _("Case"), head_of(teller, selection))
    return replace(page, without_question=not details.question.strip())


def _times() -> Table:
    rows = tuple((_(words), _("{count} min").format(count=minutes)) for words, minutes in _TIMES)
    return Table(columns=(_("time"), _("about")), rows=rows)


def _roles() -> Iterator[Row]:
    roles = (_("tells"), _("facilitates"), _("keeps the time"), _("observes"))
    yield Row(label=_("roles"), text=" · ".join(roles))


def _offers(details: CaseDetails, teller: Teller, case: Entry) -> Iterator[Row]:
    """Yield what was offered, one kind after the other, with who offered it."""
    kinds = [*_OFFERED, *(kind for kind in OfferKind if kind not in _OFFERED)]
    for kind in kinds:
        label = _(_OFFERED[kind]) if kind in _OFFERED else _("more")
        for offer in (each for each in details.offers if each.kind is kind):
            text = teller.line(offer.text, case.ref)
            yield Row(label=label, text=text, note=_who(offer, teller, case))
            label = ""


def _who(offer: Offer, teller: Teller, case: Entry) -> str:
    return teller.say(getattr(offer, "who", ""), case.ref)
