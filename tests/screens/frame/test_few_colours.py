"""The themes in sixteen colours: dark on light is never pale, and what is chosen is marked without a colour."""

from dataclasses import replace
from typing import Any

import pytest
from rich._palettes import STANDARD_PALETTE
from textual.color import Color

from screens.frame.few_colours import THEMES_OF_16, fitting
from screens.frame.themes import THEMES

_AS_XTERM_SHOWS = {"#555555": "#7f7f7f", "#aaaaaa": "#e5e5e5", "#0000aa": "#0000ee", "#aa0000": "#cd0000"}
_TEXT = ("quiet", "caution", "mine", "practitioner", "group", "sponsor")
_SIXTEEN = {tuple(colour) for colour in STANDARD_PALETTE._colors}


def contrast(one: str, other: str) -> float:
    def light(name: str) -> float:
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in Color.parse(name).normalized]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] + 0.05

    larger, smaller = sorted((light(one), light(other)), reverse=True)
    return larger / smaller


@pytest.mark.parametrize("theme", THEMES_OF_16, ids=lambda theme: theme.name)
def test_every_colour_is_one_of_the_sixteen_and_every_text_is_read(theme: Any) -> None:
    named = {name: theme.variables[name] for name in _TEXT} | {"accent": theme.accent, "text": theme.foreground}
    for colour in (*named.values(), theme.background, theme.variables["rule"]):
        assert tuple(Color.parse(colour).rgb) in _SIXTEEN
    for name, colour in named.items():
        assert contrast(_AS_XTERM_SHOWS.get(colour, colour), theme.background) >= (4.0 if name == "quiet" else 5.0)


def test_every_theme_has_its_form_and_only_few_colours_choose_it() -> None:
    assert {theme.name for theme in THEMES_OF_16} == {fitting(theme.name, "standard") for theme in THEMES}
    assert [fitting("papier", system) for system in ("truecolor", "256", None)] == ["papier"] * 3


@pytest.mark.sweep
@pytest.mark.parametrize("name", [theme.name for theme in THEMES])
async def test_the_chosen_row_is_in_reverse_and_nothing_dark_is_bold(vaulted: Any, name: str) -> None:
    vaulted.environment = replace(vaulted.environment, color_system="standard")
    async with vaulted.unlocked_app() as pilot:
        await pilot.app.prefer(theme=name)
        pilot.app.action_open("settings")
        await vaulted.settle(pilot)
        lines = pilot.app.screen._compositor.render_strips()
        for weigh in pilot.app.get_line_filters():
            lines = [line.apply_filter(weigh, Color.parse("#ffffff")) for line in lines]
        chosen, other = (next(line for line in lines if words in line.text) for words in ("Language", "Lock after"))
        assert any(part.style and part.style.reverse for part in chosen)
        assert not any(part.style and part.style.reverse for part in other if part.text.strip())  # the scrollbar is
        assert name != "papier" or not any(part.style and part.style.bold for line in lines for part in line)


async def test_the_current_entry_of_the_journal_is_in_reverse(lived: Any) -> None:
    lived.environment = replace(lived.environment, color_system="standard")
    async with lived.unlocked_app() as pilot:
        await pilot.press("2")
        await lived.settle(pilot)
        lines = pilot.app.screen._compositor.render_strips()
        marked = [line.text for line in lines if any(part.style and part.style.reverse for part in line)]
        assert len([text for text in marked if text.split()[0].isdigit()]) == 1


async def test_the_first_field_hears_when_the_focus_comes_after_the_door_was_shown(vaulted: Any) -> None:
    async with vaulted.locked_app() as pilot:
        pilot.app.screen.set_focus(None)
        pilot.app.app_focus = False
        await pilot.pause()
        assert pilot.app.focused is None
        pilot.app.app_focus = True
        await pilot.press("a")
        assert pilot.app.focused is pilot.app.screen.query_one("Secret")
        assert pilot.app.focused.value == "a"
