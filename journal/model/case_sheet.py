"""A case as a page: the sheet that is brought, and what an evening added to it; whole, or only what others read."""

from collections.abc import Collection, Iterable

from journal.language import N_, _
from journal.model.case import AROUND, CASE_FIELDS, CaseDetails, Offer, OfferKind
from journal.model.entry import NewEntry

CASE_HEADINGS = {
    "facts": N_("The facts"),
    "actors": N_("The people"),
    "did_and_felt": N_("What I did and felt"),
    "attempts": N_("What I have tried, and what happened"),
    "stake": N_("What is at stake for me"),
    "question": N_("My question"),
    "help_wanted": N_("The help I want"),
    "unwanted": N_("What I would rather not have"),
    "recognised": N_("Who might be recognised (stays here)"),
    "ready_for": N_("During the session: if…, then I… (stays here)"),
    "offers": N_("What others offered"),
    "confirms": N_("What confirms me"),
    "keeps": N_("What I keep"),
    "unsettles": N_("What unsettled me"),
    "will_try": N_("What I will try"),
}
OFFERS = {
    OfferKind.QUESTION: N_("question"),
    OfferKind.ANGLE: N_("angle"),
    OfferKind.HYPOTHESIS: N_("hypothesis"),
    OfferKind.ECHO: N_("experience that echoes"),
    OfferKind.TRY: N_("something to try"),
    OfferKind.LISTENING: N_("listening"),
}


def page_of(sections: Iterable[tuple[str, str]]) -> str:
    """Return Markdown with a heading over each text that is not empty."""
    return "\n\n".join(f"## {heading}\n\n{text.strip()}" for heading, text in sections if text.strip())


def bullets(lines: Iterable[str]) -> str:
    """Return Markdown bullets, empty lines left out."""
    return "\n".join(f"- {line}" for line in lines if line.strip())


def case_page(details: CaseDetails, only: Collection[str] | None = None) -> str:
    """Return the sheet and what an evening added to it; with `only`, the parts of these names.

    What one would rather not have is said with the help one wants. Who might be recognised, and what one keeps ready
    for the session, stand on no page.
    """
    shown = (*CASE_FIELDS, *AROUND) if only is None else only
    names = [name for name in (*CASE_FIELDS, *AROUND) if name in shown]
    sections: list[tuple[str, str]] = []
    for name in names:
        sections.append((_(CASE_HEADINGS[name]), _text(details, name)))
        if name == "help_wanted":
            sections.append((_(CASE_HEADINGS["unwanted"]), details.unwanted))
    return page_of(sections)


def leaving_body(entry: NewEntry) -> str:
    """Return what of an entry others read: of a case with a sheet, what was ticked; the whole body of all else."""
    details = entry.details
    if not isinstance(details, CaseDetails) or not case_page(details):
        return entry.body  # written elsewhere and brought in: there is no sheet to tick
    return case_page(details, details.leaving)


def _text(details: CaseDetails, name: str) -> str:
    if name == "offers":
        return bullets(map(_told, details.offers))
    value: str | tuple[str, ...] = getattr(details, name)
    return value if isinstance(value, str) else bullets(value)


def _told(offer: Offer) -> str:
    kind = _(OFFERS[offer.kind])
    return f"{kind} · {offer.text} ({offer.who})" if offer.who else f"{kind} · {offer.text}"
