"""A meeting of three by keys: prepared, decided, marked by hand, and the page that holds nothing else."""

from datetime import timedelta
from typing import Any

import pytest

from journal import language
from journal.model.engagement import EngagementDetails, Party, Role
from journal.model.session import SessionDetails, SessionKind
from journal.practice import framing, reading, scheduling
from screens.road.meeting import MeetingScreen
from screens.road.meeting_words import MeetingWordsScreen, PageForMeScreen, RecordLineScreen
from screens.sharing.preview import PreviewScreen
from screens.widgets.rows import Rows

PARTIES = (
    Party(role=Role.MANAGER, name="Claire Martin"),
    Party(role=Role.SPONSOR, name="Bruno Delmas", expectations=("De la hauteur.",)),
)


def planned(house: Any, pilot: Any, meeting: SessionKind) -> int:
    notebook = house.app(pilot).journal.notebook
    engagement = framing.begin(notebook, "Une année")
    framing.reframe(notebook, engagement, EngagementDetails(parties=PARTIES))
    at = notebook.clock() - timedelta(days=3)
    return scheduling.plan_one(notebook, engagement.ref, at, SessionDetails(meeting=meeting)).ref


async def opened(house: Any, pilot: Any, meeting: SessionKind) -> int:
    ref = planned(house, pilot, meeting)
    house.app(pilot).navigation.open_entry(ref, "session")
    await house.settle(pilot)
    assert isinstance(pilot.app.screen, MeetingScreen)
    return ref


def details(house: Any, pilot: Any, ref: int) -> SessionDetails:
    return reading.entry(house.app(pilot).journal.notebook, ref).details_as(SessionDetails)


@pytest.mark.parametrize("spoken", language.languages())
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_what_is_said_and_what_stays_unsaid_are_kept_and_only_one_is_on_the_page_of_the_session(
    vaulted: Any, spoken: language.Language, size: tuple[int, int]
) -> None:
    language.choose(spoken)
    async with vaulted.unlocked_app(size) as pilot:
        ref = await opened(vaulted, pilot, SessionKind.INTERIM)
        pilot.app.screen.query_one(Rows).choose("words:said")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, MeetingWordsScreen)
        await pilot.press(*"oui", "tab", *"non", "tab", *"bien")
        await pilot.press("escape")
        await vaulted.settle(pilot)
        kept = details(vaulted, pilot, ref)
        assert (kept.said, kept.unsaid) == ("oui", "non")
        assert [(view.party, view.words) for view in kept.views] == [("Claire Martin", "bien")]
        body = reading.entry(vaulted.app(pilot).journal.notebook, ref).body
        assert "oui" in body
        assert "non" not in body
        await pilot.press("p")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, PageForMeScreen)
        assert "non" in vaulted.shown(pilot)


@pytest.mark.parametrize(("row", "kept_as"), [("words:said", "said"), ("words:unsaid", "unsaid")])
async def test_what_is_typed_stands_in_the_field_one_came_for(vaulted: Any, row: str, kept_as: str) -> None:
    async with vaulted.unlocked_app() as pilot:
        ref = await opened(vaulted, pilot, SessionKind.INTERIM)
        pilot.app.screen.query_one(Rows).choose(row)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        await pilot.press(*"mine", "escape")
        await vaulted.settle(pilot)
        kept = details(vaulted, pilot, ref)
        assert {"said": kept.said, "unsaid": kept.unsaid} == {"said": "", "unsaid": ""} | {kept_as: "mine"}


async def test_a_line_is_written_marked_and_stands_on_the_page_for_three(vaulted: Any) -> None:
    language.choose("fr")
    async with vaulted.unlocked_app() as pilot:
        ref = await opened(vaulted, pilot, SessionKind.INTERIM)
        await pilot.press("t")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, MeetingScreen)  # an empty page is told, not shown
        pilot.app.screen.query_one(Rows).choose("line:new")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, RecordLineScreen)
        await pilot.press(*"Revoir", "escape")
        await vaulted.settle(pilot)
        rows = pilot.app.screen.query_one(Rows)
        rows.choose("line:0")
        await pilot.press("space")
        await vaulted.settle(pilot)
        (line,) = details(vaulted, pilot, ref).record
        assert line.agreed is not None
        assert "✓ Revoir" in vaulted.shown(pilot)
        await pilot.press("t")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, PreviewScreen)
        assert "Revoir" in vaulted.shown(pilot)
        assert "Notre rencontre à trois, à mi-parcours" in vaulted.shown(pilot)
        await pilot.press("escape")
        await vaulted.settle(pilot)
        pilot.app.screen.query_one(Rows).choose("line:0")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        await pilot.press("end", "x", "escape")
        await vaulted.settle(pilot)
        (line,) = details(vaulted, pilot, ref).record
        assert (line.text, line.agreed) == ("Revoir x", None)


async def test_at_the_start_an_expectation_becomes_a_shared_objective_with_one_key(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await opened(vaulted, pilot, SessionKind.FRAMING)
        assert "your sponsor (your boss or HR) and your coach meet" in " ".join(vaulted.shown(pilot).split())
        pilot.app.screen.query_one(Rows).choose("expectation:")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert getattr(pilot.app.screen.focused, "id", "") == "field-expectations"
        await pilot.press("escape")
        await vaulted.settle(pilot)
        pilot.app.screen.query_one(Rows).choose("expectation:")
        await pilot.press("o")
        await vaulted.settle(pilot)
        notebook = vaulted.app(pilot).journal.notebook
        (engagement,) = framing.engagements(notebook)
        assert [each.title for each in framing.objectives(notebook, engagement.ref)] == ["De la hauteur"]


async def test_nobody_to_agree_with_is_said(vaulted: Any) -> None:
    language.choose("en")
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        engagement = framing.begin(notebook, "t")
        told = SessionDetails(meeting=SessionKind.CLOSING, record=({"text": "x"},))  # type: ignore[arg-type]
        ref = scheduling.plan_one(notebook, engagement.ref, notebook.clock(), told).ref
        vaulted.app(pilot).navigation.open_entry(ref, "session")
        await vaulted.settle(pilot)
        pilot.app.screen.query_one(Rows).choose("line:0")
        await pilot.press("space")
        await vaulted.settle(pilot)
        assert "Name the parties" in vaulted.shown(pilot)
        assert details(vaulted, pilot, ref).record[0].agreed is None
