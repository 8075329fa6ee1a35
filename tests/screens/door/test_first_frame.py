"""The first frame beside the page that takes its place: the same signs in the same colours, cell by cell."""

from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import pyte
import pytest
from rich.color import Color, ColorSystem
from rich.console import Console

from journal import language, settings
from screens.door.first_frame import LOOKS, FirstFrame
from screens.frame.themes import DEFAULT, THEMES
from screens.keys import TABLE
from screens.terminal.terminal_colours import EIGHT_BITS, OTHER, TRUE, colour_of, colours_shown
from screens.terminal.typed_ahead import TypedAhead
from screens.widgets.secret import Secret

SIZES = [(80, 24), (120, 40), (60, 20), (121, 33)]


@dataclass(frozen=True)
class Cell:
    """What is seen in one place; a blank has no colour of its own."""

    sign: str
    colour: str
    ground: str
    bold: bool


def on_a_terminal(frame: FirstFrame, letters: int) -> list[list[Cell]]:
    screen = pyte.Screen(frame.columns, frame.rows)
    pyte.Stream(screen).feed(frame.painted() + frame.field(letters))
    rows = [[screen.buffer[row][column] for column in range(frame.columns)] for row in range(frame.rows)]
    return [
        [Cell(c.data, c.fg if c.data.strip() else "", c.bg, bool(c.data.strip() and c.bold)) for c in row]
        for row in rows
    ]


def of_the_page(app: Any) -> list[list[Cell]]:
    cells: list[list[Cell]] = []
    for strip in app.screen._compositor.render_strips():
        cells.append([])
        for text, style, _control in strip:
            colour, ground = (str(each.triplet.hex)[1:] for each in (style.color or style.bgcolor, style.bgcolor))
            cells[-1] += [
                Cell(sign, colour if sign.strip() else "", ground, bool(sign.strip() and style.bold)) for sign in text
            ]
    return cells


@pytest.mark.sweep
@pytest.mark.parametrize(("theme", "spoken"), list(product(LOOKS, ("en", "fr"))))
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_page_takes_over_without_a_change(
    vaulted: Any, size: tuple[int, int], theme: str, spoken: str
) -> None:
    language.choose(spoken)
    keymap = {"unlock.show": "f6"}
    settings.save(settings.Settings(theme=theme, keymap=keymap), vaulted.environment.settings_file)
    async with vaulted.locked_app(size) as pilot:
        for letters in (0, 5, 200):
            field = pilot.app.screen.query_one(Secret)
            field.value = "x" * letters
            field.action_end()
            await vaulted.settle(pilot)
            assert on_a_terminal(FirstFrame(*size, LOOKS[theme], TABLE, keymap), letters) == of_the_page(pilot.app)


def test_every_theme_has_its_look() -> None:
    assert list(LOOKS) == [theme.name for theme in THEMES]
    assert DEFAULT in LOOKS


def test_256_colours_are_chosen_as_rich_does() -> None:
    for look in LOOKS.values():
        for colour in look:
            known = Color.parse(f"#{colour}").downgrade(ColorSystem.EIGHT_BIT).get_ansi_codes()
            assert f"38;{colour_of(colour, true=False)}" == ";".join(known)


@pytest.mark.parametrize("colours", ["", "truecolor", "24bit", "yes"])
@pytest.mark.parametrize(
    "name", ["xterm", "xterm-256color", "xterm-kitty", "linux", "unknown", "screen.xterm-256color"]
)
def test_colours_of_a_terminal_are_told_as_rich_does(name: str, colours: str) -> None:
    environment = {"TERM": name, "COLORTERM": colours}
    rich = Console(force_terminal=True, _environ=environment).color_system
    assert colours_shown(environment) == (rich if rich in (TRUE, EIGHT_BITS) else OTHER)
    assert colours_shown({**environment, "NO_COLOR": "1"}) == OTHER


async def test_what_was_typed_ahead_stands_in_the_field_and_the_next_key_goes_on_with_it(vaulted: Any) -> None:
    typed = TypedAhead()
    typed._typed += b"girafe veloursX\x7f tambour"
    vaulted.environment = replace(vaulted.environment, typed_ahead=typed)
    async with vaulted.locked_app() as pilot:
        assert pilot.app.screen.query_one(Secret).value == "girafe velours tambour"
        assert not typed._typed
        await pilot.press(*" octobre", "enter")
        await vaulted.settle(pilot)
        assert vaulted.app(pilot).is_open
