"""What is typed in a dialog and not answered yet outlives a lock: sealed as a note under its question."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.screen import Screen

from journal.model.filter import Filter
from journal.practice import capturing, reading
from screens.frame.text_dialog import TextDialog
from screens.questioning.seal_date import SealDateDialog
from screens.sessions.moment_dialog import MomentDialog
from screens.sharing.pasting import PastingScreen
from screens.terminal.locking import Outcome

TYPED = "une réponse à moitié"


def _text(vaulted: Any) -> Screen[Any]:
    return TextDialog("Quel mot\u00a0?")


def _moment(vaulted: Any) -> Screen[Any]:
    return MomentDialog("Quand\u00a0?", "", vaulted.environment.clock)


def _seal(vaulted: Any) -> Screen[Any]:
    return SealDateDialog(vaulted.environment.clock().date())


def _returned(_vaulted: Any) -> Screen[Any]:
    return PastingScreen()


Make = Callable[[Any], Screen[Any]]


async def _asked(vaulted: Any, pilot: Any, make: Make) -> None:
    pilot.app.push_screen(make(vaulted))
    await vaulted.settle(pilot)
    if make is _seal:
        await pilot.press("end", "enter")
        await vaulted.settle(pilot)


def _notes(vaulted: Any) -> list[str]:
    opened = vaulted.notebook()
    capturing.take_over_captures(opened)
    found = [reading.entry(opened, line.ref) for line in reading.newest(opened, Filter(), 9)]
    opened.close()
    return [f"{each.title}\n{each.body}" for each in found]


@pytest.mark.sweep
@pytest.mark.parametrize("way", ["lock", "_end_now", "action_quit"])
@pytest.mark.parametrize("make", [_text, _moment, _seal, _returned])
async def test_what_is_typed_in_a_dialog_is_sealed_as_a_note_under_its_question(
    vaulted: Any, make: Make, way: str
) -> None:
    async with vaulted.unlocked_app() as pilot:
        await _asked(vaulted, pilot, make)
        await pilot.press(*TYPED)
        await vaulted.settle(pilot)
        leaving = getattr(pilot.app, way)()
        if leaving is not None:
            await leaving
        for _ in range(400):
            if pilot.app._exit:
                break
            await pilot.pause(0.005)
        assert pilot.app.return_value in (Outcome.LOCKED, Outcome.LEFT)
    (note,) = _notes(vaulted)
    assert TYPED in note
    assert note.splitlines()[0].strip()
    assert not note.startswith(TYPED)  # the question stands above


@pytest.mark.sweep
@pytest.mark.parametrize("make", [_text, _moment, _seal, _returned])
async def test_a_dialog_in_which_nothing_is_typed_leaves_nothing(vaulted: Any, make: Make) -> None:
    async with vaulted.unlocked_app() as pilot:
        await _asked(vaulted, pilot, make)
        pilot.app.lock()
        for _ in range(400):
            if pilot.app._exit:
                break
            await pilot.pause(0.005)
    assert _notes(vaulted) == []
