"""The three looks where a terminal has sixteen colours: dark on light or light on dark, the chosen row in reverse.

Only signs of the sixteen are named, so that none is taken for a neighbour: the accent of the paper would become yellow.
"""

from dataclasses import replace
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme

from screens.frame.themes import CONTRASTE, ENCRE, PAPIER

_BLACK, _GREY, _SILVER, _WHITE = "#000000", "#555555", "#aaaaaa", "#ffffff"
_RED, _BLUE, _YELLOW, _ROSE, _SKY = "#aa0000", "#0000aa", "#ffff55", "#ff55ff", "#55ffff"
_ENDING = "-16"
FEW = ("standard", "windows")
"""What Rich calls systems of sixteen colours."""


def _with_few(theme: Theme, *, accent: str, quiet: str, caution: str, marks: tuple[str, str, str]) -> Theme:
    text, ground = (_WHITE, _BLACK) if theme.dark else (_BLACK, _WHITE)
    practitioner, group, sponsor = marks
    return replace(
        theme,
        name=theme.name + _ENDING,
        primary=accent,
        accent=accent,
        secondary=quiet,
        warning=caution,
        error=caution,
        success=text,
        foreground=text,
        background=ground,
        surface=ground,
        panel=ground,
        variables=theme.variables
        | {
            "quiet": quiet,
            "rule": quiet,
            "chosen": ground,
            "chosen-style": "reverse",
            "caution": caution,
            "mine": text,
            "practitioner": practitioner,
            "group": group,
            "sponsor": sponsor,
            "input-cursor-background": text,
            "input-cursor-foreground": ground,
            "input-selection-background": _BLUE if theme.dark else _SILVER,
        },
    )


THEMES_OF_16 = (
    _with_few(ENCRE, accent=_YELLOW, quiet=_SILVER, caution=_YELLOW, marks=(_SKY, _WHITE, _ROSE)),
    _with_few(PAPIER, accent=_BLUE, quiet=_GREY, caution=_RED, marks=(_BLUE, _BLACK, _RED)),
    _with_few(CONTRASTE, accent=_YELLOW, quiet=_WHITE, caution=_YELLOW, marks=(_WHITE, _WHITE, _WHITE)),
)


def fitting(name: str, color_system: str | None) -> str:
    """Return the name of the form of a theme that a terminal can show."""
    return name + _ENDING if color_system in FEW else name


class DarkOnLight(LineFilter):
    """Takes bold away: with sixteen colours it makes them brighter, and what is dark on a light ground pale."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 -- Textual's signature
        """Return the line without bold."""
        return [Segment(text, _without_bold(style) if style else style, control) for text, style, control in segments]


@lru_cache(1024)
def _without_bold(style: Style) -> Style:
    return style + Style(bold=False) if style.bold else style
