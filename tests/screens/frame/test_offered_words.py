"""A dialog that offers words takes them with Enter alone, and others when they are typed."""

from typing import Any

import pytest
from textual.widgets import Input

from screens.frame.text_dialog import TextDialog


@pytest.mark.parametrize(("typed", "taken"), [("", "P4"), ("une collègue", "une collègue")])
async def test_enter_on_an_empty_line_takes_what_is_offered(vaulted: Any, typed: str, taken: str) -> None:
    answers: list[str | None] = []
    async with vaulted.unlocked_app() as pilot:
        pilot.app.push_screen(TextDialog("The alias?", offered="P4"), answers.append)
        await pilot.pause()
        assert "P4" in vaulted.shown(pilot)
        pilot.app.screen.query_one(Input).value = typed
        await pilot.press("enter")
        await pilot.pause()
    assert answers == [taken]
