"""Then and now by keys: read, told without being seen, side by side or above each other, ticked, nothing typed lost."""

from datetime import timedelta

import pytest
from textual.widgets import TextArea

from journal import language
from journal.model.entry import NewEntry
from journal.model.kind import Kind
from journal.practice import capturing, then_and_now
from screens.looking_back.then_and_now import BothScreen, EarlyPageScreen, TellAgainScreen
from screens.widgets.rows import Rows
from tests.screens.conftest import EVENING, AppHarness

_THEN = "J’ai refait le planning, il allait se tromper. Tout le monde attendait et je n’ai pas demandé."


def _lived(house: AppHarness) -> int:
    held = house.notebook()
    at = EVENING - timedelta(days=150)
    ref = capturing.write(held, NewEntry(kind=Kind.SITUATION, title="Le planning", body=_THEN, happened_at=at)).ref
    older = at - timedelta(days=20)
    text = "Une autre page, plus ancienne, où il n’est question que de la machine à café et de son bruit."
    capturing.write(held, NewEntry(kind=Kind.SITUATION, title="Le café", body=text, happened_at=older))
    new = NewEntry(kind=Kind.SITUATION, title="Hier", body="Le planning, encore.", happened_at=EVENING)
    capturing.write(held, new)
    held.close()
    return ref


@pytest.mark.parametrize("spoken", ["fr", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_an_early_page_is_read_told_again_unseen_and_set_beside(
    vaulted: AppHarness, size: tuple[int, int], spoken: language.Language
) -> None:
    ref = _lived(vaulted)
    language.choose(spoken)
    async with vaulted.unlocked_app(size) as pilot:
        await pilot.press("6", "t")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, EarlyPageScreen)
        assert "J’ai refait le planning" in vaulted.shown(pilot)
        await pilot.press("a")
        await vaulted.settle(pilot)
        assert "Le café" in vaulted.shown(pilot)
        await pilot.press("a", "enter")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, TellAgainScreen)
        assert "planning" not in vaulted.shown(pilot)
        await pilot.press(*"Peur.", "escape")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, BothScreen)
        lines = vaulted.shown(pilot).splitlines()
        then = next(number for number, line in enumerate(lines) if "Le planning" in line)
        now = next(number for number, line in enumerate(lines) if "Peur." in line)
        assert (now == then) is (size[0] >= 110)
        pilot.app.screen.query_one(Rows).choose("own-view")
        await pilot.press("space")
        await vaulted.settle(pilot)
        known = then_and_now.both(vaulted.app(pilot).journal.notebook, ref)
        assert known is not None
        assert [each.value for each in known.moved] == ["own-view"]
        assert "✓" in vaulted.shown(pilot)


async def test_what_is_typed_is_kept_when_the_journal_locks(vaulted: AppHarness) -> None:
    ref = _lived(vaulted)
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("6", "t")
        await vaulted.settle(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.focused, TextArea)
        await pilot.press(*"Demi")
        pilot.app.screen.flush()
        await vaulted.settle(pilot)
        known = then_and_now.both(vaulted.app(pilot).journal.notebook, ref)
        assert known is not None
        assert known.told == "Demi"


async def test_without_an_early_page_it_says_when_there_will_be_one(vaulted: AppHarness) -> None:
    async with vaulted.unlocked_app() as pilot:
        pilot.app.push_screen(EarlyPageScreen())
        await vaulted.settle(pilot)
        assert "two months old" in vaulted.shown(pilot)
        assert [each.id for each in pilot.app.screen.commands() if each.where == "early_page"] == []
