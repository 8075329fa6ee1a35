"""A text longer than the page is read to its end with the keys, wherever it is shown."""

from typing import Any

import pytest

from journal.model.entry import NewEntry
from journal.model.kind import Kind
from journal.practice import capturing
from screens.questioning.peek import PeekScreen
from screens.reading.entry import EntryScreen


@pytest.mark.parametrize("reader", [EntryScreen, PeekScreen])
async def test_the_keys_lead_to_the_end_of_a_long_text_and_back(vaulted: Any, reader: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        body = "\n\n".join(f"paragraph {number}" for number in range(40))
        new = NewEntry(kind=Kind.SITUATION, title="Long", body=body, happened_at=notebook.clock())
        pilot.app.push_screen(reader(capturing.write(notebook, new).ref))
        await vaulted.settle(pilot)
        seen = []
        for key in ("home", "down", "pagedown", "end", "up", "pageup", "home"):
            await pilot.press(key)
            await vaulted.settle(pilot)
            seen.append(vaulted.shown(pilot))
        assert "paragraph 0 " in seen[0]
        assert "paragraph 39 " not in seen[0]
        assert "paragraph 39 " in seen[3]
        assert seen[0] == seen[6]
        assert len(set(seen)) == 6
