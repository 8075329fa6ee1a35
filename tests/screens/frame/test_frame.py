"""Places, lock, idle time, the save queue, palette, settings."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from textual import events
from textual.widgets import Input

from journal import settings
from journal.errors.storage import DiskFull
from journal.language import current
from journal.model.entry import NewEntry
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.practice import capturing, reading
from journal.practice.notebook import Notebook
from journal.vault import inbox
from screens.frame.cover import CoverScreen
from screens.frame.events import Happened, JournalChanged, SaveFailed
from screens.keys import TABLE
from screens.pages import PLACES
from screens.terminal.locking import LOCKED, Outcome
from screens.widgets.rows import Rows


def _written(notebook: Notebook, body: str, at: Any) -> int:
    return capturing.write(notebook, NewEntry(kind=Kind.SITUATION, body=body, happened_at=at)).ref


@pytest.mark.sweep
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
        assert "the line is chosen" in vaulted.shown(pilot)
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
        assert not app.environment.typed_ahead.for_next  # keys are heard again
        await pilot.press("x")
        await app.save(lambda _notebook: JournalChanged("new:situation:1"), "new:situation:1")
        app.lock()
        await vaulted.settle(pilot)
        assert app.return_value is Outcome.LOCKED


async def test_a_signal_during_a_lock_ends_the_app_though_a_text_cannot_be_kept(
    vaulted: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journal.vault.inbox.seal", _no_inbox)
    async with vaulted.unlocked_app() as pilot:
        app = vaulted.app(pilot)
        await app.save(_full, "new:situation:1", text="Le CODIR")
        app.lock()
        app._end_now()
        await vaulted.settle(pilot)
        assert app.return_value is Outcome.LOCKED
        assert app.asked_to_end


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
        told = {each for each in ids if each and not each.startswith("protocol:")}
        assert told <= {command.id for command in TABLE.rows}
        assert {"write", "lock", "settings"} <= ids
        await pilot.press(*"screenshot")
        await pilot.pause()
        assert rows.chosen == ""
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


async def test_news_that_arrive_while_the_journal_closes_read_nothing_from_it(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        app = vaulted.app(pilot)
        app._leaving.begun = True
        app.journal.notebook.close()
        app.screen.mark_stale()
        await pilot.pause()
        assert app.is_running
        app._leaving.journal = None
