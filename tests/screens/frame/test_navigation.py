"""Places are forgotten and made anew; whoever goes to one meanwhile finds it."""

import asyncio
from typing import Any

import pytest
from textual.screen import Screen

from journal.model.kind import Kind
from journal.model.plan import StepDetails
from journal.practice import framing, planning
from journal.sharing import statements
from screens.reading.found_list import FoundList
from screens.sessions.session import SessionScreen
from screens.widgets.rows import Rows


@pytest.mark.sweep
@pytest.mark.parametrize("steps", range(4))
async def test_a_key_that_leads_to_a_place_while_it_is_forgotten_leads_there(vaulted: Any, steps: int) -> None:
    async with vaulted.unlocked_app() as pilot:
        app = vaulted.app(pilot)
        for place in "236":
            await pilot.press(place)
        forgetting = asyncio.create_task(app.navigation.forget_places())
        for _step in range(steps):
            await asyncio.sleep(0)
        await app.action_go("today")
        await forgetting
        await vaulted.settle(pilot)
        assert app.screen.name_in_table == "today"
        await pilot.press("2")
        await vaulted.settle(pilot)
        assert app.screen.name_in_table == "journal"


async def test_a_search_gives_way_to_the_place_it_was_opened_from(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        app = vaulted.app(pilot)
        await pilot.press("slash", "x", "down")
        await app.action_go("sessions")
        await app.action_go("today")
        await vaulted.settle(pilot)
        assert app.screen.name_in_table == "today"


async def test_a_session_that_was_found_is_read_first_and_gives_way_to_a_place(lived: Any) -> None:
    async with lived.unlocked_app() as pilot:
        app = lived.app(pilot)
        await pilot.press("slash", *"session")
        await lived.settle(pilot)
        app.screen.query_one(FoundList).highlighted = next(
            at for at, each in enumerate(app.screen.query_one(FoundList)._found) if each.line.kind is Kind.SESSION
        )
        await pilot.press("enter")
        await lived.settle(pilot)
        page = app.screen
        assert isinstance(page, SessionScreen)
        before = page.values()
        assert isinstance(page.focused, Rows)
        await pilot.press("2")
        await lived.settle(pilot)
        assert app.screen.name_in_table == "journal"
        assert page.values() == before
        await pilot.press("1")
        await lived.settle(pilot)
        assert app.screen.name_in_table == "today"


async def test_a_form_that_was_found_begins_where_typing_goes_somewhere(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        app = vaulted.app(pilot)
        notebook = app.screen.journal.notebook
        engagement = framing.begin(notebook, "A year")
        objective = framing.agree_objective(notebook, engagement.ref, "Speak up")
        step = planning.add_step(notebook, StepDetails(when="they cut me short", then="I go on"))
        line = statements.write(notebook, "I speak up", None)
        for entry, field in ((objective, "title"), (step, "when"), (line, "text")):
            app.navigation.open_entry(entry.ref, entry.kind.value, found=True)
            await vaulted.settle(pilot)
            assert app.screen.focused is app.screen.query_one(f"#field-{field}")
            app.pop_screen()
        framing.bear_witness(notebook, step.ref, objective.ref)
        app.navigation.open_entry(objective.ref, Kind.OBJECTIVE.value, found=True)
        await vaulted.settle(pilot)
        assert isinstance(app.screen.focused, Rows)


async def test_a_text_that_is_being_written_stays_where_it_is(lived: Any) -> None:
    async with lived.unlocked_app() as pilot:
        app = lived.app(pilot)
        await pilot.press("s", *"why", "tab", "tab")
        await app.action_go("today")
        await lived.settle(pilot)
        assert isinstance(app.screen, SessionScreen)
        assert app.screen.values()["question"] == "why"


async def test_while_updates_wait_nothing_is_painted_and_nothing_that_follows_the_painting_is_done(
    vaulted: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with vaulted.unlocked_app() as pilot:
        await vaulted.settle(pilot)
        screen, happened = vaulted.app(pilot).screen, list[str]()
        monkeypatch.setattr(Screen, "_compositor_refresh", lambda _page: happened.append("painted"))
        with vaulted.app(pilot).batch_update():
            screen._refresh_layout(screen.size)
            screen.call_after_refresh(happened.append, "followed")
            for _turn in range(20):
                await asyncio.sleep(0)
            assert not happened
        await vaulted.settle(pilot)
    assert happened[0] == "painted"
    assert "followed" in happened
