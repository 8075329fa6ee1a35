"""What a key paints is all that it changes: after any keys the screen is as if everything had been painted."""

import random

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widgets import TextArea

from screens.widgets.answer_area import AnswerArea

KEYS = [*"aé  (x).**", *["backspace", "delete", "enter", "left", "up", "home", "end", "shift+left", "ctrl+z", "ctrl+w"]]


class Written(App[None]):
    """A page with nothing but room to write."""

    def compose(self) -> ComposeResult:
        """Give room to write."""
        yield AnswerArea(titled=True)


def painted(pilot: Pilot[None]) -> list[str]:
    return [repr(strip._segments) for strip in pilot.app.screen._compositor.render_strips()]


@pytest.mark.sweep
@pytest.mark.parametrize("seed", range(4))
async def test_a_row_that_a_key_does_not_paint_would_look_the_same(seed: int) -> None:
    dice = random.Random(seed)
    async with Written().run_test(size=(24, 8)) as pilot:
        area = pilot.app.query_one(AnswerArea)
        area.veil(on=seed == 3)
        area.cursor_blink = False
        area.write("Un titre qui tient sur deux lignes\n\nEt « un texte » (long) qui se replie plusieurs fois")
        for _key in range(60):
            await pilot.press("space" if (key := dice.choice(KEYS)) == " " else key)
            narrow = painted(pilot)
            area.notify_style_update()  # forgets all that was painted
            area.refresh()
            await pilot.pause()
            assert painted(pilot) == narrow, key
            wrapped = area.wrapped_document
            assert wrapped.height == sum(len(offsets) + 1 for offsets in wrapped._wrap_offsets)


async def test_a_letter_paints_its_row_an_emphasis_its_rows_and_a_new_row_all(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    refresh = TextArea.refresh

    def noted(area: TextArea, *regions: Region, **how: bool) -> TextArea:
        asked.append(sum(each.height for each in regions))
        return refresh(area, *regions, **how)

    async with Written().run_test(size=(24, 12)) as pilot:
        area = pilot.app.query_one(AnswerArea)
        area.write("Une ligne\nDeux lignes\nTrois qui se replient sur *quatre rangs, le dernier\nplus court")
        area.move_cursor((2, len("Trois qui se replient sur *quatre rangs, le dernier")))
        await pilot.pause()
        monkeypatch.setattr(TextArea, "refresh", noted)
        await pilot.press("x")
        assert asked == [1]
        asked.clear()
        await pilot.press("*")
        assert asked == [1, 1]  # and not the row above, which the emphasis does not reach
        asked.clear()
        await pilot.press("enter")
        assert 0 in asked  # without a region: all of it
