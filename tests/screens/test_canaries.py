"""What the newer pages show stays in the vault: no log, no file, no title, no clipboard and no fault tells of it."""

import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from journal.model.draft import Draft
from journal.model.entry import NewEntry
from journal.model.kind import Kind
from journal.practice import capturing, coming_up, reading
from screens.frame.page_faults import FaultScreen
from screens.frame.text_dialog import TextDialog
from screens.sharing import routes as sharing
from screens.sharing.pasting import PastedArea, PastingScreen
from screens.sharing.returned import ReturnedLinesScreen
from screens.today import routes as today
from screens.writing.situation import SituationScreen

CANARY = "zygomorphe7f3a"
Hits = Callable[[Path, str], list[Path]]
Scene = Callable[[Any, Any], Awaitable[None]]


def _put(notebook: Any, kind: Kind = Kind.SITUATION, **fields: Any) -> int:
    new = {"kind": kind, "title": CANARY, "body": f"{CANARY} encore", "happened_at": notebook.clock()} | fields
    return capturing.write(notebook, NewEntry.model_validate(new)).ref


async def _dialog(_house: Any, pilot: Any) -> None:
    await pilot.app.push_screen(TextDialog(f"{CANARY} ?"))
    await pilot.press(*CANARY)


async def _unreadable(_house: Any, pilot: Any) -> None:
    notebook = pilot.app.journal.notebook
    ref = _put(notebook)
    with notebook.store.writing() as tx:
        tx.update("entry", {"details": "{"}, "ref", ref)
    pilot.app.navigation.open_entry(ref, "situation")


async def _left_over(_house: Any, pilot: Any) -> None:
    notebook = pilot.app.journal.notebook
    key = f"unread:RecipientScreen:{CANARY}"
    at = notebook.clock()
    capturing.autosave(notebook, Draft(key=key, title=CANARY, fields={"age_key": CANARY}, saved_at=at))
    await pilot.app.push_screen(today.left_over(draft=key))


async def _composed_page(_house: Any, pilot: Any) -> None:
    notebook = pilot.app.journal.notebook
    details = {"number": 7, "question": f"{CANARY} ?"}
    ref = _put(notebook, Kind.SESSION, happened_at=notebook.clock() + timedelta(days=2), details=details)
    await pilot.app.push_screen(sharing.preview((ref,)))
    await pilot.pause()
    await pilot.app.push_screen(sharing.page_lines(ref))
    await pilot.press("space")


async def _came_back(house: Any, pilot: Any) -> None:
    await pilot.app.push_screen(PastingScreen())
    await pilot.pause()
    pilot.app.screen.query_one(PastedArea).load_text(f"Pourquoi {CANARY} ?\n")
    await pilot.app.screen.action_read()
    await house.settle(pilot)
    assert isinstance(pilot.app.screen, ReturnedLinesScreen)
    pilot.app.screen.action_keep()
    await house.settle(pilot)
    asked = coming_up.waiting(pilot.app.journal.notebook)
    assert any(CANARY in each.title for each in asked)
    pilot.app.navigation.open_entry(asked[0].ref, "question")


async def _fault(house: Any, pilot: Any) -> None:
    page = SituationScreen()
    await pilot.app.push_screen(page)
    await pilot.press(*CANARY)

    def fail() -> None:
        raise ValueError(f"quoted: {CANARY}")

    page.call_later(fail)
    await house.settle(pilot)
    assert isinstance(pilot.app.screen, FaultScreen)
    assert CANARY not in house.shown(pilot)


SCENES = [_dialog, _unreadable, _left_over, _composed_page, _came_back, _fault]


@pytest.mark.faults_expected
@pytest.mark.parametrize("scene", SCENES)
async def test_nothing_of_a_text_is_found_outside_the_vault_and_none_in_the_clear(
    vaulted: Any, scene: Scene, tmp_path: Path, hits: Hits, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with vaulted.unlocked_app() as pilot:
        app = vaulted.app(pilot)
        await scene(vaulted, pilot)
        await vaulted.settle(pilot)
        titles = [app.title, app.sub_title, *(f"{page.title} {page.sub_title}" for page in app.screen_stack)]
        assert CANARY not in " ".join(titles)
        assert app.clipboard == ""
        app.lock()
        for _ in range(400):
            if app._exit:
                break
            await pilot.pause(0.01)
        assert CANARY not in str(app.return_value)
    assert CANARY not in caplog.text
    assert hits(tmp_path, CANARY) == []
    opened = vaulted.notebook()  # it was there, and still is
    capturing.take_over_captures(opened)
    found = [CANARY in f"{each.title} {each.text} {each.fields}" for each in capturing.drafts(opened)]
    entries = [opened_entry for line in reading.newest(opened, _everything(), 50) if (opened_entry := line.title)]
    opened.close()
    assert any(found) or any(CANARY in title or "cannot be read" in title for title in entries)


def _everything() -> Any:
    from journal.model.filter import Filter

    return Filter(kinds=Kind.all())
