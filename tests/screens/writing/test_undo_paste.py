"""A paste that is taken back: Textual scrolls to a cursor whose line is gone by then."""

from typing import Any

import pytest
from textual import events
from textual.widgets import TextArea


@pytest.mark.parametrize("lines", [90, 3])
async def test_a_paste_of_many_lines_is_undone_done_again_and_undone(vaulted: Any, lines: int) -> None:
    pasted = "\n".join(f"ligne {number} {'mot ' * 25}" for number in range(lines))
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("n", *"Avant")
        area = pilot.app.screen.query_one(TextArea)
        pilot.app.post_message(events.Paste(pasted))
        await vaulted.settle(pilot)
        for key, text in (("ctrl+z", "Avant"), ("ctrl+y", f"Avant{pasted}"), ("ctrl+z", "Avant")):
            await pilot.press(key)
            await vaulted.settle(pilot)
            assert area.text == text
        await pilot.press(*" et")
        assert area.text == "Avant et"
