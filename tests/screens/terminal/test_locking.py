"""Locking in three steps, each bounded: a clear screen, texts kept or sealed, keys gone, whatever a worker does."""

import asyncio
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from time import monotonic
from typing import Any

import pytest

from journal.model.filter import Filter
from journal.practice import capturing, reading
from screens.terminal.locking import Outcome, close_within

TYPED = "Le_CODIR_a_repoussé"


@pytest.fixture
def hung(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A disk that answers no write of a draft until the event is set."""
    go_on, autosave = threading.Event(), capturing.autosave

    def wait(*given: Any) -> None:
        go_on.wait(30)
        autosave(*given)

    monkeypatch.setattr(capturing, "autosave", wait)
    yield go_on
    go_on.set()


async def _ended(pilot: Any, within: float) -> float:
    began = monotonic()
    for _ in range(int(within * 200)):
        if pilot.app._exit:
            break
        await asyncio.sleep(0.005)
    return monotonic() - began


async def test_the_screen_is_clear_while_a_text_is_still_under_way(vaulted: Any, hung: threading.Event) -> None:
    vaulted.environment = replace(vaulted.environment, keeping_limit=60.0)
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("n", *TYPED)
        assert TYPED in vaulted.shown(pilot)
        pilot.app.lock()
        await pilot.pause()
        assert pilot.app.is_open  # still at it
        assert pilot.app.environment.typed_ahead.for_next
        assert not vaulted.shown(pilot).split()
        hung.set()
        await _ended(pilot, within=20)
        assert pilot.app.return_value is Outcome.LOCKED


@pytest.mark.parametrize("way", ["lock", "_end_now", "action_quit"])
async def test_a_text_that_takes_too_long_is_sealed_and_the_keys_go(
    vaulted: Any, hung: threading.Event, way: str
) -> None:
    vaulted.environment = replace(vaulted.environment, keeping_limit=0.3)
    async with vaulted.unlocked_app() as pilot:
        notebook = pilot.app.journal.notebook
        await pilot.press("n", *TYPED)
        asked = getattr(pilot.app, way)()
        if asked is not None:
            await asked
        took = await _ended(pilot, within=20)
        assert pilot.app.return_value is (Outcome.LOCKED if way == "lock" else Outcome.LEFT)
        assert not hung.is_set()
        assert took >= 0.2
        with pytest.raises(Exception, match="unexpected"):
            notebook.vault.database_key()
        hung.set()
    opened = vaulted.notebook()  # the lock file is free
    capturing.take_over_captures(opened)
    assert TYPED in [line.title for line in reading.newest(opened, Filter(), 5)]
    opened.close()


async def test_a_worker_that_never_comes_back_holds_nothing_up(vaulted: Any) -> None:
    go_on = threading.Event()
    async with vaulted.unlocked_app() as pilot:
        pilot.app.screen.run_worker(asyncio.to_thread(go_on.wait, 30))
        await pilot.pause()
        pilot.app.lock()
        assert await _ended(pilot, within=20) < 5
        assert pilot.app.return_value is Outcome.LOCKED
        go_on.set()


def test_the_process_ends_at_once_with_its_code_whatever_its_threads_do() -> None:
    code = (
        "import threading; from screens.terminal.locking import UnwaitedThreads, end; threads = UnwaitedThreads(); "
        "begun = threading.Event(); threads.submit(lambda: (begun.set(), threading.Event().wait())); begun.wait(); "
        "threads.shutdown(); print('told'); end(7)"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=False)
    assert (ended.returncode, ended.stdout.split()) == (7, [b"told"])


@pytest.mark.parametrize("raises", [True, False])
async def test_keys_are_dropped_when_closing_hangs_or_fails(raises: bool) -> None:
    go_on, dropped = threading.Event(), list[float]()

    def close() -> None:
        if raises:
            raise OSError
        go_on.wait(30)

    began = monotonic()
    await close_within(0.05, close, drop_keys=lambda: dropped.append(monotonic() - began))
    go_on.set()
    assert dropped
    assert dropped[0] < 5
