"""Ten minutes before a session: from Today to a preparation that has left, in few keys beside typing the question."""

from pathlib import Path
from typing import Any

import pikepdf
import pytest
from textual.widgets import Static

from journal import language
from journal.model.kind import State
from journal.model.session import SessionDetails
from journal.practice import coming_up, fictitious_year
from journal.practice.bringing import brought
from screens.sessions.session import SessionScreen
from screens.sharing.delivery import DeliveryScreen

MOST_KEYS = 25
QUESTIONS = {
    "fr": "Ma place ?",
    "en": "My place?",
}
YES = {"fr": "o", "en": "y"}


def pages(folder: Path, word: str) -> int:
    """Return how many pages the one file that left has."""
    (written,) = folder.glob("PERSON*.pdf")
    with pikepdf.open(written, password=word) as preparation:
        return len(preparation.pages)


@pytest.mark.parametrize("spoken", language.languages())
async def test_from_today_to_an_exported_preparation(
    vaulted: Any, spoken: language.Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    language.choose(spoken)
    notebook = vaulted.notebook()
    fictitious_year.live(notebook, spoken)
    notebook.close()
    pressed: list[str] = []
    async with vaulted.unlocked_app() as pilot:

        async def press(*keys: str) -> None:
            pressed.extend(keys)
            await pilot.press(*keys)
            await vaulted.settle(pilot)

        await press("s")
        assert isinstance(pilot.app.screen, SessionScreen)
        await pilot.press(*QUESTIONS[spoken])  # typing the question is not counted
        await press("tab", "tab", "space", "down", "space", "down", "space")
        await press("a")  # the page, compiled
        await press("f6", "enter", "enter")  # for the practitioner, as proposed; exactly what leaves
        for _ in range(2):  # it was written for oneself until now; words that could be names were looked at
            if not isinstance(pilot.app.screen, DeliveryScreen):
                await press(YES[spoken])
        await press("enter")
        page = pilot.app.screen
        assert isinstance(page, DeliveryScreen)
        for _ in range(2000):  # a file is made in a process of its own, which a busy machine is slow to begin
            if page.left is None:
                await vaulted.settle(pilot)
        assert page.left is not None
        word = str(page.query_one("#left-word", Static).content).split("\n")[1]
        session = coming_up.next_session(vaulted.app(pilot).journal.notebook)
        assert session is not None
        assert session.state is State.PREPARED
        assert session.details_as(SessionDetails).question == QUESTIONS[spoken]
        assert len(brought(session)) == 3
    assert len(pressed) <= MOST_KEYS, pressed
    assert pages(tmp_path, word) <= 2
