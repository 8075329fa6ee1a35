"""The line above a page: what is told there is told whole, below the place when it is long."""

import pytest
from textual.app import App, ComposeResult

from screens.frame.page_header import PageHeader

LONG = "Nothing was saved: this day cannot be read, write it as “27 November” or choose it in the month with f2."


class Headed(App[None]):
    """A page header alone."""

    def compose(self) -> ComposeResult:
        yield PageHeader()


@pytest.mark.parametrize(("width", "height"), [(80, 4), (60, 4), (120, 2)])
async def test_a_long_state_stands_whole_below_the_place(width: int, height: int) -> None:
    async with Headed().run_test(size=(width, 24)) as pilot:
        header = pilot.app.query_one(PageHeader)
        header.heading = "Session"
        header.tell(LONG, caution=True)
        await pilot.pause()
        assert header.outer_size.height == height
        assert " ".join(header.render().plain.replace("─", "").split()) == f"Session {LONG}"
        header.tell("saved 10:49")
        await pilot.pause()
        assert header.outer_size.height == 2
