"""Choice of the page that is composed of a selection: for a session, since a session, or for the group."""

from collections.abc import Sequence

from journal.model.audience import Audience
from journal.model.entry import Entry
from journal.sharing.composing.group_page import group_page, is_sheet
from journal.sharing.composing.page import Page
from journal.sharing.composing.road import Road
from journal.sharing.composing.session_page import session_page
from journal.sharing.composing.since_page import since_page
from journal.sharing.composing.telling import Teller
from journal.sharing.selecting import Selection


def composed(road: Road, entries: Sequence[Entry], selection: Selection, teller: Teller) -> Page | None:
    """Return the page of a selection; None for entries that are listed as they are."""
    if selection.audience not in (Audience.PRACTITIONER, Audience.GROUP):
        return None
    if road.session is not None and entries and entries[0].ref == road.session.ref:
        return session_page(road, entries[0], entries[1:], selection, teller)
    if selection.since_session is not None:
        return since_page(road, entries, selection, teller)
    if selection.audience is Audience.GROUP and len(entries) == 1 and is_sheet(entries[0]):
        return group_page(road, entries[0], selection, teller)
    return None
