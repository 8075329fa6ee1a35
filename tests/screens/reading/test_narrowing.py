"""The journal narrowed: by kind, tag, role and period, and opened again step by step."""

from datetime import timedelta
from typing import Any

import pytest
from textual.widgets import Input

from journal.model.entry import NewEntry
from journal.model.kind import Kind, State
from journal.model.person import Person
from journal.model.session import SessionDetails
from journal.practice import capturing, framing, known_people, reading, scheduling
from screens.frame.changes import saving
from screens.reading.filter_bar import FilterBar, FilterChoice
from screens.vocabulary.filters import Filters, Period
from tests.screens.reading.conftest import gone_to_journal, situation, written


async def test_the_list_is_narrowed_and_opened_again_step_by_step(vaulted: Any) -> None:
    at = vaulted.hands.at
    written(
        vaulted,
        situation("Tagged", at, tags=("réunion",), people=("Karim Benali",)),
        situation("Plain", at - timedelta(hours=1)),
        situation("Old and tagged", at - timedelta(days=200), tags=("réunion",)),
        NewEntry(kind=Kind.LEARNING, title="A learning", happened_at=at - timedelta(hours=2)),
    )
    async with vaulted.unlocked_app() as pilot:
        shown = await gone_to_journal(vaulted, pilot)
        await pilot.press("f")
        await vaulted.settle(pilot)
        await pilot.press("right")
        await vaulted.settle(pilot)
        assert shown.entries == 3
        assert "Only: situation" in vaulted.shown(pilot)
        await pilot.press("down")
        assert isinstance(pilot.app.screen.focused, Input)
        await pilot.press(*"réu", "right")
        await vaulted.settle(pilot)
        assert shown.entries == 2
        await pilot.press("down", "down", "down", "right")
        await vaulted.settle(pilot)
        assert shown.entries == 1
        assert "Only: situation · #réunion · this week" in vaulted.shown(pilot)
        await pilot.press("escape")
        await vaulted.settle(pilot)
        assert not pilot.app.screen.query_one(FilterBar).display
        assert shown.has_focus
        for left in (2, 3, 4, 4):
            await pilot.press("escape")
            await vaulted.settle(pilot)
            assert shown.entries == left
        assert "Only" not in vaulted.shown(pilot)


async def test_a_role_narrows_the_list_to_whoever_has_it(vaulted: Any) -> None:
    held = vaulted.notebook()
    known_people.keep_person(held, Person(name="Hélène Marchal", alias="my boss"))
    held.close()
    at = vaulted.hands.at
    written(vaulted, situation("From above", at, people=("Hélène Marchal",)), situation("Alone", at))
    async with vaulted.unlocked_app() as pilot:
        shown = await gone_to_journal(vaulted, pilot)
        await pilot.press("f", "down", "down", *"bos", "down")
        await vaulted.settle(pilot)
        assert shown.entries == 1
        assert "Only: boss" in vaulted.shown(pilot)
        assert shown.current.title == "From above"


async def test_a_list_that_nothing_fits_says_so(vaulted: Any) -> None:
    written(vaulted, situation("Alone", vaulted.hands.at))
    async with vaulted.unlocked_app() as pilot:
        await gone_to_journal(vaulted, pilot)
        await pilot.press("f")
        await vaulted.settle(pilot)
        await pilot.press("left")
        await vaulted.settle(pilot)
        assert pilot.app.screen.query_one("#filter-kind", FilterChoice).value is Kind.all()[-1]
        assert "No matches" in vaulted.shown(pilot)
        await pilot.press("escape", "escape")
        await vaulted.settle(pilot)
        assert "Alone" in vaulted.shown(pilot)


@pytest.mark.parametrize(
    ("period", "days"), [(Period.WEEK, (0,)), (Period.MONTH, (0, 10)), (Period.QUARTER, (0, 10, 60)),
                         (Period.SESSION, (0,))],
)  # fmt: skip
def test_periods_begin_where_one_says_they_do(vaulted: Any, period: Period, days: tuple[int, ...]) -> None:
    held = vaulted.notebook()
    at = vaulted.hands.at
    for back in (0, 10, 60, 200):
        capturing.write(held, situation(f"{back}", at - timedelta(days=back)))
    session = NewEntry(
        kind=Kind.SESSION, state=State.HELD, title="S", happened_at=at - timedelta(days=5), details=SessionDetails()
    )
    capturing.write(held, session)
    where = Filters(kind=Kind.SITUATION, period=period).conditions(held)
    assert [line.title for line in reading.newest(held, where, 9)] == [f"{back}" for back in days]
    held.close()


async def test_what_is_only_planned_stands_in_sessions_and_not_above_what_was_written(vaulted: Any) -> None:
    def planned(notebook: Any) -> None:
        engagement = framing.begin(notebook, "Poste")
        for number in (1, 2):
            at = notebook.clock() + timedelta(days=20 * number)
            session = scheduling.plan_one(notebook, engagement.ref, at, SessionDetails(number=number))
            if number == 1:
                scheduling.hold(notebook, session, at=notebook.clock() - timedelta(days=1))

    held = vaulted.notebook()
    planned(held)
    held.close()
    async with vaulted.unlocked_app() as pilot:
        listed = await gone_to_journal(vaulted, pilot)
        shown = vaulted.shown(pilot)
        assert listed.entries == 2
        assert "Session 1" in shown
        assert "Session 2" not in shown
        pilot.app.screen._narrowing = Filters(kind=Kind.SESSION)
        pilot.app.screen.refresh_content()
        await vaulted.settle(pilot)
        assert "Session 2" in vaulted.shown(pilot)  # who asks for sessions sees all of them


async def test_the_fields_stand_before_they_are_asked_for_and_tell_what_the_journal_knows_each_time(
    vaulted: Any,
) -> None:
    written(vaulted, situation("Alone", vaulted.hands.at, tags=("réunion",)))
    async with vaulted.unlocked_app() as pilot:
        await gone_to_journal(vaulted, pilot)
        bar = pilot.app.screen.query_one(FilterBar)
        bar._rest.due()
        await vaulted.settle(pilot)
        made = list(bar.query("*"))
        assert made
        assert not bar.display
        await pilot.press("f", "escape")
        later = situation("Later", vaulted.hands.at, tags=("urgence",))
        await vaulted.app(pilot).save(saving(capturing.write, later))
        await pilot.press("f", "down", *"urg", "down")
        await vaulted.settle(pilot)
        assert list(bar.query("*")) == made
        assert "Only: #urgence" in vaulted.shown(pilot)
