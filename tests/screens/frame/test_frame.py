"""Places, lock, idle time, the save queue, palette, settings, room."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from unittest import mock

import pytest
from textual import events
from textual.geometry import Size
from textual.widgets import Input, TextArea

from journal import language, settings
from journal.errors.storage import DiskFull
from journal.language import current
from journal.model.entry import NewEntry
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.practice import capturing, reading
from journal.practice.notebook import Notebook
from journal.vault import inbox
from screens.frame.command import EVERYWHERE, LAST, READING
from screens.frame.commands import bindings, footer_items
from screens.frame.cover import CoverScreen, SmallScreen
from screens.frame.events import Happened, JournalChanged, SaveFailed
from screens.frame.page_footer import PageFooter
from screens.frame.text_dialog import TextDialog
from screens.keys import TABLE
from screens.pages import PLACES
from screens.terminal.locking import LOCKED, Outcome
from screens.widgets.rows import Rows


def _written(notebook: Notebook, body: str, at: Any) -> int:
    return capturing.write(notebook, NewEntry(kind=Kind.SITUATION, body=body, happened_at=at)).ref


@pytest.mark.parametrize(
    ("key", "place"), [pair for pair in zip("123456", PLACES, strict=True) if pair[1] != "journal"]
)
async def test_a_digit_goes_to_its_place(vaulted: Any, key: str, place: str) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("6" if key == "1" else "1", key)
        await vaulted.settle(pilot)
        assert pilot.app.current_mode == place
        assert pilot.app.screen.page_title()


async def test_every_empty_place_says_what_it_is_for(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        for key in "13456":
            await pilot.press(key)
            await vaulted.settle(pilot)
            body = vaulted.shown(pilot).split("\n")[2:-2]
            assert sum(len(line.strip()) for line in body) > 40


async def test_today_shows_what_was_written_last_and_takes_over_what_was_sealed(vaulted: Any) -> None:
    held = vaulted.notebook()
    _written(held, "Le CODIR a repoussé le projet", vaulted.hands.at)
    held.close()
    payload = b'{"v":1,"text":"Karim [/red]","title":"","tags":[],"at":null,"written_at":"2026-11-23T10:00:00+01:00"}'
    inbox.seal(vaulted.environment.folder, payload)
    async with vaulted.unlocked_app() as pilot:
        await vaulted.settle(pilot)
        assert "Le CODIR a repoussé le projet" in vaulted.shown(pilot)
        assert "Karim [/red]" in vaulted.shown(pilot)
        assert "1 note taken elsewhere" in vaulted.shown(pilot)
        rows = pilot.app.screen.query_one(Rows)
        assert rows.has_focus
        await pilot.press("a")
        assert rows.chosen.startswith("captured:")
        await pilot.press("a")
        await vaulted.settle(pilot)
        assert "taken elsewhere" not in vaulted.shown(pilot)
        kept = reading.newest(vaulted.app(pilot).journal.notebook, Filter(states=(State.KEPT,)), 5)
        assert {line.title for line in kept} == {"Le CODIR a repoussé le projet", "Karim [/red]"}


async def test_a_discarded_note_waits_in_the_trash_and_can_come_back(vaulted: Any) -> None:
    payload = b'{"v":1,"text":"A note","title":"","tags":[],"at":null,"written_at":"2026-11-23T10:00:00+01:00"}'
    inbox.seal(vaulted.environment.folder, payload)
    async with vaulted.unlocked_app() as pilot:
        await vaulted.settle(pilot)
        await pilot.press("d")
        await vaulted.settle(pilot)
        assert "A note" not in vaulted.shown(pilot)
        await pilot.press("6")
        await vaulted.settle(pilot)
        assert "A note" in vaulted.shown(pilot).partition("Trash")[2]
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert "Trash" not in vaulted.shown(pilot)
        assert "A note" in vaulted.shown(pilot)


async def test_locking_ends_the_app_with_the_word_to_begin_anew(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("ctrl+l")
        await vaulted.settle(pilot)
        assert pilot.app.return_value is Outcome.LOCKED
        assert pilot.app.return_code == LOCKED
        assert not vaulted.app(pilot).is_open
    vaulted.notebook().close()


@pytest.mark.parametrize(
    ("monotonic", "wall", "locks"),
    [(299, 299, False), (300, 0, True), (0, 300, True), (300, -315_360_000, True), (10, 10, False)],
)
async def test_the_longer_of_two_clocks_locks(vaulted: Any, monotonic: float, wall: float, *, locks: bool) -> None:
    async with vaulted.unlocked_app() as pilot:
        vaulted.hands.monotonic += monotonic
        vaulted.hands.wall += wall
        vaulted.app(pilot).lock_when_idle()
        await vaulted.settle(pilot)
        assert (pilot.app.return_value is Outcome.LOCKED) is locks


@pytest.mark.parametrize("woken_by", [lambda: events.Key("x", "x"), lambda: events.Paste("xyz")])
async def test_what_wakes_the_machine_after_a_suspend_locks_and_is_dropped(
    vaulted: Any, woken_by: Callable[[], events.Event]
) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("n", *"Avant")
        vaulted.hands.wall += 8 * 3600  # the other clock stood still
        pilot.app.post_message(woken_by())
        await vaulted.settle(pilot)
        assert pilot.app.return_value is Outcome.LOCKED
    notebook = vaulted.notebook()
    assert [draft.text for draft in capturing.drafts(notebook)] == ["Avant"]
    notebook.close()


async def test_a_key_begins_the_idle_time_anew(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        vaulted.hands.monotonic += 299
        await pilot.press("down")
        vaulted.hands.monotonic += 299
        vaulted.app(pilot).lock_when_idle()
        await vaulted.settle(pilot)
        assert pilot.app.return_value is None


async def test_saves_happen_in_order_and_tell_what_became_of_them(vaulted: Any) -> None:
    order: list[int] = []

    def job(number: int) -> Any:
        def work(notebook: Notebook) -> Happened:
            order.append(number)
            return JournalChanged(str(number))

        return work

    async with vaulted.unlocked_app() as pilot:
        told = await asyncio.gather(*(vaulted.app(pilot).save(job(number)) for number in range(20)))
    assert order == list(range(20))
    assert [each.key for each in told] == [str(number) for number in range(20)]


def _full(notebook: Notebook) -> Happened:
    raise DiskFull


def _no_inbox(*_given: Any) -> None:
    raise DiskFull


async def test_a_failed_save_is_said_in_the_corner_and_holds_the_lock_back_behind_a_cover(
    vaulted: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journal.vault.inbox.seal", _no_inbox)
    async with vaulted.unlocked_app() as pilot:
        app = vaulted.app(pilot)
        told = await app.save(_full, "new:situation:1", text="Le CODIR")
        await vaulted.settle(pilot)
        assert isinstance(told, SaveFailed)
        assert "not saved yet: the disk is full" in vaulted.shown(pilot).split("\n")[0]
        app.lock()
        await vaulted.settle(pilot)
        assert app.is_open
        assert isinstance(app.screen, CoverScreen)
        assert "not saved yet" in vaulted.shown(pilot)
        await pilot.press("x")
        await app.save(lambda _notebook: JournalChanged("new:situation:1"), "new:situation:1")
        app.lock()
        await vaulted.settle(pilot)
        assert app.return_value is Outcome.LOCKED


async def test_a_failed_save_without_a_text_holds_nothing_back(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        app = vaulted.app(pilot)
        assert isinstance(await app.save(_full), SaveFailed)
        app.lock()
        await vaulted.settle(pilot)
        assert app.return_value is Outcome.LOCKED


async def test_a_text_that_no_save_could_keep_is_sealed_and_waits_on_today(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        app = vaulted.app(pilot)
        await app.save(_full, "new:situation:1", text="Le CODIR a repoussé")
        app.lock()
        await vaulted.settle(pilot)
        assert app.return_value is Outcome.LOCKED
    async with vaulted.unlocked_app() as pilot:
        await vaulted.settle(pilot)
        assert "Le CODIR a repoussé" in vaulted.shown(pilot)
        assert "1 note taken elsewhere" in vaulted.shown(pilot)


async def test_the_palette_holds_our_commands_and_no_picture_of_the_screen(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("colon")
        await pilot.pause()
        rows = pilot.app.screen.query_one(Rows)
        ids = {rows.get_option_at_index(number).id for number in range(rows.option_count)}
        assert ids <= {command.id for command in TABLE.rows}
        assert {"write", "lock", "settings"} <= ids
        await pilot.press(*"screenshot")
        await pilot.pause()
        assert rows.option_count == 0
        pilot.app.screen.query_one(Input).value = "colours"
        await pilot.pause()
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert pilot.app.screen.page_title() == "Settings"
        assert not list(pilot.app.get_system_commands(pilot.app.screen))


async def test_settings_hold_at_once_and_are_kept(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("comma")
        await vaulted.settle(pilot)
        await pilot.press("enter")  # language
        await vaulted.settle(pilot)
        assert current() == "fr"
        assert "Réglages" in vaulted.shown(pilot)
        await pilot.press("down", "enter")  # colours
        await vaulted.settle(pilot)
        assert pilot.app.theme == "papier"
        await pilot.press("down", "enter", "escape", "1")
        await vaulted.settle(pilot)
        assert "écrire" in vaulted.shown(pilot)
    kept = settings.load(vaulted.environment.settings_file)
    assert (kept.language, kept.theme, kept.lock_after_minutes) == ("fr", "papier", 10)


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
    _written(held, "Le CODIR a repoussé le projet", vaulted.hands.at)
    held.close()
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("f9")
        await pilot.pause()
        assert "CODIR" not in vaulted.shown(pilot)
        await pilot.press("x")
        await pilot.pause()
        assert "CODIR" in vaulted.shown(pilot)


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
        around = [command for command in TABLE.rows if command.where == where]
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


async def test_news_that_arrive_while_the_journal_closes_read_nothing_from_it(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        app = vaulted.app(pilot)
        app._leaving.begun = True
        app.journal.notebook.close()
        app.screen.mark_stale()
        await pilot.pause()
        assert app.is_running
        app._leaving.journal = None


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
        *(replace(each, footer=LAST) for each in TABLE.by_action("help") if each.where == EVERYWHERE),
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
        assert pilot.app.screen.page_title() == "Help · The set-up"
        await pilot.press("escape", "escape")
        await vaulted.settle(pilot)
        await pilot.press("e")
        await vaulted.settle(pilot)
        assert pilot.app.screen.page_title() == "Poste"
        await pilot.press("f1")
        await vaulted.settle(pilot)
        assert pilot.app.screen.page_title() == "Help · The coaching"
