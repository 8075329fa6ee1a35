"""Last words in a narrow terminal: broken between words, since an identifier that is cut cannot be told on."""

from io import StringIO
from typing import Any

import pytest
from rich.console import Console


@pytest.mark.parametrize("is_terminal", [True, False])
async def test_the_last_words_are_broken_between_words_in_a_terminal_and_whole_elsewhere(
    house: Any, is_terminal: bool
) -> None:
    told = StringIO()
    async with house.locked_app() as pilot:
        pilot.app.error_console = Console(file=told, width=30, force_terminal=is_terminal)
        pilot.app.say_last("Something went wrong; note 3f9a1b2c for whoever mends it.")
        pilot.app._print_error_renderables()
    lines = told.getvalue().split("\n")
    assert (len(lines[0]) <= 30) is is_terminal
    assert sum("3f9a1b2c" in line for line in lines) == 1
