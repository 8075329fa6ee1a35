"""A page acts on what a message carries, not on what the field holds by the time it is read."""

from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.widgets import Input

from journal.practice import reading
from screens.door.passphrase import PassphraseScreen
from screens.door.replaced import ReplacedScreen
from screens.questioning import routes as questioning_routes
from screens.questioning.choose_protocol import ChooseProtocolScreen
from screens.questioning.place import QuestioningScreen
from screens.reading import routes as reading_routes
from screens.reading.search import SearchScreen
from screens.sharing.pasting import PastingScreen
from screens.sharing.returned import ReturnedLinesScreen
from screens.widgets.secret import Secret

CHOSEN = "girafe velours tambour octobre"


async def test_a_passphrase_is_the_one_that_enter_was_pressed_on(house: Any) -> None:
    chosen: list[str] = []
    async with house.locked_app() as pilot:
        page = PassphraseScreen("", lambda one: chosen.append(one.passphrase))
        await pilot.app.push_screen(page)
        await house.settle(pilot)
        first, second = page.query_one("#first", Secret), page.query_one("#second", Secret)
        first.value = second.value = CHOSEN
        second.post_message(Input.Submitted(second, CHOSEN, None))
        second.value += "!"  # typed behind the Enter
        await house.settle(pilot)
    assert chosen == [CHOSEN]


async def test_a_passphrase_that_was_not_typed_twice_alike_is_not_taken(house: Any) -> None:
    chosen: list[str] = []
    async with house.locked_app() as pilot:
        page = PassphraseScreen("", lambda one: chosen.append(one.passphrase))
        await pilot.app.push_screen(page)
        await house.settle(pilot)
        first, second = page.query_one("#first", Secret), page.query_one("#second", Secret)
        first.value, second.value = CHOSEN, CHOSEN[:-1]
        second.post_message(Input.Submitted(second, CHOSEN[:-1], None))
        second.value = CHOSEN
        await house.settle(pilot)
    assert not chosen


@pytest.mark.parametrize("pasted", ["girafe\nvelours\r\ntambour\n\noctobre\n", CHOSEN, CHOSEN + "\n"])
async def test_of_a_passphrase_pasted_in_lines_every_word_is_kept(house: Any, pasted: str) -> None:
    async with house.locked_app() as pilot:
        page = PassphraseScreen("", print)
        await pilot.app.push_screen(page)
        await house.settle(pilot)
        pilot.app.post_message(events.Paste(pasted))
        await house.settle(pilot)
        assert page.passphrase == CHOSEN


async def test_the_protocol_that_was_found_when_enter_was_pressed_is_begun(lived: Any) -> None:
    async with lived.unlocked_app() as pilot:
        page = questioning_routes.choose_protocol(lived.refs["situation-4"])
        assert isinstance(page, ChooseProtocolScreen)
        await pilot.app.push_screen(page)
        await lived.settle(pilot)
        page.action_search()
        field = page.query_one("#wanted", Input)
        field.value = "energy"
        field.post_message(Input.Submitted(field, "energy", None))
        field.value = "nothing is called so"
        await lived.settle(pilot)
        assert isinstance(pilot.app.screen, QuestioningScreen)


async def test_enter_opens_what_was_searched_for_and_not_what_the_list_showed_before(lived: Any) -> None:
    async with lived.unlocked_app() as pilot:
        page = reading_routes.search()
        assert isinstance(page, SearchScreen)
        await pilot.app.push_screen(page)
        await lived.settle(pilot)
        field = page.query_one("#query", Input)
        field.value = "nobodyhaseverwrittenthis"
        await lived.settle(pilot)
        title = reading.entry(lived.app(pilot).journal.notebook, lived.refs["situation-4"]).title
        word = max(title.split(), key=len).strip(",.:;!?\u201c\u201d")
        field.value = word
        field.post_message(Input.Submitted(field, word, None))  # before anything was found
        for _ in range(200):  # a search is a worker, however busy the machine is
            await lived.settle(pilot)
            if pilot.app.screen is not page:
                break
        assert pilot.app.screen is not page
        await lived.settle(pilot)
        assert word in lived.shown(pilot)


async def test_the_file_that_enter_was_pressed_on_is_read(vaulted: Any, tmp_path: Path) -> None:
    file = tmp_path / "came.txt"
    file.write_text("What if you said no?\n", "utf-8")
    async with vaulted.unlocked_app() as pilot:
        page = PastingScreen()
        await pilot.app.push_screen(page)
        await vaulted.settle(pilot)
        field = page.query_one("#file", Input)
        field.value = str(file)
        field.post_message(Input.Submitted(field, str(file), None))
        field.value += "typed behind"
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, ReturnedLinesScreen)
        assert "What if you said no?" in vaulted.shown(pilot)


async def test_the_folder_that_enter_was_pressed_on_is_the_new_place(
    vaulted: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from journal.errors.storage import StorageFailed
    from journal.practice import moving_on

    asked: list[Path] = []

    def into(_notebook: object, folder: Path) -> None:
        asked.append(folder)
        raise StorageFailed

    monkeypatch.setattr(moving_on, "into_new_vault", into)
    async with vaulted.unlocked_app() as pilot:
        page = ReplacedScreen()
        await pilot.app.push_screen(page)
        await vaulted.settle(pilot)
        field = page.query_one("#folder", Input)
        field.value = str(tmp_path / "new")
        field.post_message(Input.Submitted(field, field.value, None))
        field.value += "typed behind"
        await vaulted.settle(pilot)
        for _ in range(100):
            if asked:
                break
            await pilot.pause(0.02)
    assert asked == [tmp_path / "new"]
