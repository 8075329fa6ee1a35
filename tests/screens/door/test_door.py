"""The door: first run, wrong passphrase, unlocking, the way in with the code."""

from typing import Any

import pytest
from textual.widgets import Input

from journal import language
from journal.vault import vault
from journal.vault.keys import letters_of
from screens.door.recovery import CodeScreen
from screens.door.unlock import UnlockScreen
from screens.door.welcome import WelcomeScreen
from screens.frame.page_faults import FaultScreen
from screens.widgets.plain import PlainText
from screens.widgets.rows import Rows
from screens.widgets.secret import Secret


async def test_a_first_run_makes_a_vault_that_the_passphrase_and_the_code_open(house: Any) -> None:
    async with house.locked_app() as pilot:
        shown = "".join(line.strip() for line in house.shown(pilot).splitlines())  # a long path goes on below
        assert str(house.environment.folder) in shown
        await pilot.press("enter")
        await pilot.pause()
        screen = pilot.app.screen
        screen.query_one("#first", Secret).value = house.passphrase
        await pilot.press("enter")
        screen.query_one("#second", Secret).value = house.passphrase
        await pilot.press("enter")
        await house.settle(pilot)
        screen = pilot.app.screen
        groups = screen._groups
        assert len(groups) == 8
        assert all(group in house.shown(pilot) for group in groups)
        await pilot.press("enter")
        assert not any(group in house.shown(pilot) for group in groups)
        for number in screen._asked:
            screen.query_one(f"#group-{number}", Input).value = groups[number].lower()
        await pilot.press("enter")
        await house.settle(pilot)
        assert house.app(pilot).is_open
        assert house.app(pilot).current_mode == "today"
        assert pilot.app.screen_stack == [pilot.app.screen]
    house.notebook().close()
    vault.unlock_with_code(house.environment.folder, " ".join(groups)).close()


async def test_the_code_is_asked_back_until_it_is_right(house: Any) -> None:
    gone_on: list[bool] = []

    async def done() -> None:
        gone_on.append(True)

    async with house.locked_app() as pilot:
        code = CodeScreen("AAAA-BBBB-CCCC-D01D", done, lambda _range, _many: [1, 3])
        await pilot.app.push_screen(code)
        await pilot.press("enter")
        code.query_one("#group-1", Input).value = "AAAA"
        code.query_one("#group-3", Input).value = "doId"  # read as the way in reads it
        await pilot.press("enter")
        assert not gone_on
        assert "2" in str(code.query_one("#told", PlainText).content)
        await pilot.press("f2", "enter")
        assert str(code.query_one("#told", PlainText).content) == ""
        code.query_one("#group-1", Input).value = "BBBB"
        await pilot.press("enter")
        assert gone_on == [True]


async def test_a_passphrase_that_would_be_guessed_is_refused(house: Any) -> None:
    async with house.locked_app() as pilot:
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press(*"azerty123", "enter", *house.passphrase)  # a better one goes into the same field
        await house.settle(pilot)
        assert pilot.app.screen.query_one("#first", Secret).value == house.passphrase
        pilot.app.screen.query_one("#first", Secret).value = "azerty123"
        await pilot.press("enter")
        await house.settle(pilot)
        assert "too easy to guess" in house.shown(pilot)
        assert pilot.app.screen.query_one("#first", Secret).has_focus
        assert not vault.exists(house.environment.folder)


@pytest.mark.parametrize("refused", ["London2026", "Password123", "liverpool manchester"])
async def test_what_would_be_refused_is_never_called_enough(house: Any, refused: str) -> None:
    async with house.locked_app() as pilot:
        await pilot.press("enter")
        await pilot.pause()
        for field in pilot.app.screen.query(Secret):
            field.value = refused
        await house.settle(pilot)
        assert "good" not in house.shown(pilot).split("■")[-1].split("\n")[0]
        assert "■" in house.shown(pilot)
        await pilot.press("enter")
        await house.settle(pilot)
        assert "too easy to guess" in house.shown(pilot)


async def test_two_different_passphrases_are_told(house: Any) -> None:
    async with house.locked_app() as pilot:
        await pilot.press("enter")
        await pilot.pause()
        pilot.app.screen.query_one("#first", Secret).value = house.passphrase
        pilot.app.screen.query_one("#second", Secret).value = house.passphrase + " "
        await pilot.press("enter")
        await house.settle(pilot)
        assert "do not match" in house.shown(pilot)
        assert not vault.exists(house.environment.folder)


async def test_a_passphrase_is_covered_until_it_is_asked_for(vaulted: Any) -> None:
    async with vaulted.locked_app() as pilot:
        await pilot.press(*"velours")
        assert "velours" not in vaulted.shown(pilot)
        await pilot.press("f2")
        await pilot.pause()
        assert "velours" in vaulted.shown(pilot)


async def test_a_wrong_passphrase_is_said_and_what_was_typed_is_selected(vaulted: Any) -> None:
    async with vaulted.locked_app() as pilot:
        await vaulted.enter(pilot, "girafe velours")
        assert not vaulted.app(pilot).is_open
        assert "does not open the vault" in vaulted.shown(pilot)
        field = pilot.app.screen.query_one(Secret)
        assert field.has_focus
        assert field.selected_text == "girafe velours"
        await vaulted.enter(pilot)
        assert vaulted.app(pilot).is_open


async def test_damage_a_newer_format_and_a_busy_vault_are_told_apart(vaulted: Any) -> None:
    told = []
    header = vaulted.environment.folder / "vault.json"
    mirror = vaulted.environment.folder / "vault.json.mirror"
    whole = header.read_bytes()
    held = vaulted.notebook()
    async with vaulted.locked_app() as pilot:
        await vaulted.enter(pilot)
        told.append(str(pilot.app.screen.query_one("#told", PlainText).content))
        held.close()
        header.write_bytes(b"{")
        mirror.write_bytes(b"{")
        await vaulted.enter(pilot)
        told.append(str(pilot.app.screen.query_one("#told", PlainText).content))
        header.write_bytes(whole)
        mirror.write_bytes(whole)
        await vaulted.enter(pilot, "wrong")
        told.append(str(pilot.app.screen.query_one("#told", PlainText).content))
    assert "open in another" in told[0]
    assert "damaged" in told[1]
    assert "does not open" in told[2]


async def test_the_code_opens_and_a_new_passphrase_takes_over(vaulted: Any) -> None:
    async with vaulted.locked_app() as pilot:
        await pilot.press("f3")
        await pilot.pause()
        pilot.app.screen.query_one(Input).value = "0000-" * 7 + "0000"
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert "does not open" in vaulted.shown(pilot)
        pilot.app.screen.query_one(Input).value = str(vaulted.code).lower()
        await pilot.press("enter")
        await vaulted.settle(pilot)
        for field in pilot.app.screen.query(Secret):
            field.value = "tambour octobre violette canal"
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert vaulted.app(pilot).is_open
    vault.unlock(vaulted.environment.folder, "tambour octobre violette canal").close()


async def test_the_first_run_can_go_on_in_french(house: Any) -> None:
    async with house.locked_app() as pilot:
        await pilot.press("f4")
        await house.settle(pilot)
        assert "Un journal pour prendre du recul" in house.shown(pilot)
        assert "commencer" in house.shown(pilot)


async def test_before_the_door_is_open_letters_and_places_do_nothing(vaulted: Any) -> None:
    async with vaulted.locked_app() as pilot:
        pilot.app.set_focus(None)
        for key in ("n", "1", "2", "comma", "question_mark", "ctrl+l", "f9", "ctrl+o"):
            await pilot.press(key)
            assert len(pilot.app.screen_stack) == 1
            assert pilot.app.is_running


@pytest.mark.parametrize("spoken", language.languages())
async def test_a_code_that_was_never_typed_back_is_remembered_until_a_new_one_is(
    house: Any, spoken: language.Language
) -> None:
    words = "code de secours n’a pas été confirmé" if spoken == "fr" else "recovery code was not confirmed"
    language.choose(spoken)
    async with house.locked_app() as pilot:
        await pilot.press("enter")
        await pilot.pause()
        for field in ("#first", "#second"):
            pilot.app.screen.query_one(field, Secret).value = house.passphrase
            await pilot.press("enter")
        await house.settle(pilot)
        assert isinstance(pilot.app.screen, CodeScreen)
        await pilot.press("ctrl+q")
    async with house.unlocked_app() as pilot:
        assert words in house.shown(pilot)
        assert ("Une phrase suffit" if spoken == "fr" else "Nothing written yet") in house.shown(pilot)
        pilot.app.screen.query_one(Rows).choose("code:")
        await pilot.press("enter")
        await house.settle(pilot)
        assert pilot.app.screen.query_one(Rows).chosen == "code"
        await pilot.press("enter", "o" if spoken == "fr" else "y")
        await house.settle(pilot)
        page = pilot.app.screen
        assert isinstance(page, CodeScreen)
        for number, group in enumerate(page._groups):
            for field in page.query(f"#group-{number}").results(Input):
                field.value = group
        await pilot.press("enter", "enter")
        await house.settle(pilot)
        await pilot.press("escape")
        await house.settle(pilot)
        assert pilot.app.screen.name_in_table == "today"
        assert words not in house.shown(pilot)


async def test_where_there_is_nothing_to_go_back_to_escape_does_nothing(vaulted: Any) -> None:
    async with vaulted.locked_app() as pilot:
        await pilot.press("escape", "escape")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, UnlockScreen)


async def test_escape_neither_leaves_the_first_page_nor_the_code_that_was_not_written_down(house: Any) -> None:
    async with house.locked_app() as pilot:
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, WelcomeScreen)
        await pilot.press("enter")
        await pilot.pause()
        for field in ("#first", "#second"):
            pilot.app.screen.query_one(field, Secret).value = house.passphrase
        await pilot.press("enter")
        await house.settle(pilot)
        assert isinstance(pilot.app.screen, CodeScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, CodeScreen)


@pytest.mark.faults_expected
async def test_a_door_that_fails_is_followed_by_another_that_opens(
    vaulted: Any, monkeypatch: pytest.MonkeyPatch, faults: list[BaseException]
) -> None:
    async with vaulted.locked_app() as pilot:
        with monkeypatch.context() as failing:
            failing.setattr(UnlockScreen, "action_reveal", lambda _self: 1 / 0)
            await pilot.press("f2")
            await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, FaultScreen)
        await pilot.press("escape")
        await vaulted.settle(pilot)
        await vaulted.enter(pilot)
        assert vaulted.app(pilot).is_open
    assert [type(each) for each in faults] == [ZeroDivisionError]


async def test_tab_and_arrows_lead_between_the_fields_of_the_door(house: Any) -> None:
    async def done() -> None:
        raise AssertionError

    async with house.locked_app() as pilot:
        await pilot.press("enter")
        await pilot.pause()
        page = pilot.app.screen
        for key, field in (("tab", "second"), ("shift+tab", "first"), ("down", "second"), ("up", "first")):
            await pilot.press(key)
            assert page.focused is page.query_one(f"#{field}")
        code = CodeScreen("AAAA-BBBB-CCCC-DDDD", done, lambda _range, _many: [1, 3])
        await pilot.app.push_screen(code)
        await pilot.press("down", "enter")
        for key, number in (("tab", 3), ("shift+tab", 1), ("down", 3), ("up", 1)):
            await pilot.press(key)
            assert code.focused is code.query_one(f"#group-{number}")
        await pilot.press(*"AAAA", "enter")
        assert "2" in str(code.query_one("#told", PlainText).content)
        await pilot.press(*"BBBB", "enter")
        assert str(code.query_one("#told", PlainText).content) == ""
        assert code.focused is code.query_one("#group-3")
        code.query_one("#group-1", Input).focus()
        await pilot.press("ctrl+u", *"BB-BB DD dd")  # straight on, as it stands on the paper
        typed = [code.query_one(f"#group-{number}", Input).value for number in (1, 3)]
        assert [letters_of(each) for each in typed] == ["BBBB", "DDDD"]
