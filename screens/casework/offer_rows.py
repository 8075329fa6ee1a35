"""Rows of what was offered to a case: the newest session first, in it the newest line."""

from collections.abc import Mapping

from journal.dates.wording import full_day
from journal.language import N_, _
from journal.model.case import Offer, OfferKind
from journal.model.entry import EntryLine
from journal.practice import reading
from journal.practice.notebook import Notebook
from screens.widgets.rows import Row

OFFER_WORDS = {
    OfferKind.QUESTION: N_("A question"),
    OfferKind.ANGLE: N_("An angle"),
    OfferKind.HYPOTHESIS: N_("A hypothesis"),
    OfferKind.ECHO: N_("An experience"),
    OfferKind.TRY: N_("Something to try"),
    OfferKind.LISTENING: N_("Listening"),
}


def offer_words(offer: Offer, marks: Mapping[str, str]) -> str:
    """Return what an offer is, and the initial of who gave it."""
    who = marks.get(offer.who, offer.who[:1])
    return " · ".join(filter(None, [_(OFFER_WORDS[offer.kind]), who]))


def offer_rows(notebook: Notebook, offers: tuple[Offer, ...], marks: Mapping[str, str]) -> list[Row]:
    """Return the lines under the sessions in which they were given."""
    rows: list[Row] = []
    for session in dict.fromkeys(offer.session for offer in reversed(offers)):
        line = reading.line(notebook, session) if session is not None else None
        rows.append(Row("", _session_words(line)))
        rows += [
            Row(f"offer:{number}", offer.text, offer_words(offer, marks))
            for number, offer in reversed([*enumerate(offers)])
            if offer.session == session
        ]
    return rows


def _session_words(session: EntryLine | None) -> str:
    if session is None:
        return _("No session")
    return _("{session} · {day}").format(session=session.title, day=full_day(session.happened_at.date()))
