"""What was left is forgotten: a long session holds the pages that stand, and no others."""

from typing import Any

from textual.widget import Widget

from screens.widgets.writing_area import WritingArea


async def test_nobody_of_a_page_that_was_left_waits_for_the_app(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        waiting: list[Any] = []
        for turn in range(4):
            await pilot.press("n", *f"text{turn}")
            await vaulted.settle(pilot)
            waiting = [node for each in getattr(pilot.app, "__watchers").values() for node, _callback in each]
            fields = [node for node in waiting if isinstance(node, WritingArea)]
            assert fields == [pilot.app.screen.query_one(WritingArea)]
            await pilot.press("escape")
            await vaulted.settle(pilot)
        assert waiting


async def test_a_field_holds_the_painted_lines_of_a_few_windows(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("n")
        await vaulted.settle(pilot)
        field = pilot.app.screen.query_one(WritingArea)
        for turn in range(2 * field._line_cache.maxsize):
            field.insert(f"{turn}\n")
            field.render_line(0)
            field.render_line(1)
        assert field._line_cache.maxsize <= 128
        assert len(field._line_cache) <= 128


async def test_a_page_that_is_not_seen_holds_no_painted_line(lived: Any) -> None:
    async with lived.unlocked_app() as pilot:
        for place in ("journal", "share", "today"):
            await pilot.app.action_go(place)
            await lived.settle(pilot)
        pages = pilot.app.navigation.pages()
        painted = {page: sum(len(each._styles_cache._cache) for each in page.walk_children(Widget)) for page in pages}
        assert len(painted) == 3
        assert [page for page, lines in painted.items() if lines] == [pilot.app.screen]
        await pilot.app.action_go("journal")
        await lived.settle(pilot)
        assert "November 2026" in lived.shown(pilot)
