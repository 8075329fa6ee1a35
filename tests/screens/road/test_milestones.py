"""The milestones of the road, by keys: offered once, done in parts, evidence chosen by hand."""

from typing import Any

import pytest
from textual.content import Content

from journal import language
from journal.model.entry import Entry, NewEntry
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.model.milestone import Milestone
from journal.practice import framing, reading, road
from screens.questioning.place import QuestioningScreen
from screens.questioning.reflection_end import ReflectionEndScreen
from screens.road.milestone import MilestoneScreen
from screens.road.objective import ObjectiveOnTheRoadScreen
from screens.today.rows import offer_rows
from screens.widgets.answer_area import AnswerArea
from screens.widgets.rows import Rows
from tests.screens.conftest import EVENING


def begun(house: Any, pilot: Any) -> int:
    notebook = house.app(pilot).journal.notebook
    engagement = framing.begin(notebook, "Une année", starts_on=notebook.clock().date())
    framing.agree_objective(notebook, engagement.ref, "Prendre ma place", ("je propose",))
    return engagement.ref


@pytest.mark.parametrize("spoken", language.languages())
async def test_today_offers_the_baseline_once_and_lays_it_aside_with_one_key(
    vaulted: Any, spoken: language.Language
) -> None:
    language.choose(spoken)
    async with vaulted.unlocked_app() as pilot:
        begun(vaulted, pilot)
        pilot.app.screen.refresh_content()
        await vaulted.settle(pilot)
        words = language._(road.MILESTONE_WORDS[Milestone.BASELINE])
        assert words in vaulted.shown(pilot)
        await pilot.press("z")
        await vaulted.settle(pilot)
        assert words not in vaulted.shown(pilot)
        await pilot.press("r")
        await vaulted.settle(pilot)
        assert not isinstance(pilot.app.screen, MilestoneScreen)


async def test_a_part_is_answered_left_and_gone_on_with(vaulted: Any) -> None:
    language.choose("fr")
    async with vaulted.unlocked_app() as pilot:
        begun(vaulted, pilot)
        pilot.app.screen.refresh_content()
        await pilot.press("r")
        await vaulted.settle(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, QuestioningScreen)
        pilot.app.screen.query_one(AnswerArea).insert("Seule, tard.")
        await pilot.press("ctrl+n")
        await vaulted.settle(pilot)
        await pilot.press("escape")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, MilestoneScreen)
        assert "à finir" in vaulted.shown(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert pilot.app.screen.run.prompt.id == "planning"
        for _prompt in range(4):
            await pilot.press("f3")
            await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, ReflectionEndScreen)
        await pilot.press("escape")
        await vaulted.settle(pilot)
        assert "fait le 23 novembre" in vaulted.shown(pilot)


async def test_evidence_is_chosen_and_a_rating_stands_then_and_now(lived: Any) -> None:
    async with lived.unlocked_app() as pilot:
        objective = lived.refs["objective-1"]
        pilot.app.push_screen(ObjectiveOnTheRoadScreen(objective, "halfway"))
        await lived.settle(pilot)
        rows = pilot.app.screen.query_one(Rows)
        offered = [each.id for each in rows.options if each.id and each.id.startswith("witness:")]
        notebook = lived.app(pilot).journal.notebook
        chosen = {line.ref for line in framing.evidence(notebook, objective)}
        new = next(each for each in offered if int(each.partition(":")[2]) not in chosen)
        rows.choose(new)
        await pilot.press("space")
        await lived.settle(pilot)
        assert int(new.partition(":")[2]) in {line.ref for line in framing.evidence(notebook, objective)}
        rows.choose("part:")
        await pilot.press("enter")
        await lived.settle(pilot)
        await pilot.press("f3", "7", "enter")
        await lived.settle(pilot)
        pilot.app.screen.query_one(AnswerArea).insert("I speak up.")
        await pilot.press("ctrl+n", "f3", "f3")
        await lived.settle(pilot)
        await pilot.press("escape")
        await lived.settle(pilot)
        assert "7   I speak up." in lived.shown(pilot)
        assert reading.newest(notebook, Filter(kinds=(Kind.REVIEW,)), 1)


def test_what_is_looked_at_months_after_the_end_names_what_ended() -> None:
    ended = NewEntry(kind=Kind.ENGAGEMENT, title="Une année", happened_at=EVENING)
    entry = Entry.model_validate(
        {name: getattr(ended, name) for name in NewEntry.model_fields}
        | {"ref": 1, "created_at": EVENING, "updated_at": EVENING, "revision": 1}
    )
    for which, named in ((Milestone.LATER, True), (Milestone.BASELINE, False)):
        first, _when = offer_rows(road.Offer(entry, which), Content(""), Content(""))
        assert ("Une année" in first.left) is named
