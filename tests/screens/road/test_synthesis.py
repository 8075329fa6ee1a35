"""The synthesis by keys: a line left out, reworded, followed to its entry; two documents, one of which holds little."""

from typing import Any

import pytest

from journal import language
from journal.practice import synthesis
from screens.road.synthesis import SynthesisLineScreen, SynthesisScreen
from screens.sharing.preview import PreviewScreen
from screens.widgets.rows import Rows


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_line_is_left_out_reworded_and_taken_along(lived: Any, size: tuple[int, int]) -> None:
    language.choose("en")
    async with lived.unlocked_app(size) as pilot:
        of = lived.refs["engagement"]
        pilot.app.push_screen(SynthesisScreen(of))
        await lived.settle(pilot)
        rows = pilot.app.screen.query_one(Rows)
        rows.choose("dates")
        await pilot.press("space")
        await lived.settle(pilot)
        notebook = lived.app(pilot).journal.notebook
        assert not next(each for each in synthesis.lines(notebook, of) if each.key == "dates").ticked
        rows.choose("add:thanks")
        await pilot.press("enter")
        await lived.settle(pilot)
        assert isinstance(pilot.app.screen, SynthesisLineScreen)
        await pilot.press(*"Sophie", "escape")
        await lived.settle(pilot)
        assert isinstance(pilot.app.screen, SynthesisScreen)
        await pilot.press("x")
        await lived.settle(pilot)
        assert isinstance(pilot.app.screen, PreviewScreen)
        document = pilot.app.screen.preview.document
        assert "- Sophie" in document.items[0].body
        assert "From 15 April" not in document.items[0].body
        await pilot.press("escape", "t")
        await lived.settle(pilot)
        assert isinstance(pilot.app.screen, PreviewScreen)
        told = pilot.app.screen.preview.document.model_dump_json()
        assert "Sophie" not in told
        assert "three-way meeting, at the close" in told


async def test_a_line_leads_to_the_entry_it_came_from(lived: Any) -> None:
    async with lived.unlocked_app() as pilot:
        pilot.app.push_screen(SynthesisScreen(lived.refs["engagement"]))
        await lived.settle(pilot)
        pilot.app.screen.query_one(Rows).choose("objective:")
        await pilot.press("o")
        await lived.settle(pilot)
        assert pilot.app.screen.ref == lived.refs["objective-1"]
