"""The map of people by keys: somebody put on it, moved, compared, shared; reached from its questions and back."""

from datetime import timedelta
from typing import Any

import pytest

from journal import language
from journal.model.actor_map import Distance
from journal.model.person import Person
from journal.practice import actors, known_people, questioning
from journal.protocols.library import shipped
from screens.actors import routes
from screens.questioning.reflection_end import ReflectionEndScreen
from screens.widgets.rows import Rows
from tests.screens.conftest import AppHarness
from tests.screens.questioning.conftest import QuestioningDriver


@pytest.fixture
def asking(vaulted: AppHarness) -> QuestioningDriver:
    """Somebody who is asked, before a closed vault."""
    return QuestioningDriver(vaulted)


def distance_of(app: Any, name: str) -> Distance | None:
    found = actors.actor(actors.newest(app.journal.notebook), name)
    return found.distance if found else None


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_somebody_is_put_on_the_map_moved_and_compared(vaulted: Any, size: tuple[int, int]) -> None:
    language.choose("en")
    async with vaulted.unlocked_app(size) as pilot:
        pilot.app.push_screen(routes.actor_map())
        await vaulted.settle(pilot)
        assert "puts the first one on the map" in vaulted.shown(pilot)
        await pilot.press("n")
        await vaulted.settle(pilot)
        await pilot.press(*"Karim", "enter", "tab", *"numbers", "escape")
        await vaulted.settle(pilot)
        assert "Karim" in vaulted.shown(pilot)
        assert "expects of me: numbers" in vaulted.shown(pilot)
        assert distance_of(vaulted.app(pilot), "Karim") is Distance.WITHIN_REACH
        vaulted.hands.at += timedelta(days=40)
        await pilot.press("d")
        await vaulted.settle(pilot)
        assert distance_of(vaulted.app(pilot), "Karim") is Distance.FAR
        assert "← “within reach”" in vaulted.shown(pilot)
        assert len(actors.days(vaulted.app(pilot).journal.notebook)) == 2
        await pilot.press("m")
        await vaulted.settle(pilot)
        assert "←" not in vaulted.shown(pilot)
        await pilot.press("m")
        await vaulted.settle(pilot)
        assert "←" in vaulted.shown(pilot)
        known_people.keep_person(vaulted.app(pilot).journal.notebook, Person(name="Rose N’Diaye", alias="P9"))
        await pilot.press("n", *"Rose")
        await vaulted.settle(pilot)
        assert "“Rose”: Rose N’Diaye, known already" in " ".join(vaulted.shown(pilot).split())
        await pilot.press("escape")
        await vaulted.settle(pilot)
        assert "Rose N’Diaye" in {
            each.name for each in actors.actors_of(actors.newest(vaulted.app(pilot).journal.notebook))
        }
        await pilot.press("x")
        await vaulted.settle(pilot)
        assert pilot.app.screen.name_in_table == "preview"


async def test_an_emptied_name_leaves_the_map_and_an_earlier_day_is_only_read(vaulted: Any) -> None:
    language.choose("en")
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        first = actors.put(notebook, actors.Actor(name="Karim"))
        vaulted.hands.at += timedelta(days=3)
        actors.put(notebook, actors.Actor(name="Olivia"))
        pilot.app.push_screen(routes.actor("Karim"))
        await vaulted.settle(pilot)
        await pilot.press("ctrl+u", "escape")
        await vaulted.settle(pilot)
        assert distance_of(vaulted.app(pilot), "Karim") is None
        pilot.app.push_screen(routes.actor_map())
        await vaulted.settle(pilot)
        assert "No longer here: Karim" in vaulted.shown(pilot)
        pilot.app.push_screen(routes.actor_map(first.ref))
        await vaulted.settle(pilot)
        assert pilot.app.screen.query_one(Rows).chosen == "actor:Karim"
        assert "actor_map.add" not in [each.id for each in pilot.app.screen.commands()]
        await pilot.press("d", "n")
        await vaulted.settle(pilot)
        assert distance_of(vaulted.app(pilot), "Karim") is None


async def test_the_questions_of_its_name_lead_to_the_map_and_look_back_keeps_it(asking: Any) -> None:
    language.choose("en")
    async with asking.unlocked_app() as pilot:
        from screens.questioning import routes as questioning_routes

        pilot.app.push_screen(questioning_routes.questioning(code="actors"))
        await asking.settle(pilot)
        await pilot.press(*"Karim", "ctrl+n")
        await asking.settle(pilot)
        while pilot.app.screen.name_in_table == "questioning":
            await pilot.press("f3")
            await asking.settle(pilot)
        assert "Open the map" in asking.shown(pilot)
        await pilot.press("m")
        await asking.settle(pilot)
        assert pilot.app.screen.name_in_table == "actor_map"
        assert pilot.app.screen.query_one(Rows).chosen == "actor:Karim"
        await pilot.press("escape", "6")
        await asking.settle(pilot)
        pilot.app.screen.query_one(Rows).choose("actors:")
        await pilot.press("enter")
        await asking.settle(pilot)
        assert pilot.app.screen.name_in_table == "actor_map"


@pytest.mark.parametrize(
    ("keys", "on_the_map"),
    [(("down", "enter"), {"Claire Dubois", "Claire Martin"}), (("escape",), None)],
)
async def test_a_first_name_of_two_is_asked_for_before_the_map_opens(asking: Any, keys: Any, on_the_map: Any) -> None:
    language.choose("en")
    async with asking.unlocked_app() as pilot:
        notebook = asking.house.app(pilot).journal.notebook
        run = questioning.start(notebook, shipped().get("actors"))
        said = {"who": "Claire Dubois\nClaire Martin", "distance": ("Claire", "", "", "")}
        while run.prompt is not None:
            run = questioning.answer(run, said.get(run.prompt.id, ""))
        pilot.app.push_screen(ReflectionEndScreen(questioning.finish(notebook, run).ref))
        await asking.settle(pilot)
        await pilot.press("m")
        await asking.settle(pilot)
        assert "Who is “Claire”?" in asking.shown(pilot)
        await pilot.press(*keys)
        await asking.settle(pilot)
        kept = actors.newest(notebook)
        assert (kept and {each.name for each in actors.actors_of(kept)}) == on_the_map
