"""Notes from the phone, in the app: a page is written, a note waits on Today, is accepted and questioned."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from journal.importing import phone_files
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.practice import questioning, reading
from journal.sharing import phone
from screens.frame.text_dialog import TextDialog
from screens.sharing.pasting import PastedArea
from screens.sharing.phone import PhoneScreen
from tests.screens.conftest import AppHarness
from tests.sharing.phone_sealing import Sealer


def plain(house: AppHarness, pilot: Any) -> str:
    return " ".join(house.shown(pilot).replace("\u00a0", " ").replace("\u202f", " ").split())


def a_page(house: AppHarness, folder: Path) -> Sealer:
    notebook = house.notebook()
    path, _words = phone.write(notebook, folder, "en")
    notebook.close()
    return Sealer.of(path)


async def test_a_page_is_written_told_by_its_words_and_ended(vaulted: AppHarness, tmp_path: Path) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("5", "y")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, PhoneScreen)
        assert "None yet: a writes one." in plain(vaulted, pilot)
        await pilot.press("a")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, TextDialog)
        pilot.app.screen.query_one("Input").value = str(tmp_path)  # type: ignore[attr-defined]  # an Input
        await pilot.press("enter")
        await vaulted.settle(pilot)
        await vaulted.settle(pilot)
        (page,) = phone.pages(pilot.app.journal.notebook)  # type: ignore[attr-defined]  # ReculApp
        assert (tmp_path / "PERSONAL-recul-phone.html").exists()
        assert plain(vaulted, pilot).count(page.words) == 2
        pilot.app.screen.query_one("Rows").choose(f"page:{page.number}")  # type: ignore[attr-defined]  # Rows
        await pilot.press("d")
        await vaulted.settle(pilot)
        await pilot.press("up", "enter")
        await vaulted.settle(pilot)
        (page,) = phone.pages(pilot.app.journal.notebook)  # type: ignore[attr-defined]  # ReculApp
        assert page.ended_at is not None
        assert "ended" in plain(vaulted, pilot)


async def test_a_note_that_is_pasted_waits_on_today_is_accepted_and_questioned(
    vaulted: AppHarness, tmp_path: Path
) -> None:
    sealer = a_page(vaulted, tmp_path)
    async with vaulted.unlocked_app() as pilot:
        for number, keys in ((1, ("5", "y", "c")), (2, ("5", "c"))):  # where notes come in, and where all comes back
            await pilot.press(*keys)
            await vaulted.settle(pilot)
            pilot.app.screen.query_one(PastedArea).insert(sealer.note(number, f"Le hall {number}"))
            await vaulted.settle(pilot)
            if number == 1:
                await pilot.press("ctrl+n")
                await vaulted.settle(pilot)
                await pilot.press("escape")
            await vaulted.settle(pilot)
        await pilot.press("1")
        await vaulted.settle(pilot)
        assert "2 notes sealed on the phone" in plain(vaulted, pilot)
        rows = pilot.app.screen.query_one("#rows")
        ref = pilot.app.journal.notebook  # type: ignore[attr-defined]  # ReculApp
        (found,) = [
            each for each in (reading.line(ref, number) for number in (1, 2)) if each and each.title.endswith("1")
        ]
        rows.choose(f"captured:{found.ref}")  # type: ignore[attr-defined]  # Rows
        await pilot.press("a")
        await vaulted.settle(pilot)
        kept = reading.line(ref, found.ref)
        assert kept is not None
        assert kept.state is State.KEPT
        assert "1 note sealed on the phone" in plain(vaulted, pilot)
        pilot.app.screen.query_one("#rows").choose(f"situation:{found.ref}")  # type: ignore[attr-defined]  # Rows
        await pilot.press("q")
        await vaulted.settle(pilot)
        assert pilot.app.screen.name_in_table == "choose_protocol"  # type: ignore[attr-defined]  # a Page


async def test_a_folder_is_looked_into_when_the_journal_opens_and_what_stays_closed_is_told(
    vaulted: AppHarness, tmp_path: Path
) -> None:
    sealer = a_page(vaulted, tmp_path)
    folder = tmp_path / "Downloads"
    folder.mkdir()
    (folder / "recul-note-0.txt").write_text(sealer.note(7, "Avant"), "utf-8")
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("5", "y", "g")
        await vaulted.settle(pilot)
        pilot.app.screen.query_one("Input").value = str(folder)  # type: ignore[attr-defined]  # an Input
        await pilot.press("enter")
        await vaulted.settle(pilot)
        await vaulted.settle(pilot)
        assert "files stay there" in plain(vaulted, pilot)
        assert "recul-note-0" in str(list(folder.iterdir()))
        await pilot.press("r")
        await vaulted.settle(pilot)
        assert "files are removed once taken in" in plain(vaulted, pilot)
    (folder / "recul-note-1.txt").write_text(sealer.note(1, "Le hall"), "utf-8")
    (folder / "recul-note-2.txt").write_text(sealer.note(2, "Deux")[:300], "utf-8")
    async with vaulted.unlocked_app() as pilot:
        await vaulted.settle(pilot)
        told = plain(vaulted, pilot)
        assert "2 notes sealed on the phone" in told, "one was there when the folder was chosen"
        assert "1 file from the phone stays closed" in told
        assert [path.name for path in folder.iterdir()] == ["recul-note-2.txt"]
        pilot.app.screen.query_one("#rows").choose("closed:")  # type: ignore[attr-defined]  # Rows
        await pilot.press("enter")
        await vaulted.settle(pilot)
        told = plain(vaulted, pilot)
        assert "recul-note-2.txt" in told
        assert "cut or altered" in told
        assert "This note is cut or was changed on its way" in told
        await pilot.press("1")
        await vaulted.settle(pilot)
        assert "stays closed" not in plain(vaulted, pilot)


async def test_answers_in_the_heat_are_shown_with_the_note_and_are_a_reflection_once_it_is_accepted(
    vaulted: AppHarness, tmp_path: Path
) -> None:
    sealer = a_page(vaulted, tmp_path)
    notebook = vaulted.notebook()
    heat = {"before": "7", "facts": "He closed the folder.", "after": "4"}
    for number in (1, 2):
        phone_files.take_text(notebook.store, sealer.note(number, f"The hall {number}", heat=heat), vaulted.hands.at)
    first, second = (line.ref for line in reversed(reading.newest(notebook, Filter(), 9)))
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        app = vaulted.app(pilot)
        app.navigation.open_entry(first, "captured")
        await vaulted.settle(pilot)
        assert "It came with answers in the heat" in plain(vaulted, pilot)
        await pilot.press("ctrl+s", "escape")
        await vaulted.settle(pilot)
        app.navigation.open_entry(second, "situation")
        await vaulted.settle(pilot)
        told = plain(vaulted, pilot)
        assert "What would a camera have recorded" in told
        assert "once accepted, these answers are a reflection" in told
        await pilot.press("a")
        await vaulted.settle(pilot)
        await vaulted.settle(pilot)
        assert "a camera have recorded" not in plain(vaulted, pilot)
        assert "In the heat of the moment" in plain(vaulted, pilot)
        for ref in (first, second):
            (run,) = questioning.thread(app.journal.notebook, ref)
            assert (run.kind, run.state) == (Kind.REFLECTION, State.DONE)


async def test_a_note_that_is_saved_into_a_watched_folder_shows_on_today_while_the_app_is_open(
    vaulted: AppHarness, tmp_path: Path
) -> None:
    vaulted.environment = replace(vaulted.environment, delays=replace(vaulted.environment.delays, inbox=0.05))
    sealer, folder = a_page(vaulted, tmp_path), tmp_path / "Downloads"
    folder.mkdir()
    async with vaulted.unlocked_app() as pilot:
        await vaulted.app(pilot).prefer(watched_folders=(str(folder),))
        (folder / "recul-note-1.txt").write_text(sealer.note(1, "Saved meanwhile"), "utf-8")
        (vaulted.environment.folder / "inbox" / "note.txt").write_text(sealer.note(2, "Put there"), "utf-8")
        for _ in range(500):
            await pilot.pause(0.01)
            if "2 notes sealed on the phone" in plain(vaulted, pilot):
                break
        assert {"Saved", "Put"} <= set(plain(vaulted, pilot).split())
        assert [path.name for path in folder.iterdir()] == ["recul-note-1.txt"]
