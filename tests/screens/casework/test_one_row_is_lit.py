"""A case opens at its rows: the title above, in a line of its own, does not look like one more chosen row."""

from typing import Any

from screens.casework import routes
from screens.widgets.field import LineField
from screens.widgets.rows import Rows


async def test_only_what_has_the_keys_is_lit(lived: Any) -> None:
    async with lived.unlocked_app() as pilot:
        await pilot.app.push_screen(routes.case(lived.refs["case-1"]))
        await lived.settle(pilot)
        page = pilot.app.screen
        title = page.query_one("#field-title", LineField)
        assert page.focused is page.query_one(Rows)
        unlit = page.styles.background
        assert title.styles.background == unlit
        title.focus()
        await lived.settle(pilot)
        assert title.styles.background != unlit
