"""Meetings of three are proposed at their places, once each, and never in a group of peers."""

from datetime import UTC, datetime

import pytest

from journal.model.engagement import EngagementDetails, Form
from journal.model.entry import Entry
from journal.model.session import SessionDetails, SessionKind
from journal.practice import capturing, framing, scheduling
from journal.practice.notebook import Notebook
from journal.practice.proposed_meetings import proposed

FIRST = datetime(2026, 12, 3, 14, tzinfo=UTC)


def _localise(at: datetime) -> datetime:
    return at.replace(tzinfo=UTC)


def _engagement(notebook: Notebook, sessions: int) -> Entry:
    begun = framing.begin(notebook, "Poste")
    details = begun.details_as(EngagementDetails).with_(planned_sessions=sessions)
    return capturing.rewrite(notebook, begun.with_(details=details))


@pytest.mark.parametrize(
    ("sessions", "places"),
    [
        (10, [(1, "framing"), (5, "interim"), (10, "closing")]),
        (3, [(1, "framing"), (2, "interim"), (3, "closing")]),
        (2, [(1, "framing"), (2, "closing")]),
        (1, []),
    ],
)
def test_framing_is_first_halfway_in_the_middle_and_closing_last(
    notebook: Notebook, sessions: int, places: list[tuple[int, str]]
) -> None:
    engagement = _engagement(notebook, sessions)
    found = proposed(notebook, engagement, FIRST, _localise)
    assert [(each.number, each.meeting) for each in found] == places
    planned = scheduling.plan_all(notebook, engagement, FIRST, _localise, {each.number: each.meeting for each in found})
    for each in found:
        session = planned[each.number - 1]
        assert session.happened_at == each.at
        assert session.details_as(SessionDetails).meeting is each.meeting


def test_a_meeting_that_is_known_is_not_proposed_again(notebook: Notebook) -> None:
    engagement = _engagement(notebook, 4)
    first = SessionDetails(number=1, meeting=SessionKind.FRAMING)
    scheduling.plan_one(notebook, engagement.ref, FIRST, first)
    found = proposed(notebook, engagement, FIRST, _localise)
    assert [(each.number, each.meeting) for each in found] == [(2, "interim"), (4, "closing")]


def test_a_group_of_peers_has_no_meeting_of_three(notebook: Notebook) -> None:
    group = framing.begin(notebook, "Pairs", Form.GROUP)
    assert proposed(notebook, group, FIRST, _localise) == ()
