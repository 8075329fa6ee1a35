"""Keys: one meaning each in a place, bindings and footer from the table, pressed and clicked."""

from typing import Any
from unittest import mock

import pytest
from textual.geometry import Size

from journal import language
from screens.frame.command import EVERYWHERE, FOUND, LAST, READING
from screens.frame.commands import bindings
from screens.frame.footer_items import footer_items
from screens.frame.page_footer import PageFooter
from screens.frame.text_dialog import TextDialog
from screens.keys import TABLE


async def test_a_command_takes_the_key_that_was_chosen(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        app = vaulted.app(pilot)
        await app.prefer(keymap={"settings": "f7"})
        await pilot.press("f7")
        await pilot.pause()
        assert app.screen.page_title() == "Settings"
        await pilot.press("escape", "comma")
        await pilot.pause()
        assert app.screen.page_title() == "Recul"


async def test_a_click_in_the_footer_does_what_its_key_does(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        line = vaulted.shown(pilot).split("\n")[-1]
        await pilot.click(offset=(line.index("help"), 23))
        await vaulted.settle(pilot)
        assert pilot.app.screen.page_title() == "Help · Today"


def test_no_command_stands_on_a_key_that_terminals_confuse() -> None:
    keys = {key.strip() for command in TABLE.rows for key in command.keys.split(",")}
    assert not keys & {"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m"}


def test_every_command_has_its_own_id_and_no_key_means_two_things_in_one_place() -> None:
    assert len({command.id for command in TABLE.rows}) == len(TABLE.rows)
    for where in {command.where for command in TABLE.rows}:
        around = [command for command in TABLE.rows if command.where == where and command.where != FOUND]
        taken = [key for command in around for key in command.keys.split(",")]
        assert len(taken) == len(set(taken)), where


def test_letters_are_never_commands_while_one_writes() -> None:
    for command in TABLE.rows:
        if command.where == EVERYWHERE:
            assert all(len(key.split("+")[-1]) > 1 or "+" in key for key in command.keys.split(","))


def test_bindings_and_footer_come_from_the_table() -> None:
    assert {binding.id for binding in bindings(TABLE.of(READING))} == {
        row.id for row in TABLE.rows if row.where == READING
    }  # type: ignore[union-attr]
    shown = footer_items([row for row in TABLE.rows if row.where in (READING, EVERYWHERE)])
    assert ("1-6", "places") in [(key, words) for key, words, _command in shown]


async def test_where_a_question_mark_is_text_the_footer_tells_the_key_that_helps_and_that_leaving_keeps(
    vaulted: Any,
) -> None:
    async with vaulted.unlocked_app() as pilot:
        for keys, kept in (("n", "esc back"), ("4b", "esc save and go back")):
            await pilot.press(*keys)
            await pilot.pause()
            footer = vaulted.shown(pilot).splitlines()[-1]
            assert "f1 help" in footer
            assert kept in footer
            await pilot.press("escape")
            await vaulted.settle(pilot)


def test_what_leads_back_and_what_helps_give_way_last() -> None:
    language.choose("fr")
    footer = PageFooter()
    footer.commands = (
        *TABLE.of("case", "fields"),
        *(each._replace(footer=LAST) for each in TABLE.by_action("help") if each.where == EVERYWHERE),
    )
    with mock.patch.object(PageFooter, "content_size", Size(78, 2)):
        words = [f"{key} {told}" for key, told, _command in footer._fitting()[0][0]]
    assert words == ["x partager", "f2 remplir", "f3 répéter", "f4 noter", "échap garder et revenir", "f1 aide"]


async def test_a_key_that_a_page_has_for_itself_stands_once_in_its_footer(vaulted: Any) -> None:
    async with vaulted.unlocked_app((120, 40)) as pilot:
        await pilot.press("l")
        await vaulted.settle(pilot)
        footer = vaulted.shown(pilot).splitlines()[-1]
        assert footer.count("/ search") == 1


@pytest.mark.sweep
@pytest.mark.parametrize("place", "123456")
@pytest.mark.parametrize(("spoken", "kept"), [("fr", "1-6 lieux"), ("en", "1-6 places")])
async def test_at_80_columns_a_place_keeps_the_ways_to_the_others_and_the_lock_in_its_footer(
    vaulted: Any, spoken: str, kept: str, place: str
) -> None:
    language.choose(spoken)
    async with vaulted.unlocked_app((80, 24)) as pilot:
        await pilot.press(place)
        await vaulted.settle(pilot)
        footer = vaulted.shown(pilot).splitlines()[-1]
        assert kept in footer
        assert f"ctrl+l {language._('lock')}" in footer
        assert footer.rstrip().endswith(f"? {language._('help')}")


async def test_a_form_tells_the_key_to_the_next_field_and_the_one_that_chooses(vaulted: Any) -> None:
    async with vaulted.unlocked_app((80, 24)) as pilot:
        await pilot.press("4", "b")
        await vaulted.settle(pilot)
        footer = vaulted.shown(pilot).splitlines()[-1]
        assert "tab move on" in footer
        assert "space choose" not in footer
        await pilot.press("tab")
        await pilot.pause()
        lines = vaulted.shown(pilot).splitlines()
        assert "space choose" in lines[-1]
        await pilot.press("tab")
        await pilot.pause()
        assert "✓" not in vaulted.shown(pilot)
        await pilot.click(offset=(lines[-1].index("space choose"), len(lines) - 1))
        await pilot.pause()
        assert "✓" in vaulted.shown(pilot)


async def test_the_pointer_presses_a_key_that_a_dialog_tells(vaulted: Any) -> None:
    async with vaulted.unlocked_app((80, 24)) as pilot:
        vaulted.app(pilot).push_screen(TextDialog("How is it called?"))
        await pilot.pause()
        lines = vaulted.shown(pilot).splitlines()
        row = next(at for at, line in enumerate(lines) if "esc  cancel" in line)
        await pilot.click(offset=(lines[row].index("cancel"), row))
        await vaulted.settle(pilot)
        assert not isinstance(pilot.app.screen, TextDialog)


async def test_help_names_the_page_and_not_what_somebody_called_it(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("4", "b", *"Poste", "f1")
        await vaulted.settle(pilot)
        assert pilot.app.screen.page_title() == "Help · Aim, dates and rhythm"
        await pilot.press("escape", "escape")
        await vaulted.settle(pilot)
        await pilot.press("e")
        await vaulted.settle(pilot)
        assert pilot.app.screen.page_title() == "Poste"
        await pilot.press("f1")
        await vaulted.settle(pilot)
        assert pilot.app.screen.page_title() == "Help · The coaching"
