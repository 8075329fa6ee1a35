"""The visit of the demo: one goes through it by doing what it names, or by its own key, and may end it anywhere."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from textual.pilot import Pilot

from journal import language
from journal.language import _
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.practice import reading
from screens.app import ReculApp
from screens.frame.key_names import key_name
from screens.terminal.locking import Outcome
from screens.visit.steps import STEPS
from screens.visit.strip import VisitStrip


@asynccontextmanager
async def shown_around(lived: Any, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[Outcome]]:
    notebook = lived.notebook()
    app = ReculApp(lived.environment, None, notebook, visited=True)
    async with app.run_test(size=size) as pilot:
        await lived.settle(pilot)
        yield pilot
        if app.is_open:
            notebook.close()


def step_of(pilot: Pilot[Outcome]) -> int:
    """Return the number that the strip of this page shows; 0 where there is none."""
    strips = pilot.app.screen.query(VisitStrip)
    return int(str(strips.first().content).split("/")[0].split()[-1]) if strips else 0


async def press(lived: Any, pilot: Pilot[Outcome], *keys: str) -> None:
    await pilot.press(*keys)
    await lived.settle(pilot)


@pytest.mark.parametrize("spoken", language.languages())
async def test_doing_what_it_names_goes_through_all_of_it(lived: Any, spoken: language.Language) -> None:
    language.choose(spoken)
    async with shown_around(lived) as pilot:
        app = lived.app(pilot)
        seen = [step_of(pilot)]
        ways = (
            ("n",), (*"Sophie", "ctrl+g"), ("enter",), (*"so", "escape"), ("3",), ("4",), ("enter",),
            ("tab", "tab", "x"), ("comma",),
        )  # fmt: skip
        for keys in ways:
            told = " ".join(str(app.screen.query_one(VisitStrip).content).split())
            assert key_name(keys[-1]) in told, "the key that is pressed is the one it names"
            await press(lived, pilot, *keys)
            seen.append(step_of(pilot))
        assert seen == list(range(1, len(STEPS) + 1))
        newest = reading.newest(app.journal.notebook, Filter(kinds=(Kind.SITUATION,)), 1)[0]
        assert newest.title == "Sophie"
        await press(lived, pilot, "ctrl+l")
        assert app.return_value is Outcome.LOCKED


async def test_its_own_key_goes_through_all_of_it_and_then_it_is_over(lived: Any) -> None:
    async with shown_around(lived, (60, 20)) as pilot:
        app = lived.app(pilot)
        for number, step in enumerate(STEPS, start=1):
            assert step_of(pilot) == number
            assert app.screen.name_in_table in step.pages
            strip = app.screen.query_one(VisitStrip)
            assert _("end the visit") in str(strip.content).replace("\u00a0", " ")
            assert strip.size.height <= 3
            assert strip.virtual_size.height <= strip.size.height, "cut"
            await press(lived, pilot, "ctrl+t")
        assert "That was the visit" in str(app.screen.query_one(VisitStrip).content)
        await press(lived, pilot, "down")
        assert step_of(pilot) == 0
        assert app.screen.name_in_table == STEPS[-1].pages[0]
        await press(lived, pilot, "escape", "ctrl+t")
        assert step_of(pilot) == 0


async def test_where_no_situation_is_left_the_steps_on_one_are_passed_over(lived: Any) -> None:
    notebook = lived.notebook()
    for line in reading.newest(notebook, Filter(kinds=(Kind.SITUATION,)), 500):
        reading.trash(notebook, line.ref)
    notebook.close()
    async with shown_around(lived) as pilot:
        seen = [step_of(pilot)]
        for _time in range(2):
            await press(lived, pilot, "ctrl+t")
            seen.append(step_of(pilot))
        assert seen == [1, 2, 6]
        assert lived.app(pilot).screen.name_in_table == "plans"


async def test_what_is_kept_on_the_way_is_said_with_the_key_that_goes_on(lived: Any) -> None:
    async with shown_around(lived) as pilot:
        await press(lived, pilot, "n", *"Sophie")
        assert "It is kept" not in str(pilot.app.screen.query_one(VisitStrip).content)
        await press(lived, pilot, "ctrl+s")
        assert "It is kept. ctrl+t" in str(pilot.app.screen.query_one(VisitStrip).content)


async def test_elsewhere_it_waits_and_its_key_leads_back(lived: Any) -> None:
    async with shown_around(lived) as pilot:
        await press(lived, pilot, "n")
        await press(lived, pilot, "escape", "2")
        assert "waits" in str(pilot.app.screen.query_one(VisitStrip).content)
        await press(lived, pilot, "ctrl+t")
        assert lived.app(pilot).screen.name_in_table == "situation"
        assert step_of(pilot) == 2


async def test_one_key_ends_it_at_once_and_what_is_typed_stays(lived: Any) -> None:
    async with shown_around(lived) as pilot:
        await press(lived, pilot, "n", *"Half", "ctrl+r", *" a line")
        assert step_of(pilot) == 0
        assert lived.app(pilot).screen.name_in_table == "situation"
        assert "Half a line" in lived.shown(pilot)
        await press(lived, pilot, "escape", "2")
        assert not [strip for page in lived.app(pilot).navigation.pages() for strip in page.query(VisitStrip)]


async def test_without_it_its_keys_mean_nothing(lived: Any) -> None:
    async with lived.unlocked_app() as pilot:
        before = lived.shown(pilot)
        await press(lived, pilot, "ctrl+t", "ctrl+r")
        assert lived.shown(pilot) == before
