"""A journal whose file a synced folder replaces under the open app: the text stays, and finds another place."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from journal import language
from journal.model.filter import Filter
from journal.practice import capturing, reading
from journal.practice.notebook import open_notebook
from journal.vault.vault import unlock
from screens.door.replaced import ReplacedScreen
from screens.frame.cover import CoverScreen
from screens.frame.page_header import PageHeader
from screens.widgets.answer_area import AnswerArea

pytestmark = pytest.mark.skipif("os.name == 'nt'", reason="Windows lets nobody replace a file that is open")


def put_another(folder: Path) -> None:
    shutil.copyfile(folder / "journal.db", folder / "incoming")
    (folder / "incoming").replace(folder / "journal.db")


def take_away(folder: Path) -> None:
    (folder / "journal.db").unlink()


def move_the_vault(folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))


REPLACEMENTS = [put_another, take_away, move_the_vault]


def words(house: Any, pilot: Any) -> str:
    return " ".join(house.shown(pilot).replace("\u00a0", " ").replace("\u202f", " ").split())


async def write_while_it_is_replaced(house: Any, pilot: Any, replaced: Callable[[Path], None]) -> None:
    """Write two lines, the second after the file was replaced."""
    await pilot.press("n", *"Avant", "ctrl+s")
    await house.settle(pilot)
    replaced(house.environment.folder)
    await pilot.press("enter", *"Encore", "ctrl+s")
    await house.settle(pilot)


@pytest.mark.sweep
@pytest.mark.parametrize("letters", [0, 100, 200, 400])
async def test_the_folder_is_seen_in_a_window_that_becomes_small_however_long_the_path_is(
    vaulted: Any, letters: int
) -> None:
    async with vaulted.unlocked_app((80, 22)) as pilot:
        app = vaulted.app(pilot)
        app.environment = replace(app.environment, folder=Path("/", *letters // 20 * ["x" * 20], "vault"))
        await app.push_screen(ReplacedScreen())
        await vaulted.settle(pilot)
        await pilot.resize_terminal(60, 20)
        await vaulted.settle(pilot)
        assert app.screen.find_widget(app.screen.query_one(Input)).visible_region


@pytest.mark.sweep
@pytest.mark.parametrize("spoken", ["en", "fr"])
@pytest.mark.parametrize("replaced", REPLACEMENTS)
async def test_a_replaced_journal_is_told_before_anything_is_called_kept_and_the_text_stays(
    vaulted: Any, replaced: Callable[[Path], None], spoken: language.Language
) -> None:
    language.choose(spoken)
    async with vaulted.unlocked_app() as pilot:
        await write_while_it_is_replaced(vaulted, pilot, replaced)
        assert isinstance(pilot.app.screen, ReplacedScreen)
        told = "n’est plus celui qui a été ouvert" if spoken == "fr" else "no longer the one that was opened"
        assert told in words(vaulted, pilot)
        await pilot.press("escape")
        await vaulted.settle(pilot)
        assert pilot.app.screen.query_one(AnswerArea).text == "Avant\nEncore"
        assert not pilot.app.screen.query_one(PageHeader).state.startswith(("kept", "gardé"))


@pytest.mark.sweep
@pytest.mark.parametrize("replaced", REPLACEMENTS)
async def test_the_journal_goes_on_in_a_new_vault_with_the_text_that_was_not_kept(
    vaulted: Any, tmp_path: Path, replaced: Callable[[Path], None]
) -> None:
    new = tmp_path / "vault 2"
    async with vaulted.unlocked_app() as pilot:
        await write_while_it_is_replaced(vaulted, pilot, replaced)
        assert pilot.app.screen.query_one(Input).value == str(new)
        await pilot.press("enter")
        while busy := [each for each in pilot.app.workers if each.name != "saving"]:  # the last of them leaves
            await pilot.app.workers.wait_for_complete(busy)
            await pilot.pause()
        assert pilot.app._exit
        assert pilot.app._blind == f"Your journal goes on in {new}. Open it with: recul --vault DIR"
    notebook = open_notebook(unlock(new, vaulted.passphrase), clock=vaulted.environment.clock)
    (line,) = reading.newest(notebook, Filter(), 5)
    assert reading.entry(notebook, line.ref).body == "Encore"
    notebook.close()


@pytest.mark.sweep
@pytest.mark.parametrize("replaced", REPLACEMENTS)
async def test_what_is_not_kept_is_sealed_into_a_folder_and_never_readable_there(
    vaulted: Any, tmp_path: Path, replaced: Callable[[Path], None], hits: Callable[[Path, str], list[Path]]
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    async with vaulted.unlocked_app() as pilot:
        await write_while_it_is_replaced(vaulted, pilot, replaced)
        pilot.app.screen.query_one(Input).value = str(stick)
        await pilot.press("f2")
        await vaulted.settle(pilot)
        assert "1 note is sealed there." in words(vaulted, pilot)
        (note,) = stick.iterdir()
        assert hits(stick, "Avant\nEncore") == []
        vault = vaulted.app(pilot).journal.notebook.vault
        inbox = tmp_path / "inbox-of-the-vault" / "inbox"
        inbox.mkdir(parents=True)
        note.rename(inbox / note.name)
        from journal.vault.inbox import opened

        (capture,) = opened(inbox.parent, vault.header, vault.inbox_key())
        assert b"Encore" in capture.payload


@pytest.mark.sweep
@pytest.mark.parametrize(
    ("key", "folder"),
    [
        *(("enter", folder) for folder in (".", "/proc/none", "there.txt", "full")),
        *(("f2", folder) for folder in ("there.txt", "/proc/none", "none")),
    ],
)
async def test_a_folder_that_takes_nothing_is_told_and_the_text_stays(
    vaulted: Any, tmp_path: Path, key: str, folder: str
) -> None:
    (tmp_path / "there.txt").write_text("mine")
    (tmp_path / "full" / "mine").mkdir(parents=True)
    async with vaulted.unlocked_app() as pilot:
        await write_while_it_is_replaced(vaulted, pilot, take_away)
        pilot.app.screen.query_one(Input).value = str(tmp_path / folder)
        await pilot.press(key)
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, ReplacedScreen)
        assert str(pilot.app.screen.query_one("#told").render()).strip()
        await pilot.press("escape")
        assert pilot.app.screen.query_one(AnswerArea).text == "Avant\nEncore"


async def test_copies_and_an_open_folder_are_said_before_one_goes_in(vaulted: Any) -> None:
    folder = vaulted.environment.folder
    (folder / "journal (conflicted copy 2026-11-29).db").write_bytes(b"")
    folder.chmod(0o755)
    async with vaulted.unlocked_app() as pilot:
        assert isinstance(pilot.app.screen, CoverScreen)
        assert "Other users of this machine can read or change" in words(vaulted, pilot)
        assert "is a copy that Recul does not read" in words(vaulted, pilot)
        await pilot.press("space")
        assert pilot.app.screen.name_in_table == "today"


async def test_a_full_disk_is_said_before_one_goes_in(vaulted: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journal.files.has_room", lambda _folder: False)
    async with vaulted.unlocked_app() as pilot:
        assert "The disk is full" in words(vaulted, pilot)


async def test_nothing_is_said_of_a_vault_as_it_should_be(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        assert not isinstance(pilot.app.screen, CoverScreen)


async def test_a_note_that_is_sealed_while_the_app_is_open_shows_on_today(house: Any) -> None:
    from dataclasses import replace

    from journal.practice.sealed_notes import seal_texts

    house.environment = replace(house.environment, delays=replace(house.environment.delays, inbox=0.05))
    house.make()
    async with house.unlocked_app() as pilot:
        assert "Un mot de dehors" not in words(house, pilot)
        seal_texts(house.environment.folder, ["Un mot de dehors"], house.hands.at)
        for _ in range(500):
            await pilot.pause(0.01)
            if "Un mot de dehors" in words(house, pilot):
                break
        assert "Un mot de dehors" in words(house, pilot)
        assert capturing.take_over_captures(house.app(pilot).journal.notebook) == 0
