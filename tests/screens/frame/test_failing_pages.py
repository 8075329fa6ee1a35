"""A page that fails costs itself only: the app still locks, quits, hears signals, frees the lock, keeps every text."""

import asyncio
import os
import random
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from textual.screen import Screen

from journal.errors import DamagedVault
from journal.practice import capturing
from journal.store import word_counts
from journal.store.store import Store
from screens.frame.page_faults import FaultScreen
from screens.terminal.locking import Outcome
from screens.terminal.signals import listen
from screens.widgets.answer_area import AnswerArea

TYPED = "Canari 4711 chante"
PARTS = 15  # the pages are shared out
FAULTS = (RuntimeError("injected"), DamagedVault())


class Doors:
    """Counts the calls that open a transaction, and lets the one of a chosen number fail."""

    def __init__(self) -> None:
        self.calls = 0
        self.failing: int | None = None
        self.failed = False

    def step(self) -> None:
        """Count one call, or fail."""
        self.calls += 1
        if self.failing is not None and self.calls >= self.failing:
            self.failed = True
            raise FAULTS[self.failing % len(FAULTS)]


@pytest.fixture
def doors(monkeypatch: pytest.MonkeyPatch) -> Doors:
    doors = Doors()
    for name in ("reading", "writing"):
        original = getattr(Store, name)

        @contextmanager
        def counted(store: Store, original: Any = original) -> Iterator[Any]:
            doors.step()
            with original(store) as tx:
                yield tx

        monkeypatch.setattr(Store, name, counted)
    return doors


async def _press(pilot: Any, key: str) -> None:
    await pilot.press(key)


async def _signal(pilot: Any, name: str) -> None:
    loop = asyncio.get_running_loop()
    listen(loop, end=pilot.app._end_now, suspend=pilot.app.lock)
    os.kill(os.getpid(), getattr(signal, name))
    await asyncio.sleep(0)


async def _idle(pilot: Any, hands: Any) -> None:
    hands.monotonic += 10_000
    pilot.app.lock_when_idle()


WAYS: dict[str, tuple[Callable[..., Any], Outcome]] = {
    "ctrl+l": (lambda pilot, _hands: _press(pilot, "ctrl+l"), Outcome.LOCKED),
    "ctrl+q": (lambda pilot, _hands: _press(pilot, "ctrl+q"), Outcome.LEFT),
    "SIGTERM": (lambda pilot, _hands: _signal(pilot, "SIGTERM"), Outcome.LEFT),
    "SIGHUP": (lambda pilot, _hands: _signal(pilot, "SIGHUP"), Outcome.LEFT),
    "idle": (_idle, Outcome.LOCKED),
}


async def _look(pilot: Any) -> None:
    """Wait until workers and messages are done; a save may fail and is not waited for."""
    for _ in range(4):
        await pilot.pause()
        if busy := [worker for worker in pilot.app.workers if worker.name != "saving"]:
            await asyncio.wait([worker._task for worker in busy if worker._task is not None], timeout=5)
    await pilot.pause()


def kept_texts(house: Any) -> list[str]:
    notebook = house.notebook()
    capturing.take_over_captures(notebook)
    from journal.model.filter import Filter
    from journal.practice import reading

    drafts = [f"{draft.text} {draft.fields}" for draft in capturing.drafts(notebook)]
    lines = reading.newest(notebook, Filter(), 30)
    entries = [reading.entry(notebook, line.ref) for line in lines]
    notebook.close()
    return [*drafts, *(f"{entry.title} {entry.body} {entry.details.model_dump()}" for entry in entries)]


async def _put_away(pilot: Any, opened: Screen[Any]) -> None:
    """Leave a page, by the page that says that it failed or as it stands."""
    for _ in range(3):
        if isinstance(pilot.app.screen, FaultScreen):
            await pilot.press("escape")
        elif pilot.app.screen is opened:
            pilot.app.pop_screen()
        await _look(pilot)


async def _gone(pilot: Any) -> None:
    for _ in range(500):
        if pilot.app._exit:
            return
        await asyncio.sleep(0.02)


def _forget_what_was_counted(notebook: Any) -> None:
    """Let a page count again what its first opening left remembered: each call comes as often as before."""
    with notebook.store.writing() as tx:
        word_counts.forget_all(tx)


async def _calls_of(pilot: Any, make: Callable[[], Screen[Any]], doors: Doors) -> range:
    """Return the numbers of the calls that a page makes when nothing fails."""
    doors.calls, doors.failing = 0, None
    pilot.app.push_screen(opened := make())
    await _look(pilot)
    calls = range(1, doors.calls + 1)
    await _put_away(pilot, opened)
    return calls


async def _met_on(pilot: Any, make: Callable[[], Screen[Any]], doors: Doors, number: int) -> Screen[Any]:
    """Open a page of which one call fails, and all after it; return it."""
    _forget_what_was_counted(pilot.app.journal.notebook)
    doors.calls, doors.failing, doors.failed = 0, None, False
    opened = make()
    doors.calls, doors.failing = 0, number
    pilot.app.push_screen(opened)
    await _look(pilot)
    if (
        not doors.failed and 0 < doors.calls < number
    ):  # it remembers something of its first opening: its last call, then
        last, doors.failing = doors.calls, None
        await _put_away(pilot, opened)
        return await _met_on(pilot, make, doors, last)
    assert doors.failed
    return opened


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGHUP")
@pytest.mark.slow_proof
@pytest.mark.faults_expected
@pytest.mark.parametrize("part", range(PARTS))
async def test_a_page_that_fails_leaves_an_app_that_locks_quits_and_hears_signals(
    lived: Any, part: int, doors: Doors, proof_count: Callable[[int, int], int]
) -> None:
    pages = list(sys.modules["every_page"].PAGES)[part::PARTS]
    share = proof_count(len(pages), 1)  # one app for a share of the pages, or one for each page, way and call
    for at in range(0, len(pages), share):
        for turn in range(proof_count(1, len(WAYS))):
            way = list(WAYS)[(part + turn) % len(WAYS)]
            await _leave_after_failing(lived, pages[at : at + share], way, doors, most=proof_count(1, 10_000))


async def _leave_after_failing(house: Any, pages: list[str], way: str, doors: Doors, *, most: int) -> None:
    """Open pages that fail over a text that is being written, and leave from the last of them as it failed."""
    typed, (leave, outcome) = TYPED.replace(" ", "_"), WAYS[way]
    dice = random.Random(f"{way} {pages}")
    doors.failing = None
    async with house.unlocked_app() as pilot:
        await pilot.press("n", *typed)
        for name in pages:

            def make(name: str = name) -> Screen[Any]:
                made = sys.modules["every_page"].PAGES[name](pilot.app.journal.notebook, house.refs)
                assert isinstance(made, Screen)
                return made

            calls = await _calls_of(pilot, make, doors)
            for number in sorted(dice.sample(calls, min(len(calls), most))):
                assert pilot.app.screen.query_one(AnswerArea).text == typed, name
                opened = await _met_on(pilot, make, doors, number)
                if name != pages[-1] or number < calls[-1]:
                    doors.failing = None
                    await _put_away(pilot, opened)
        assert pilot.app.is_running
        await leave(pilot, house.hands)
        await _gone(pilot)
        assert pilot.app.return_value is outcome
        assert not pilot.app.is_open
    doors.failing = None
    assert any(typed in text for text in kept_texts(house))  # opened: the lock file is free


@pytest.mark.sweep
@pytest.mark.faults_expected
@pytest.mark.parametrize("place", ["today", "journal", "share"])
async def test_a_place_that_fails_is_made_anew(lived: Any, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with lived.unlocked_app() as pilot:
        await pilot.app.action_go(place)
        await _look(pilot)
        failed = pilot.app.screen
        with monkeypatch.context() as broken:
            broken.setattr(type(failed), "refresh_content", _fail)
            failed.call_later(failed.mark_stale)  # type: ignore[attr-defined]  # a page of ours
            await _look(pilot)
            assert isinstance(pilot.app.screen, FaultScreen)
        await pilot.press("escape")
        await _look(pilot)
        assert type(pilot.app.screen) is type(failed)
        assert pilot.app.screen is not failed
        await pilot.press("n", "x")
        await _look(pilot)
        assert pilot.app.screen.query_one(AnswerArea).text == "x"


def _fail(_page: Screen[Any]) -> None:
    raise RuntimeError("injected")
