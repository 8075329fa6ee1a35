"""Planning of every session at once: the meetings of three are proposed first, at their places."""

from collections.abc import Callable, Mapping
from datetime import datetime

from textual import work

from journal.model.engagement import EngagementDetails, Role
from journal.model.entry import Entry, Ref
from journal.model.session import SessionKind
from journal.practice import reading, scheduling
from journal.practice.proposed_meetings import Proposed, proposed
from screens.engagement import routes as engagement_routes
from screens.frame.changes import carried_out
from screens.frame.form_saves import nothing
from screens.frame.page import Page
from screens.sessions.meetings_dialog import MeetingsDialog, Sponsor


def plan_from(page: Page, engagement: Entry, first: datetime, planned: Callable[[tuple[Ref, ...]], object]) -> None:
    """Plan all sessions from the first on, once the proposals are answered; `planned` is told which they are.

    Whoever notes the sponsor first comes back to the same proposals, with the day that was told.
    """

    def again() -> None:
        plan_from(page, reading.entry(page.journal.notebook, engagement.ref), first, planned)

    def plan(meetings: tuple[Proposed, ...] | Sponsor | None) -> None:
        if meetings is None:
            return
        if meetings is Sponsor.FIRST:
            noting = engagement_routes.party(engagement.ref, role=Role.SPONSOR.value)
            page.app.push_screen(noting, lambda _left: page.host.save(nothing).add_done_callback(lambda _told: again()))
            return
        told = {each.number: each.meeting for each in meetings}
        _plan(page, engagement, first, told, planned)

    proposals = proposed(page.journal.notebook, engagement, first)
    if proposals:
        sponsored = bool(engagement.details_as(EngagementDetails).sponsors)
        page.app.push_screen(MeetingsDialog(proposals, sponsored=sponsored), plan)
    else:
        plan(())


@work
async def _plan(
    page: Page,
    engagement: Entry,
    first: datetime,
    meetings: Mapping[int, SessionKind],
    planned: Callable[[tuple[Ref, ...]], object],
) -> None:
    made = await carried_out(page.host, scheduling.plan_all, engagement, first, meetings=meetings)
    planned(tuple(each.ref for each in made))
