"""Too little room, and the veil: what covers a page, and what a key does beneath it."""

from typing import Any

from textual import events
from textual.widgets import TextArea

from journal.model.entry import NewEntry
from journal.model.kind import Kind
from journal.practice import capturing
from screens.frame.cover import SmallScreen
from screens.terminal.locking import Outcome


async def test_too_little_room_is_said_and_goes_with_the_room(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.resize_terminal(80, 19)
        await pilot.pause()
        assert isinstance(pilot.app.screen, SmallScreen)
        assert "60 columns and 20 rows" in " ".join(vaulted.shown(pilot).split())
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert not isinstance(pilot.app.screen, SmallScreen)


async def test_what_is_typed_while_there_is_too_little_room_is_kept(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("n", *"Le ")
        await pilot.resize_terminal(40, 10)
        await pilot.pause()
        await pilot.press(*"CODIRR", "backspace", "escape", *" a", "ctrl+s")
        pilot.app.post_message(events.Paste(" repoussé"))
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, SmallScreen)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert pilot.app.screen.query_one(TextArea).text == "Le CODIR a repoussé"
        await pilot.resize_terminal(40, 10)
        await pilot.press("!", "ctrl+l")
        await vaulted.settle(pilot)
        assert pilot.app.return_value is Outcome.LOCKED
    opened = vaulted.notebook()
    assert [draft.text for draft in capturing.drafts(opened)] == ["Le CODIR a repoussé!"]
    opened.close()


async def test_no_command_of_a_page_acts_unseen_while_there_is_too_little_room(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.resize_terminal(40, 10)
        await pilot.pause()
        await pilot.press("n", "2", "enter")
        await vaulted.settle(pilot)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert pilot.app.screen.page_title() == "Recul"


async def test_the_veil_covers_everything_until_a_key(vaulted: Any) -> None:
    held = vaulted.notebook()
    new = NewEntry(kind=Kind.SITUATION, body="Le CODIR a repoussé le projet", happened_at=vaulted.hands.at)
    capturing.write(held, new)
    held.close()
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("f9")
        await pilot.pause()
        assert "CODIR" not in vaulted.shown(pilot)
        await pilot.press("x")
        await pilot.pause()
        assert "CODIR" in vaulted.shown(pilot)
