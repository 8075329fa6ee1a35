"""Room to write prose keeps the cursor in sight."""

from textual.app import App, ComposeResult

from screens.widgets.writing_area import WritingArea


class _Page(App[None]):
    CSS = "WritingArea { width: 12; height: 3; border: none; padding: 0; }"

    def compose(self) -> ComposeResult:
        yield WritingArea()


async def test_a_word_broken_onto_a_row_below_the_last_is_seen_at_once() -> None:
    app = _Page()
    async with app.run_test(size=(20, 5)) as pilot:
        area = app.query_one(WritingArea)
        area.load_text("one\ntwo\nthree\nfour five")
        await pilot.pause()
        area.move_cursor(area.document.end)
        while area.wrapped_document.height < 5:
            await pilot.press("s")
        assert area.scroll_y == 2
        assert "fives" in area.render_line(2).text
