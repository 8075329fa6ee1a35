"""A lock over every page, while a dialog stands, a worker reads and an export runs: nothing can be read afterwards."""

import asyncio
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from journal.model.audience import Audience
from journal.model.disclosure import Protection
from journal.sharing import writing
from journal.sharing.disclosing import register
from journal.store.store import Store
from screens.frame.confirm_dialog import ConfirmDialog
from screens.sharing.preview import PreviewScreen
from screens.terminal.locking import Outcome
from screens.widgets.choice import ChoiceField
from screens.widgets.rows import Rows

PARTS = 6  # the pages are shared out
ASKED = "Canari 4711"


@pytest.fixture
def reading_without_end(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A disk that answers no reading of a worker once the event is cleared."""
    answers, original = threading.Event(), Store.reading
    answers.set()

    @contextmanager
    def waiting(store: Store) -> Iterator[Any]:
        if threading.current_thread() is not threading.main_thread():
            answers.wait(30)
        with original(store) as tx:
            yield tx

    monkeypatch.setattr(Store, "reading", waiting)
    yield answers
    answers.set()


def _look_into(notebook: Any) -> None:
    with Store.reading(notebook.store):
        pass


def _left_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.suffix == ".md" or path.name.startswith("PERSONAL")]


async def _ended(pilot: Any) -> None:
    for _ in range(4000):
        if pilot.app._exit:
            return
        await asyncio.sleep(0.005)


async def _locked_over(house: Any, pilot: Any, notebook: Any) -> None:
    """Lock, and look at what stands on the screen at once and what is left when all has ended."""
    pilot.app.lock()
    await pilot.pause()
    if not pilot.app._exit:
        assert not house.shown(pilot).split()
    await _ended(pilot)
    assert pilot.app.return_value is Outcome.LOCKED
    assert not pilot.app.is_open
    with pytest.raises(Exception, match="unexpected"):
        notebook.vault.database_key()


@pytest.mark.slow_proof
@pytest.mark.parametrize("part", range(PARTS))
async def test_a_lock_over_a_dialog_and_a_worker_leaves_nothing_readable(
    lived: Any, part: int, proof_count: Callable[[int, int], int], reading_without_end: threading.Event
) -> None:
    pages = list(sys.modules["every_page"].PAGES.items())[part :: PARTS * proof_count(6, 1)]
    for name, opened in pages:
        reading_without_end.set()
        async with lived.unlocked_app() as pilot:
            app = lived.app(pilot)
            notebook = app.journal.notebook
            page = opened(notebook, lived.refs)
            await app.push_screen(page)
            await lived.settle(pilot)
            await app.push_screen(ConfirmDialog(ASKED, "oui"))
            await pilot.pause()
            assert ASKED in lived.shown(pilot), name
            reading_without_end.clear()
            page.run_worker(asyncio.to_thread(_look_into, notebook), exit_on_error=False)
            await asyncio.sleep(0)
            await _locked_over(lived, pilot, notebook)
            reading_without_end.set()


async def _about_to_leave(house: Any, pilot: Any, ref: int) -> None:
    """Go through the preview of one entry for oneself to an open file, and let it leave."""
    await pilot.app.push_screen(PreviewScreen((ref,)))
    await house.settle(pilot)
    pilot.app.screen.query_one("#audiences", Rows).choose(Audience.ME.value)
    for _ in range(2):
        await pilot.press("enter")
        await house.settle(pilot)
    for name, value in (("choice", "other"), ("format", "md"), ("protection", Protection.NONE.value)):
        field = pilot.app.screen.query_one(f"#field-{name}", ChoiceField)
        field.text = value
        field.post_message(ChoiceField.Changed())
        await house.settle(pilot)
    pilot.app.screen.query_one("#field-word", Input).value = "share"
    await pilot.press("enter")


async def test_a_lock_while_a_file_is_written_leaves_no_file_and_no_line_of_the_register(
    lived: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    begun, go_on, ended, stage = threading.Event(), threading.Event(), threading.Event(), writing.stage

    def slowly(*given: Any) -> None:
        begun.set()
        go_on.wait(30)
        try:
            stage(*given)
        finally:
            ended.set()

    monkeypatch.setattr(writing, "stage", slowly)
    lived.environment = replace(lived.environment, keeping_limit=0.3)
    before = lived.notebook()
    lines = len(register(before))
    before.close()
    async with lived.unlocked_app() as pilot:
        notebook = lived.app(pilot).journal.notebook
        await _about_to_leave(lived, pilot, lived.refs["situation-1"])
        assert await asyncio.to_thread(begun.wait, 30)
        await _locked_over(lived, pilot, notebook)
        go_on.set()
        assert await asyncio.to_thread(ended.wait, 30)
    async with lived.unlocked_app() as pilot:  # what a lock left in between is settled when one comes in again
        await lived.settle(pilot)
        assert len(register(lived.app(pilot).journal.notebook)) == lines
    assert _left_in(tmp_path) == []
