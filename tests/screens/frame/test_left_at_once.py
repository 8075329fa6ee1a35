"""Every page opened and left at once: a worker that comes back to a page that has gone ends quietly."""

import sys
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

from journal.store.store import Store
from screens.frame.page_faults import FaultScreen


async def _in_the_same_breath(pilot: Any, page: Screen[Any]) -> None:
    pilot.app.push_screen(page)
    pilot.app.pop_screen()


async def _once_it_stands(pilot: Any, page: Screen[Any]) -> None:
    await pilot.app.push_screen(page)
    pilot.app.pop_screen()


async def _by_its_key(pilot: Any, page: Screen[Any]) -> None:
    await pilot.app.push_screen(page)
    await pilot.press("escape")
    if pilot.app.screen is page:  # it asks before it goes, or goes from a field to the text first
        pilot.app.pop_screen()


WAYS = [_in_the_same_breath, _once_it_stands, _by_its_key]


@pytest.fixture
def slow_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that answers every worker after the page that asked has gone."""
    original = Store.reading

    @contextmanager
    def slowly(store: Store) -> Iterator[Any]:
        if threading.current_thread() is not threading.main_thread():
            time.sleep(0.03)
        with original(store) as tx:
            yield tx

    monkeypatch.setattr(Store, "reading", slowly)


def _recorded(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file()) if folder.exists() else []


@pytest.mark.slow_proof
@pytest.mark.usefixtures("slow_reading")
@pytest.mark.parametrize("leave", WAYS)
async def test_a_page_that_is_left_at_once_is_gone_and_says_nothing(
    lived: Any, leave: Callable[[Any, Screen[Any]], Awaitable[None]], proof_count: Callable[[int, int], int]
) -> None:
    pages = list(sys.modules["every_page"].PAGES.items())[WAYS.index(leave) :: proof_count(len(WAYS), 1)]
    async with lived.unlocked_app() as pilot:
        below, before = pilot.app.screen, _recorded(pilot.app.state_folder)
        for name, opened in pages:  # each in one way, or in all
            page = opened(pilot.app.journal.notebook, lived.refs)
            await leave(pilot, page)
            for _ in range(3):
                await pilot.pause()
            assert pilot.app.is_running, name
            assert not isinstance(pilot.app.screen, FaultScreen), name
            assert pilot.app.screen is below, name
        await pilot.pause(0.1)  # what was slow has come back by now, or waits no more
        assert pilot.app.screen is below
        assert _recorded(pilot.app.state_folder) == before
