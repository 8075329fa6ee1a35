"""Page since a session: how much and in which order, what became of the steps, then the scenes."""

from collections.abc import Sequence
from dataclasses import replace

from journal.language import _
from journal.model.entry import Entry
from journal.model.kind import Kind
from journal.model.session import SessionDetails
from journal.sharing.composing.page import Page, Sections
from journal.sharing.composing.road import Road
from journal.sharing.composing.scenes import scenes
from journal.sharing.composing.session_page import head_of
from journal.sharing.composing.since_last import since_last
from journal.sharing.composing.telling import Teller
from journal.sharing.selecting import Dates, Selection
from journal.sharing.wording import counted, day


def since_page(road: Road, chosen: Sequence[Entry], selection: Selection, teller: Teller) -> Page:
    """Return the page; steps and what was taken are told with what became of them, and not a second time."""
    sections = Sections(teller)
    since_last(sections, road)
    told = {entry.ref for entry in (*road.took, *road.steps)}
    own = [entry for entry in chosen if entry.ref not in told and entry.kind is not Kind.STEP]
    scenes(sections, own, road, ends=False)
    opening = _("{counts}; the oldest first.").format(counts=counted(own)) if own else ""
    page = sections.page(_title(road, selection.dates), head_of(teller, selection))
    return replace(page, opening=opening, lines=())  # they belong to a preparation


def _title(road: Road, dates: Dates) -> str:
    if road.previous is None:
        return _("Since the beginning")
    number = road.previous.details_as(SessionDetails).number
    if dates is not Dates.EXACT:
        return _("Since session {number}").format(number=number)
    return _("Since session {number}, {day}").format(number=number, day=day(road.previous.happened_at))
