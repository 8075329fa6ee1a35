"""Keys that a sentence names: a click on one does what it does, on empty places and on Today too."""

from typing import Any

import pytest

from screens.widgets.plain import PlainText
from screens.writing.situation import SituationScreen


def cell_of(words: PlainText, key: str) -> tuple[int, int]:
    """Return where a key stands in a widget's words, as they are wrapped."""
    inset = words.content_region.offset - words.region.offset
    for y, line in enumerate(words.render().wrap(words.content_size.width)):
        for span in line.spans:
            if "@click" in getattr(span.style, "meta", {}) and line.plain[span.start : span.end].strip() == key:
                return span.start + inset.x, y + inset.y
    raise AssertionError(f"no {key} to be clicked in {words.render().plain!r}")


@pytest.mark.sweep
@pytest.mark.parametrize("place", ["1", "2", "3", "6"])
async def test_the_key_that_begins_can_be_clicked_on_an_empty_place(vaulted: Any, place: str) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press(place)
        await vaulted.settle(pilot)
        words = pilot.app.screen.query_one("#empty", PlainText)
        assert await pilot.click(words, offset=cell_of(words, "n"))
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, SituationScreen)


async def test_the_keys_of_today_can_be_clicked(lived: Any) -> None:
    async with lived.unlocked_app() as pilot:
        words = pilot.app.screen.query_one("#keys", PlainText)
        assert await pilot.click(words, offset=cell_of(words, "n  write"))
        await lived.settle(pilot)
        assert isinstance(pilot.app.screen, SituationScreen)


async def test_the_key_that_begins_an_engagement_can_be_clicked(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("4")
        await vaulted.settle(pilot)
        words = pilot.app.screen.query_one("#empty", PlainText)
        assert await pilot.click(words, offset=cell_of(words, "b"))
        await vaulted.settle(pilot)
        assert pilot.app.screen.name_in_table != "sessions"
