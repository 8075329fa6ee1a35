"""Wide and tall windows: places begin at one edge, lists show whole words, a short form stands where the eye is."""

from typing import Any

import pytest

from journal import language
from journal.practice import fictitious_year
from screens.planning.step import StepScreen
from screens.widgets.rows import Row, Rows, _whole

PLACES = "123456"


@pytest.mark.sweep
@pytest.mark.parametrize("width", [120, 160])
async def test_all_places_begin_at_one_left_edge(vaulted: Any, width: int) -> None:
    notebook = vaulted.notebook()
    fictitious_year.live(notebook, "en")
    notebook.close()
    edges = {}
    async with vaulted.unlocked_app((width, 40)) as pilot:
        for place in PLACES:
            await pilot.press(place)
            await vaulted.settle(pilot)
            lines = vaulted.shown(pilot).splitlines()[2:-2]
            edges[place] = min(len(line) - len(line.lstrip()) for line in lines if line.strip())
        assert len(set(edges.values())) == 1, edges


async def test_rows_are_no_longer_than_their_words_need(vaulted: Any) -> None:
    async with vaulted.unlocked_app((120, 40)) as pilot:
        await pilot.press("3")
        await vaulted.settle(pilot)
        rows = pilot.app.screen.query_one(Rows)
        for left, ends in (("short", 72), ("s" * 80, 80 + 2 + 4)):
            row = Row("plan:1", left, "open")
            assert max(72, _whole(row)) == ends
            rows.show([row])
            await pilot.pause()
            line = next(line for line in vaulted.shown(pilot).splitlines() if left in line)
            assert line.index("open") + 4 - line.index(left) == ends


@pytest.mark.parametrize(("high", "above"), [(40, 5), (24, 0)])
async def test_a_short_form_stands_lower_in_a_tall_window(vaulted: Any, high: int, above: int) -> None:
    language.choose("en")
    async with vaulted.unlocked_app((120, high)) as pilot:
        pilot.app.push_screen(StepScreen())
        await vaulted.settle(pilot)
        lines = vaulted.shown(pilot).splitlines()
        assert next(at for at, line in enumerate(lines) if "If…" in line) == 3 + above
